package straits.experiments.design;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.Scenario;

/**
 * A scenario under each of its regimes, replicated. Its text and the version of the program are all that results depend on;
 * threads, folders and event queues are not part of it.
 *
 * @param loaded the scenario with the regimes to run; it holds the master seed and the number of replications as well
 * @param text the effective scenario as a file: reading it gives the same experiment
 * @param version version of the program
 */
public record Experiment(LoadedScenario loaded, String text, String version) {

    /** The scenario. */
    public Scenario scenario() {
        return loaded.scenario();
    }

    /** One design point per regime, in the order of the scenario. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        loaded.regimes().keySet().forEach(regime -> points.add(new Point(points.size(), regime)));
        return List.copyOf(points);
    }

    /** The regime of a point. */
    public Regime regime(Point point) {
        Regime regime = loaded.regimes().get(point.regime());
        if (regime == null) {
            throw new IllegalArgumentException("no regime \"" + point.regime() + "\" in this experiment");
        }
        return regime;
    }

    /** Runs over all points. */
    public long units() {
        return (long) loaded.regimes().size() * scenario().replications();
    }

    /** What is hashed to tell experiments apart: same identity, same results. */
    public String identity() {
        return "straits " + version + "\n" + text;
    }
}
