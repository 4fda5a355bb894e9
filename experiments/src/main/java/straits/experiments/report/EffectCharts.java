package straits.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import straits.experiments.analysis.Interval;
import straits.experiments.montecarlo.Answer;

/** What moves the headline answer: inputs, by the indices of the design that was run, and rules, one on top of the other. */
final class EffectCharts {

    private static final int MOST_FACTORS = 20;
    private static final List<String> TOTAL_FIRST = List.of("ST", "mu_star", "S1");
    private static final Map<String, String> WORDS = Map.of(
            "ST", "with all interactions (ST)",
            "S1", "alone (S1)",
            "mu_star", "mean size of elementary effects (mu*)");

    private record Place(String group, String factor, String index) {}

    private record Index(Place place, String unit, Estimate estimate) {}

    private EffectCharts() {}

    static List<Chart> of(Runs runs, Answer answer) {
        List<Chart> all = new ArrayList<>(sensitivities(runs, answer));
        all.addAll(waterfalls(runs, answer));
        return all;
    }

    private static List<Chart> sensitivities(Runs runs, Answer answer) {
        List<Index> indices = new ArrayList<>();
        List<String> wanted = List.of(
                "regime",
                "block",
                "answer",
                "factor",
                "other_factor",
                "index",
                "unit",
                "estimate",
                "ci_low",
                "ci_high",
                "n");
        Cells.each(runs.folder(), "sensitivity.csv", wanted, row -> {
            boolean shown = row.text(2).equals(answer.key()) && row.missing(4) && TOTAL_FIRST.contains(row.text(5));
            if (shown && !row.missing(7)) {
                Interval interval = row.missing(8) ? Interval.MISSING : new Interval(row.number(8), row.number(9));
                String group = row.text(0) + (row.missing(1) ? "" : ", " + row.text(1));
                indices.add(new Index(
                        new Place(group, row.text(3), row.text(5)),
                        row.text(6),
                        Estimate.of(row.number(7), interval, row.integer(10))));
            }
        });
        Map<String, List<Index>> groups = new LinkedHashMap<>();
        indices.forEach(each -> groups.computeIfAbsent(each.place().group(), key -> new ArrayList<>())
                .add(each));
        List<Chart> charts = new ArrayList<>();
        groups.forEach((group, own) -> charts.add(tornado(charts.size() + 1, group, answer, own)));
        return charts;
    }

    private static Chart tornado(int number, String group, Answer answer, List<Index> indices) {
        Set<String> kinds = new LinkedHashSet<>();
        TOTAL_FIRST.stream()
                .filter(kind ->
                        indices.stream().anyMatch(each -> each.place().index().equals(kind)))
                .forEach(kinds::add);
        String main = kinds.iterator().next();
        List<Index> ofMain = indices.stream()
                .filter(each -> each.place().index().equals(main))
                .toList();
        List<String> factors = ofMain.stream()
                .sorted(Comparator.comparingDouble(
                        (Index each) -> -Math.abs(each.estimate().value())))
                .map(each -> each.place().factor())
                .limit(MOST_FACTORS)
                .toList();
        List<Series> series = new ArrayList<>();
        for (String kind : kinds) {
            series.add(new Series(
                    WORDS.getOrDefault(kind, kind),
                    series.size(),
                    factors.stream().map(factor -> find(indices, factor, kind)).toList()));
        }
        boolean share = !main.equals("mu_star");
        return new Chart(
                "sensitivity-" + number,
                answer.label() + ": what moves it" + (group.isEmpty() ? "" : ", under " + group),
                Chart.Kind.TORNADO,
                Axis.of("factor", factors),
                Axis.of(
                        share ? "share of the variance" : "change per whole range of the factor",
                        indices.get(0).unit()),
                series,
                List.of(),
                Numbers.most(factors.size(), ofMain.size(), "factors that move it most")
                        + "Whiskers: 95 % bootstrap intervals, trajectories or base"
                        + " points as the units.",
                "sensitivity.csv");
    }

    private static Estimate find(List<Index> indices, String factor, String kind) {
        return indices.stream()
                .filter(each -> each.place().factor().equals(factor)
                        && each.place().index().equals(kind))
                .map(Index::estimate)
                .findFirst()
                .orElse(Estimate.MISSING);
    }

    private static List<Chart> waterfalls(Runs runs, Answer answer) {
        Map<String, Map<String, Estimate>> methods = new LinkedHashMap<>();
        List<String> units = new ArrayList<>();
        List<String> wanted = List.of("answer", "method", "rule", "n", "mean_effect", "low", "high", "unit");
        Cells.each(runs.folder(), "waterfall.csv", wanted, row -> {
            if (row.text(0).equals(answer.key()) && !row.missing(4)) {
                Interval interval = row.missing(5) ? Interval.MISSING : new Interval(row.number(5), row.number(6));
                boolean grey = interval.missing() || interval.covers(0);
                methods.computeIfAbsent(row.text(1), key -> new LinkedHashMap<>())
                        .put(
                                row.missing(2) ? "all rules" : row.text(2),
                                new Estimate(row.number(4), interval, Interval.MISSING, row.integer(3), grey));
                units.add(row.text(7));
            }
        });
        Map<String, Estimate> total = methods.getOrDefault("total", Map.of());
        methods.remove("total");
        List<Chart> charts = new ArrayList<>();
        methods.forEach((method, effects) -> {
            Map<String, Estimate> all = new LinkedHashMap<>(effects);
            all.putAll(total);
            charts.add(new Chart(
                    "rules-" + method.replace('_', '-'),
                    answer.label() + ": what each rule does, " + method.replace('_', ' '),
                    Chart.Kind.TORNADO,
                    Axis.of("rule", List.copyOf(all.keySet())),
                    Axis.of("effect", units.get(0)),
                    List.of(new Series(method, 0, List.copyOf(all.values()))),
                    List.of(),
                    "Mean over replications with its 95 % interval. Grey: the interval covers zero. Effects of one method add to"
                            + " that of all rules.",
                    "waterfall.csv"));
        });
        return charts;
    }
}
