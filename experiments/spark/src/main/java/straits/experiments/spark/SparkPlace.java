package straits.experiments.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import straits.experiments.api.RunPlace;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.UnitText;

/**
 * Runs replications on the executors of a Spark cluster. A task is a few ranges of units; it brings back their answers and rows as
 * bytes, which are delivered in the order of the units, whichever task ends first. Units are sent in waves of two tasks for each
 * core that the cluster has by then, three waves at a time: the cluster works on the next ones while one is written. A wave brings
 * no more than some hundred megabytes, so that the memory of the driver stays flat however many units there are. Executors,
 * partitions, retries and speculative copies change no result. For one thread.
 */
public final class SparkPlace implements RunPlace {

    /** Units per task unless told otherwise: small ones cost less than a task, and of large ones few are lost with a task. */
    public static final int UNITS_PER_TASK = 10;

    private static final int TASKS_PER_CORE = 2;
    private static final int WAVES = 3;

    /** Well below {@code spark.driver.maxResultSize}, a gigabyte unless told otherwise, beyond which Spark ends a job. */
    private static final double WAVE_BYTES = 1 << 27;

    private static final long TICK_MILLIS = 200;

    private final JavaSparkContext spark;
    private final int unitsPerTask;
    private @Nullable Experiment sent;
    private @Nullable Broadcast<Work> work;
    private long deliveredUnits;
    private long deliveredBytes;

    /**
     * A cluster.
     *
     * @param spark its context, which stays open
     * @param unitsPerTask most units of a task, 1 or more; changes no result
     */
    public SparkPlace(JavaSparkContext spark, int unitsPerTask) {
        if (unitsPerTask < 1) {
            throw new IllegalArgumentException("units per task must be 1 or more, was " + unitsPerTask);
        }
        this.spark = spark;
        this.unitsPerTask = unitsPerTask;
    }

    @Override
    public boolean run(
            Experiment experiment,
            Iterator<UnitKey> units,
            Consumer<UnitText> sink,
            RunWatcher<? super UnitText> watcher,
            StopSignal stop) {
        Deque<JavaFutureAction<List<byte[]>>> waves = new ArrayDeque<>();
        try {
            while (units.hasNext() || !waves.isEmpty()) {
                while (units.hasNext() && waves.size() < WAVES) {
                    waves.add(start(work(experiment), units));
                }
                List<byte[]> wave = awaited(waves.element(), watcher, stop);
                if (wave == null) {
                    return false;
                }
                waves.remove();
                deliver(wave, sink, watcher);
            }
            return true;
        } finally {
            waves.forEach(wave -> wave.cancel(true));
        }
    }

    /** Sent once, since the rounds of an experiment may be many. */
    private Broadcast<Work> work(Experiment experiment) {
        Broadcast<Work> its = work;
        if (its == null || sent != experiment) {
            its = spark.broadcast(new Work(experiment, Surroundings.here()));
            work = its;
            sent = experiment;
        }
        return its;
    }

    private JavaFutureAction<List<byte[]>> start(Broadcast<Work> work, Iterator<UnitKey> units) {
        List<int[]> tasks = tasks(units);
        return spark.parallelize(tasks, tasks.size())
                .map(ranges -> work.value().run(ranges))
                .collectAsync();
    }

    /** Where there are few units, each core gets its share of them before any gets more. */
    private List<int[]> tasks(Iterator<UnitKey> units) {
        int tasks = TASKS_PER_CORE * Math.max(1, spark.defaultParallelism());
        List<UnitKey> wave = new ArrayList<>();
        long most = mostUnits(tasks);
        while (units.hasNext() && wave.size() < most) {
            wave.add(units.next());
        }
        int each = Math.max(1, wave.size() / tasks);
        return IntStream.iterate(0, from -> from < wave.size(), from -> from + each)
                .mapToObj(from -> UnitRanges.of(wave.subList(from, Math.min(from + each, wave.size()))))
                .toList();
    }

    /** One unit a task until it is known what a unit brings. */
    private long mostUnits(int tasks) {
        long fitting = deliveredUnits == 0 ? tasks : (long) (WAVE_BYTES * deliveredUnits / deliveredBytes);
        return Math.max(tasks, Math.min((long) tasks * unitsPerTask, fitting));
    }

    /** What a wave brings; null if a stop is wanted first. A context that is stopped together with the process is such a wish too. */
    private static @Nullable List<byte[]> awaited(
            JavaFutureAction<List<byte[]>> wave, RunWatcher<? super UnitText> watcher, StopSignal stop) {
        while (!stop.isRequested()) {
            try {
                return wave.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                watcher.tick();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop.request();
            } catch (ExecutionException | CancellationException e) {
                if (!stop.isRequested()) {
                    throw failed(e);
                }
            }
        }
        return null;
    }

    private static UncheckedIOException failed(Exception thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String message = "the cluster failed: " + first;
        return new UncheckedIOException(message, new IOException(message, cause));
    }

    private void deliver(List<byte[]> wave, Consumer<UnitText> sink, RunWatcher<? super UnitText> watcher) {
        for (byte[] task : wave) {
            deliveredBytes += task.length;
            try {
                UnitBytes.read(task, unit -> {
                    deliveredUnits++;
                    sink.accept(unit);
                    watcher.finished(unit);
                    watcher.tick();
                });
            } catch (IOException e) {
                throw new UncheckedIOException("a task brought back something unreadable: " + e.getMessage(), e);
            }
        }
    }
}
