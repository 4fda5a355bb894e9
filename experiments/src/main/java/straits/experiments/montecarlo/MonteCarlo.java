package straits.experiments.montecarlo;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import straits.catalog.Catalog;
import straits.engine.EventQueue;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.World;

/**
 * All replications of an experiment. Every point sees the same master seed and the same numbers of replications, so that two
 * points share all random numbers they have in common. Points and replications are delivered in their order, point by point.
 */
public final class MonteCarlo {

    private static final Logger LOG = LoggerFactory.getLogger(MonteCarlo.class);

    private final String seed;
    private final int replications;
    private final List<Point> points;
    private final List<World> worlds;
    private final Supplier<EventQueue> queues;

    /**
     * The replications of an experiment.
     *
     * @param queues gives an empty event queue to each; which kind changes no result
     */
    public MonteCarlo(Experiment experiment, Supplier<EventQueue> queues) {
        this.queues = queues;
        seed = experiment.scenario().seed();
        replications = experiment.scenario().replications();
        points = experiment.points();
        Catalog catalog = new Catalog(experiment.scenario());
        worlds = points.stream()
                .map(point -> new World(catalog, point.regime(), experiment.regime(point)))
                .toList();
    }

    /**
     * Runs a shard, or what is left of it. A replication that fails is a result like the others and stops nothing.
     *
     * @param threads replications at a time, 1 or more
     * @param shard which part
     * @param done how many of its first units are not run, since there are results of them
     * @param form what to make of a result, on the thread that has run it; where it throws, the replication has failed
     * @param sink takes what was made in order, on the calling thread
     * @param watcher follows the progress
     * @param stop ends the run early
     * @return whether everything was delivered
     */
    public <T> boolean run(
            int threads,
            Shard shard,
            long done,
            Function<? super UnitResult, T> form,
            Consumer<? super T> sink,
            RunWatcher<? super T> watcher,
            StopSignal stop) {
        LOG.debug("{} points x {} replications, shard {}, {} done", points.size(), replications, shard, done);
        Iterator<UnitKey> units = shard.deal(units());
        for (long unit = 0; unit < done; unit++) {
            units.next();
        }
        Function<UnitKey, T> work = key -> form.apply(unit(key));
        BiFunction<UnitKey, Throwable, T> failure = (key, thrown) -> form.apply(failed(key, thrown));
        return new OrderedRuns<>(work, failure, watcher, stop).run(threads, units, sink);
    }

    private Iterator<UnitKey> units() {
        return points.stream()
                .flatMap(point -> IntStream.range(0, replications)
                        .mapToObj(replication -> new UnitKey(point.index(), point.regime(), replication)))
                .iterator();
    }

    private UnitResult unit(UnitKey key) {
        return UnitResult.of(key, simulation(key).run());
    }

    private Simulation simulation(UnitKey key) {
        Draw draw = new Draw(seed, key.replication());
        return new Simulation(worlds.get(key.point()), draw, queues.get());
    }

    /**
     * Runs one replication under the eyes of somebody; the result is the same as without.
     *
     * @throws UncheckedIOException if the observer cannot write: the replication itself reads and writes nothing
     */
    public UnitResult observed(UnitKey key, Observer observer) {
        try {
            return UnitResult.of(key, simulation(key).run(observer));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return failed(key, e);
        }
    }

    /**
     * Runs the beginning of one replication under the eyes of somebody.
     *
     * @param untilMicros end, excluded
     */
    public void observedUntil(UnitKey key, long untilMicros, Observer observer) {
        simulation(key).runUntil(untilMicros, observer);
    }

    private static UnitResult failed(UnitKey key, Throwable thrown) {
        LOG.debug("{} failed", key, thrown);
        String what = thrown.getClass().getSimpleName();
        String message = Objects.requireNonNullElse(thrown.getMessage(), "");
        return UnitResult.failed(key, message.isEmpty() ? what : what + ": " + message);
    }
}
