package straits.experiments.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.scenario.Finding;
import straits.scenario.LoadedScenario;
import straits.scenario.Question;
import straits.scenario.file.Reading;
import straits.scenario.file.RecordFile;
import straits.scenario.file.ScenarioWriter;
import straits.scenario.file.Setting;
import straits.scenario.file.Written;

/**
 * Reads experiment files as strictly as scenarios: everything wrong is told at once, with its line. The scenario is read as well,
 * and every point of the design is made once, so that no run begins that must fail for what the file says.
 */
public final class ExperimentReader {

    private static final Pattern KEY = Pattern.compile("(?m)^experiment\\s*:");

    private final Scenarios scenarios;
    private final BaseScenario base;
    private final Set<String> answers;
    private final List<Setting> overrides;
    private final String version;
    private final @Nullable Twin asked;

    /** Where scenarios come from. */
    @FunctionalInterface
    public interface Scenarios {
        /** Reads the scenario that an experiment names, with settings. */
        Reading<LoadedScenario> read(String nameOrPath, List<Setting> settings);
    }

    /**
     * A reader.
     *
     * @param scenarios where scenarios come from
     * @param answers names of the answers that sequential replications may look at
     * @param overrides settings of the scenario over those of the file, such as those of a command
     * @param version version of the program
     */
    public ExperimentReader(Scenarios scenarios, Set<String> answers, List<Setting> overrides, String version) {
        this(scenarios, answers, overrides, version, null);
    }

    private ExperimentReader(
            Scenarios scenarios, Set<String> answers, List<Setting> overrides, String version, @Nullable Twin asked) {
        this.scenarios = scenarios;
        this.answers = Set.copyOf(answers);
        this.overrides = List.copyOf(overrides);
        base = new BaseScenario(scenarios, this.overrides);
        this.version = version;
        this.asked = asked;
    }

    /** The same, for which every experiment has this twin and no other regimes, whatever its file says. */
    public ExperimentReader asking(Twin twin) {
        return new ExperimentReader(scenarios, answers, overrides, version, twin);
    }

    /** The file of an experiment in which nothing varies but the regime. */
    public static String plain(String name, String scenario) {
        return ExperimentFile.text(name, scenario);
    }

    /** Whether a text is meant as an experiment: it has the key {@code experiment} at the beginning of a line. */
    public static boolean isExperiment(String text) {
        return KEY.matcher(text).find();
    }

    /** The JSON Schema of experiment files. */
    public static String schema() {
        return RecordFile.schema(ExperimentFile.class, "Straits experiment");
    }

    /** Title of an experiment file: its own, else its name; empty if it cannot be read. */
    public static String title(String text) {
        ExperimentFile file = RecordFile.read("experiment", text, ExperimentFile.class, each -> List.of())
                .value();
        return file == null ? "" : file.title().isEmpty() ? file.name() : file.title();
    }

    /** Reads a file. */
    public Reading<Experiment> read(Path file) {
        return read(checks -> RecordFile.read(file, ExperimentFile.class, checks));
    }

    /** Reads a text; the name stands for the file in faults. */
    public Reading<Experiment> read(String name, String text) {
        return read(checks -> RecordFile.read(name, text, ExperimentFile.class, checks));
    }

    /** A first pass over what the file and its scenario say by themselves, a second over what becomes of them together. */
    private Reading<Experiment> read(
            Function<Function<ExperimentFile, List<Finding>>, Reading<ExperimentFile>> reader) {
        Reading<ExperimentFile> first = reader.apply(file -> checked(effective(file)));
        if (first.value() == null) {
            return new Reading<>(null, first.faults(), first.warnings());
        }
        Made made = new Made();
        Reading<ExperimentFile> second = reader.apply(file -> made.from(effective(file)));
        return new Reading<>(second.value() == null ? null : made.experiment, second.faults(), first.warnings());
    }

    private ExperimentFile effective(ExperimentFile file) {
        return asked == null ? file : file.under(asked);
    }

