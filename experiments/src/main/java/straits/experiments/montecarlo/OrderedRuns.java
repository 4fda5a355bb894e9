package straits.experiments.montecarlo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on units by a fixed number of threads and hands the results on in the order of the units, whichever finishes first. What
 * is delivered therefore never depends on the number of threads. No more than a few units per thread are finished and not yet
 * delivered, so that memory stays flat however many units there are. One thread takes the same path as many.
 *
 * @param <K> names a unit
 * @param <R> what came of it
 */
public final class OrderedRuns<K, R> {

    private static final int AHEAD_PER_THREAD = 3;
    private static final long TICK_MILLIS = 200;

    private final Function<K, R> work;
    private final BiFunction<K, Throwable, R> failure;
    private final RunWatcher<? super R> watcher;
    private final StopSignal stop;

    /**
     * How units are worked on.
     *
     * @param work gives the result of a unit; called on any thread
     * @param failure gives the result of a unit whose work threw anything, errors of the machine such as a full memory included
     * @param watcher is told of what finishes, as it finishes
     * @param stop ends the run when asked: no further unit is begun
     */
    public OrderedRuns(
            Function<K, R> work, BiFunction<K, Throwable, R> failure, RunWatcher<? super R> watcher, StopSignal stop) {
        this.work = work;
        this.failure = failure;
        this.watcher = watcher;
        this.stop = stop;
    }

    /**
     * Works on all units and delivers their results on the calling thread.
     *
     * @param threads how many units at a time, 1 or more
     * @param units the units, in the order of delivery
     * @param sink takes the results; what it throws ends the run
     * @return whether all was delivered; false after a stop, when what was delivered is a beginning of the
     *     order and holds every unit that was begun
     */
    public boolean run(int threads, Iterator<K> units, Consumer<? super R> sink) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, OrderedRuns::worker);
        try {
            return deliver(pool, threads * AHEAD_PER_THREAD, units, sink);
        } finally {
            // What still runs has no reader any more; the threads are daemons and do not hold the process.
            pool.shutdownNow();
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "replication");
        thread.setDaemon(true);
        return thread;
    }

    private boolean deliver(ExecutorService pool, int ahead, Iterator<K> units, Consumer<? super R> sink) {
        Deque<Future<@Nullable R>> pending = new ArrayDeque<>();
        while (units.hasNext() || !pending.isEmpty()) {
            while (units.hasNext() && pending.size() < ahead) {
                K unit = units.next();
                pending.add(pool.submit(() -> result(unit)));
            }
            R next = awaited(pending.remove());
            if (next == null) {
                return false;
            }
            sink.accept(next);
            watcher.tick();
        }
        return true;
    }

    /**
     * Null for a unit that was still in line when a stop was asked for. Units leave the line in their order, so that those under
     * way at a stop are a beginning of what is pending, and are finished and delivered.
     */
    private @Nullable R result(K unit) {
        if (stop.isRequested()) {
            return null;
        }
        R result = attempt(unit);
        watcher.finished(result);
        return result;
    }

    private R attempt(K unit) {
        try {
            return work.apply(unit);
        } catch (Throwable e) {
            return failure.apply(unit, e);
        }
    }

    /** The result, or null if the unit was not begun. An interruption is a wish to stop; the thread keeps its mark. */
    private @Nullable R awaited(Future<@Nullable R> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    watcher.tick();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.request();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a failure could not be told: " + e.getCause(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
