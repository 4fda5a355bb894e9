package straits.experiments.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.scenario.LoadedScenario;
import straits.scenario.Scenario;
import straits.scenario.file.Reading;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioDraft;
import straits.scenario.file.Setting;

/**
 * A scenario, the points at which it is run, and how often. A scenario by itself is an experiment whose only factor is the regime.
 * Its texts, the version of the program and the extensions it names are all that results depend on; threads, folders and event queues are not part of it.
 * Immutable.
 */
public final class Experiment {

    /** Name of the effective scenario in the folder of results, which the effective experiment names. */
    public static final String SCENARIO_FILE = "scenario.yaml";

    private final LoadedScenario loaded;
    private final String text;
    private final String version;
    private final Plan plan;
    private final ScenarioDraft draft;
    private final List<Point> points;

    /**
     * A scenario under each of its regimes.
     *
     * @param loaded the scenario with the regimes to run; it holds the master seed and the number of replications as well
     * @param text the effective scenario as a file: reading it gives the same scenario
     * @param version version of the program
     */
    public Experiment(LoadedScenario loaded, String text, String version) {
        this(loaded, text, version, Plan.PLAIN);
    }

    Experiment(LoadedScenario loaded, String text, String version, Plan plan) {
        this.loaded = loaded;
        this.text = text;
        this.version = version;
        this.plan = plan;
        draft = new ScenarioDraft(SCENARIO_FILE, text, RegimeLibrary.NONE);
        points = points(loaded, plan);
    }

    private static List<Point> points(LoadedScenario loaded, Plan plan) {
        List<Point> points = new ArrayList<>();
        for (Plan.Part part : plan.parts()) {
            DesignBlock block = part.block();
            for (DesignRow row : block.rows()) {
                for (String regime : regimes(loaded, block, row)) {
                    Point point = new Point(points.size(), regime, block, row);
                    if (part.filter().admits(point::value)) {
                        points.add(point);
                    }
                }
            }
        }
        return List.copyOf(points);
    }

    private static Iterable<String> regimes(LoadedScenario loaded, DesignBlock block, DesignRow row) {
        String own = block.text(row, Factor.REGIME);
        return own == null ? loaded.regimes().keySet() : List.of(own);
    }

    /** The scenario before any point sets something in it, with the regimes that are run. */
    public LoadedScenario loaded() {
        return loaded;
    }

    /** The same without the regimes that a twin makes: the numbers that somebody stated. */
    public LoadedScenario stated() {
        TwinWorlds worlds = plan.worlds();
        return worlds == null ? loaded : worlds.plain();
    }

    /** The same as a file: reading it gives the same scenario. */
    public String text() {
        return text;
    }

    /** Version of the program. */
    public String version() {
        return version;
    }

    /** The scenario before any point sets something in it. */
    public Scenario scenario() {
        return loaded.scenario();
    }

    /** Name of the experiment, else of the scenario. */
    public String name() {
        return plan.file() == null ? scenario().name() : plan.file().name();
    }

    /** The effective experiment as a file that stands beside the effective scenario; null for a scenario by itself. */
    public @Nullable String planText() {
        return plan.text();
    }

    /** All points: row by row of the design, and under each of the regimes in the order of the scenario. */
    public List<Point> points() {
        return points;
    }

    /**
     * A name for each point, by index, that tells it from the others in few words: its regime, in a twin what was changed, then its
     * block, if there are several, and the values of its factors.
     */
    public List<String> titles() {
        return points.stream().map(this::title).toList();
    }

    private String title(Point point) {
        TwinWorlds worlds = plan.worlds();
        String regime = worlds == null ? point.regime() : worlds.title(point.regime());
        String block = hasBlocks() && !point.blockName().isEmpty() ? ", " + point.blockName() : "";
        String values = point.block().axes().stream()
                .map(Axis::name)
                .filter(name -> !name.equals(Factor.REGIME))
                .map(name -> ", " + name + " " + point.value(name))
                .collect(Collectors.joining());
        return regime + block + values;
    }

    /** The factors as columns of the table of points. */
    public List<PointColumn> columns() {
        return PointColumn.of(plan.parts().stream().map(Plan.Part::block).toList());
    }

    /** Whether rows belong to blocks that have names. */
    public boolean hasBlocks() {
        return plan.parts().size() > 1;
    }