    private List<Finding> checked(ExperimentFile file) {
        Faults faults = new Faults();
        boolean own = !(file.factors().isEmpty()
                        && file.where().isEmpty()
                        && file.exclude().isEmpty())
                || !(file.design() instanceof Design.Factorial);
        if (!file.blocks().isEmpty() && own) {
            faults.add(
                    "blocks", "found blocks beside factors, design, where or exclude; these then go into the blocks");
        }
        file.parts().forEach((path, block) -> new BlockPlanner(path, block, faults).check());
        new ReplicationChecks(answers, faults).run(file.replications());
        LoadedScenario read = base.of(file, faults);
        if (read != null) {
            budgetRules(file, read.scenario().question(), faults);
            worlds(file, read, faults);
        }
        return faults.all();
    }

    private static void budgetRules(ExperimentFile file, @Nullable Question question, Faults faults) {
        if (file.budgetRules().isEmpty()) {
            faults.add("budget_rules", "found none; must be as_given, unlimited, or both");
        } else if (question == null && file.budgetRules().contains(BudgetRule.UNLIMITED)) {
            faults.add("budget_rules", "found unlimited; the scenario has no question, and so no tenant it is for");
        }
    }

    /** The worlds of the twin; null if there is none, or faults were noted. */
    private @Nullable TwinWorlds worlds(ExperimentFile file, LoadedScenario base, Faults faults) {
        Twin twin = file.twin();
        if (twin == null) {
            return null;
        }
        boolean others = !file.regimes().isEmpty() || file.referenceRegime() != null;
        if (others || overrides.stream().anyMatch(each -> each.path().equals("regimes"))) {
            faults.add("twin", "found regimes beside it; a twin says itself which regimes are run");
            return null;
        }
        if (!file.commonRandomNumbers()) {
            faults.add("common_random_numbers", "found false; the worlds of a twin are compared on the same numbers");
        }
        return TwinWorlds.of(twin, base, faults);
    }

    /** The second pass, and what it makes. */
    private final class Made {

        private @Nullable Experiment experiment;

        List<Finding> from(ExperimentFile file) {
            Faults faults = new Faults();
            LoadedScenario read = base.of(file, faults);
            TwinWorlds worlds = read == null ? null : worlds(file, read, faults);
            if (read != null && faults.isEmpty()) {
                LoadedScenario expanded = worlds == null ? read : expanded(worlds, faults);
                make(file, worlds == null ? read : worlds.plain(), expanded, worlds, faults);
            }
            return faults.all();
        }

        private static LoadedScenario expanded(TwinWorlds worlds, Faults faults) {
            Reading<LoadedScenario> reading = worlds.expanded();
            reading.faults().forEach(fault -> faults.add("twin", fault.path() + ": " + fault.message()));
            return reading.value() == null ? worlds.plain() : reading.value();
        }

        private void make(
                ExperimentFile file,
                LoadedScenario base,
                LoadedScenario expanded,
                @Nullable TwinWorlds worlds,
                Faults faults) {
            List<Plan.Part> parts = new ArrayList<>();
            file.parts().forEach((path, block) -> {
                DesignBlock drawn = new BlockPlanner(path, block, faults).plan(name(path), base);
                if (drawn != null) {
                    underEachRule(drawn, file, base.scenario().question())
                            .forEach(each -> parts.add(new Plan.Part(each, filter(block))));
                }
            });
            if (!faults.isEmpty()) {
                return;
            }
            boolean overridden = overrides.stream().anyMatch(each -> each.path().equals("replications"));
            ExperimentFile effective = file.beside(Experiment.SCENARIO_FILE, overridden);
            experiment = new Experiment(
                    expanded, ScenarioWriter.text(expanded), version, new Plan(effective, parts, worlds));
            new PointChecks(experiment, faults).run(List.copyOf(file.parts().keySet()));
            ReplicationChecks.selection(experiment, faults);
        }
    }

    private static Stream<DesignBlock> underEachRule(
            DesignBlock drawn, ExperimentFile file, @Nullable Question question) {
        return question == null
                ? Stream.of(drawn)
                : file.budgetRules().stream().map(rule -> drawn.under(rule, question.tenant()));
    }

    private static String name(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    private static PointFilter filter(ExperimentFile.Block block) {
        List<Condition> where = block.where().stream()
                .map(Condition::of)
                .flatMap(java.util.Optional::stream)
                .toList();
        List<Map<String, String>> exclude =
                block.exclude().stream().map(ExperimentReader::texts).toList();
        return new PointFilter(where, exclude);
    }

    private static Map<String, String> texts(Map<String, Written> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().text()));
    }
}
