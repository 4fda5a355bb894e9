package straits.experiments.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import straits.scenario.LoadedScenario;
import straits.scenario.Source;
import straits.scenario.file.Assumptions;
import straits.scenario.file.InputRow;

/** The axes that stand for every assumption with a range, in the order of {@code assumptions.csv}. */
final class AssumptionAxes {

    /** Numbers of which all of one list add to one. */
    private static final Pattern SHARE =
            Pattern.compile("(.*\\.discrete)\\[\\d+]\\.probability|(.*\\.pacing\\.shares)\\[\\d+]");

    private final Factor.Sample sample;
    private final Map<String, String> origins = new HashMap<>();
    private final Map<String, List<InputRow>> sums = new LinkedHashMap<>();
    private final Map<String, List<InputRow>> groups = new LinkedHashMap<>();

    private AssumptionAxes(Factor.Sample sample, LoadedScenario base) {
        this.sample = sample;
        base.scenario().sources().forEach((key, source) -> origins.putIfAbsent(source.reason(), key));
    }

    /** The axes; none if no assumption that is wanted has a range. */
    static List<Axis> of(Factor.Sample sample, LoadedScenario base) {
        AssumptionAxes axes = new AssumptionAxes(sample, base);
        Assumptions.of(base).forEach(axes::add);
        return axes.all();
    }

    private void add(InputRow input) {
        Matcher share = SHARE.matcher(input.path());
        if (share.matches()) {
            String list = share.group(1) == null ? share.group(2) : share.group(1);
            sums.computeIfAbsent(list, path -> new ArrayList<>()).add(input);
            groups.putIfAbsent(list, List.of());
        } else if (sampled(input)) {
            groups.computeIfAbsent(group(input), name -> new ArrayList<>()).add(input);
        }
    }

    private boolean sampled(InputRow input) {
        return input.basis() == Source.Basis.ASSUMPTION && input.low() < input.high() && wanted(input.path());
    }

    private boolean wanted(String path) {
        return (sample.only().isEmpty() || matches(sample.only(), path)) && !matches(sample.except(), path);
    }

    static boolean matches(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, path));
    }

    static boolean matches(String pattern, String path) {
        return Pattern.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E", path);
    }

    /** Numbers of one section {@code sources} move together, and so do those that state the same reason. */
    private String group(InputRow input) {
        if (sample.move() == Factor.Move.EACH) {
            return input.path();
        }
        return origins.getOrDefault(input.reason(), "reason " + input.reason());
    }

    private List<Axis> all() {
        List<Axis> axes = new ArrayList<>();
        groups.forEach((name, inputs) -> {
            List<InputRow> shares = sums.get(name);
            if (shares == null) {
                String shown = name.startsWith("reason ") ? inputs.get(0).path() : name;
                axes.add(new AssumptionAxis(shown, inputs, sample.shape()));
            } else {
                sum(name, shares).ifPresent(axes::add);
            }
        });
        return axes;
    }

    /** One of several shares cannot move by itself. */
    private Optional<Axis> sum(String list, List<InputRow> shares) {
        List<InputRow> moved = shares.stream().filter(this::sampled).toList();
        double rest = shares.stream()
                .filter(share -> !sampled(share))
                .mapToDouble(InputRow::value)
                .sum();
        return moved.size() < 2 ? Optional.empty() : Optional.of(new SumAxis(list, moved, 1 - rest, sample.shape()));
    }
}
