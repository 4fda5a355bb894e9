package straits.experiments.montecarlo;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import straits.engine.EventQueue;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.simulation.Draw;
import straits.simulation.Expected;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.World;

/**
 * All replications of an experiment. Unless it says otherwise, every point sees the same master seed and the same numbers of
 * replications, so that two points share all random numbers they have in common. What is run, and in which order it is
 * delivered, is the {@link Course} of the experiment and never depends on threads.
 */
public final class MonteCarlo {

    private static final Logger LOG = LoggerFactory.getLogger(MonteCarlo.class);

    /** Rows of the design whose worlds are kept: more than most machines have cores, and a few megabytes each. */
    private static final int KEPT_WORLDS = 32;

    private final Experiment experiment;
    private final List<Point> points;
    private final PointWorlds worlds;
    private final Supplier<EventQueue> queues;
    private final boolean checked;

    /**
     * The replications of an experiment.
     *
     * @param queues gives an empty event queue to each; which kind changes no result
     */
    public MonteCarlo(Experiment experiment, Supplier<EventQueue> queues) {
        this(experiment, queues, false);
    }

    /**
     * The replications of an experiment.
     *
     * @param queues gives an empty event queue to each; which kind changes no result
     * @param checked whether invariants are checked as they run, which changes no result of a run that keeps them
     */
    public MonteCarlo(Experiment experiment, Supplier<EventQueue> queues, boolean checked) {
        this.experiment = experiment;
        this.queues = queues;
        this.checked = checked;
        points = experiment.points();
        worlds = new PointWorlds(experiment, KEPT_WORLDS);
    }

    /**
     * Runs a shard, or what is left of it. A replication that fails is a result like the others and stops nothing.
     *
     * @param threads replications at a time, 1 or more
     * @param shard which part
     * @param done results of its first units, which are there already and are not run again
     * @param form what to make of a result, on the thread that has run it; where it throws, the replication has failed
     * @param sink takes what was made in order, on the calling thread
     * @param watcher follows the progress
     * @param stop ends the run early
     * @return whether everything was delivered
     */
    public <T> boolean run(
            int threads,
            Shard shard,
            List<UnitResult> done,
            Function<? super UnitResult, T> form,
            Consumer<? super T> sink,
            RunWatcher<? super T> watcher,
            StopSignal stop) {
        LOG.debug("{} points, {}, shard {}, {} done", points.size(), experiment.replications(), shard, done.size());
        Function<UnitKey, Formed<T>> work = key -> Formed.of(unit(key), form);
        BiFunction<UnitKey, Throwable, Formed<T>> failure = (key, thrown) -> Formed.of(failed(key, thrown), form);
        OrderedRuns<UnitKey, Formed<T>> runs = new OrderedRuns<>(work, failure, Formed.watcher(watcher), stop);
        return new Course(experiment)
                .run(shard, done, (units, seen) -> runs.run(threads, units, unit -> unit.deliver(seen, sink)));
    }

    /**
     * Runs one replication. Where the model or the form fails, what is made of the failure; where the machine does, as by a full
     * memory, this throws.
     *
     * @param form what to make of a result
     */
    public <T> T run(UnitKey key, Function<? super UnitResult, T> form) {
        try {
            return form.apply(unit(key));
        } catch (RuntimeException | AssertionError e) {
            return form.apply(failed(key, e));
        }
    }

    /** One replication of a point, about to run: the very one that {@link #run} runs. */
    public Simulation simulation(Point point, int replication) {
        Draw draw = new Draw(experiment.seed(point), replication);
        World world = worlds.of(point);
        return checked ? Simulation.checked(world, draw, queues.get()) : new Simulation(world, draw, queues.get());
    }

    private UnitResult unit(UnitKey key) {
        Simulation simulation = simulation(key);
        try {
            return checked(UnitResult.of(key, simulation.run(), expected(key)));
        } catch (RuntimeException e) {
            return failed(key, e, simulation.lastEvents());
        }
    }

    private UnitResult checked(UnitResult result) {
        if (checked) {
            AnswerInvariants.check(result.answers());
        }
        return result;
    }

    private Expected expected(UnitKey key) {
        return worlds.expected(points.get(key.point()));
    }

    private Simulation simulation(UnitKey key) {
        return simulation(points.get(key.point()), key.replication());
    }

    /**
     * Runs one replication under the eyes of somebody; the result is the same as without.
     *
     * @throws UncheckedIOException if the observer cannot write: the replication itself reads and writes nothing
     */
    public UnitResult observed(UnitKey key, Observer observer) {
        Simulation simulation = simulation(key);
        try {
            return checked(UnitResult.of(key, simulation.run(observer), expected(key)));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return failed(key, e, simulation.lastEvents());
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
        return failed(key, thrown, List.of());
    }

    private static UnitResult failed(UnitKey key, Throwable thrown, List<String> lastEvents) {
        LOG.debug("{} failed", key, thrown);
        String what = thrown.getClass().getSimpleName();
        String message = Objects.requireNonNullElse(thrown.getMessage(), "");
        return UnitResult.failed(key, message.isEmpty() ? what : what + ": " + message, lastEvents);
    }
}