    /** Whether the budget of the tenant in question is not that of the scenario at all points. */
    public boolean hasBudgetRules() {
        return points.stream().anyMatch(point -> point.budgetRule() != BudgetRule.AS_GIVEN);
    }

    /** Whether rows are drawn at random over ranges. */
    public boolean hasSamples() {
        return plan.parts().stream().anyMatch(part -> part.block().design().samples());
    }

    /**
     * The scenario of a point, with the regimes as they are there. Takes as long as reading it; points of one row have the same.
     *
     * @throws IllegalArgumentException with all faults, if what the point sets is no scenario
     */
    public LoadedScenario at(Point point) {
        List<Setting> settings = settings(point);
        return settings.isEmpty() ? loaded : draft.read(settings).orThrow();
    }

    private List<Setting> settings(Point point) {
        TwinWorlds worlds = plan.worlds();
        return worlds == null ? point.settings() : worlds.mirrored(point.settings());
    }

    /** The worlds of a twin, for what is told of them beside what is told of all regimes; null if there are none. */
    public @Nullable TwinWorlds worlds() {
        return plan.worlds();
    }

    /** What reading the scenario of a row finds. */
    Reading<LoadedScenario> reading(Point point) {
        return draft.read(settings(point));
    }

    /** The blocks. */
    List<Plan.Part> parts() {
        return plan.parts();
    }

    /** How many runs each point has. */
    public Replications replications() {
        Replications own = plan.replications();
        return own == null ? new Replications.Fixed(scenario().replications()) : own;
    }

    /** Runs over all points; with sequential replications the most there can be. */
    public long units() {
        return (long) points.size() * mostReplications();
    }

    /** Runs of a point; with sequential replications the most there can be. */
    public int mostReplications() {
        return replications().max();
    }

    /**
     * Master seed of a point: that of the scenario, or one of its own if the points share no random numbers. Rows of an estimate
     * have one each, or the luck that all of them share would not average out.
     */
    public String seed(Point point) {
        if (!plan.commonRandomNumbers()) {
            return scenario().seed() + "/point/" + point.index();
        }
        return point.isEstimate()
                ? scenario().seed() + "/row/" + point.blockRow()
                : scenario().seed();
    }

    /** Whether points that differ in the regime only share their random numbers, replication by replication. */
    public boolean commonRandomNumbers() {
        return plan.commonRandomNumbers();
    }

    /** What is sampled for a mean over uncertain inputs, a sentence per block; empty if nothing is. */
    public List<String> sampling() {
        return plan.parts().stream()
                .map(Plan.Part::block)
                .filter(block -> block.design() instanceof Design.Estimate)
                .map(DesignBlock::sampling)
                .toList();
    }

    /**
     * For every point the one with the same values under the reference regime, itself for the reference; points without one are
     * left out.
     */
    public Map<Integer, Integer> references() {
        Map<List<Object>, Integer> reference = new HashMap<>();
        for (Point point : points) {
            if (point.regime().equals(scenario().referenceRegime())) {
                reference.putIfAbsent(place(point), point.index());
            }
        }
        Map<Integer, Integer> references = new HashMap<>();
        for (Point point : points) {
            Integer its = reference.get(place(point));
            if (its != null) {
                references.put(point.index(), its);
            }
        }
        return references;
    }

    /** The block of a point and where it lies on every axis but the regime. */
    private static List<Object> place(Point point) {
        List<Axis> axes = point.block().axes();
        List<Object> place = new ArrayList<>(List.of(point.block().name()));
        for (int i = 0; i < axes.size(); i++) {
            double share = point.row().share(i);
            if (!axes.get(i).name().equals(Factor.REGIME)) {
                // A value may be listed more than once.
                place.add(axes.get(i) instanceof LevelAxis levels ? levels.text(share) : (Object) share);
            }
        }
        return place;
    }

    /** The extensions that it names. */
    public List<UsedExtension> extensions() {
        String beside = plan.text();
        return UsedExtension.in(beside == null ? text : text + beside);
    }

    /** What is hashed to tell experiments apart: same identity, same results. */
    public String identity() {
        String beside = plan.text();
        String extensions = extensions().stream()
                .map(each -> "extension " + each.name() + " " + each.sha256() + "\n")
                .collect(Collectors.joining());
        return "straits " + version + "\n" + extensions + text + (beside == null ? "" : beside);
    }
}
