package straits.experiments.montecarlo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.scenario.LoadedScenario;
import straits.simulation.Expected;
import straits.simulation.World;

/**
 * The worlds of the points under way. Each is made when its first replication begins, by the thread that runs it, and forgotten
 * some points later, so that memory does not grow with the number of points. Safe for many threads.
 */
final class PointWorlds {

    private final Experiment experiment;
    private final Map<Object, Row> rows;

    /**
     * No worlds yet.
     *
     * @param kept how many rows of the design are remembered; one forgotten too early is made again
     */
    PointWorlds(Experiment experiment, int kept) {
        this.experiment = experiment;
        rows = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Row> eldest) {
                return size() > kept;
            }
        };
    }

    /**
     * The world of a point.
     *
     * @throws IllegalArgumentException if what it sets is no scenario
     */
    World of(Point point) {
        return row(point).world(point);
    }

    /** What the laws of its scenario give on average; points of one row have the same. */
    Expected expected(Point point) {
        return row(point).expected(point);
    }

    private synchronized Row row(Point point) {
        return rows.computeIfAbsent(point.rowKey(), key -> new Row());
    }

    /** What points of one row share. Threads that want the same one wait for the first of them to make it. */
    private final class Row {

        private @Nullable LoadedScenario loaded;
        private @Nullable Catalog catalog;
        private @Nullable Expected expected;

        synchronized World world(Point point) {
            LoadedScenario scenario = loaded == null ? experiment.at(point) : loaded;
            Catalog its = catalog == null ? new Catalog(scenario.scenario()) : catalog;
            loaded = scenario;
            catalog = its;
            return new World(its, point.regime(), scenario.regime(point.regime()));
        }

        synchronized Expected expected(Point point) {
            Expected its = expected == null ? Expected.of(world(point).catalog()) : expected;
            expected = its;
            return its;
        }
    }
}
