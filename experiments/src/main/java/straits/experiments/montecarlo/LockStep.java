package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side, up to the first event in which they differ: one on a thread of its own, which is at most a few blocks of
 * events ahead, so that memory does not grow with their length. Neither goes on after the difference. For one use.
 */
final class LockStep {

    private static final int BLOCK = 4096;
    private static final int BLOCKS_AHEAD = 2;
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final List<WorldEvent> END = List.of();

    private final BlockingQueue<List<WorldEvent>> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private final StopSignal stop;
    private volatile boolean enough;
    private volatile @Nullable Throwable failure;

    private List<WorldEvent> ahead = new ArrayList<>();
    private List<WorldEvent> block = List.of();
    private int at;
    private boolean ended;
    private @Nullable WorldEvent first;
    private @Nullable WorldEvent second;

    /** Runs a world and tells its events to somebody. */
    @FunctionalInterface
    interface World {
        void run(Consumer<WorldEvent> events);
    }

    /** Ends a run from within. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    LockStep(StopSignal stop) {
        this.stop = stop;
    }

    /**
     * Runs both.
     *
     * @return the events that differ; both null if none does, or if it was stopped
     * @throws RuntimeException if a world fails before the worlds differ
     */
    EventPair run(World one, World other) {
        Thread leader = new Thread(() -> lead(one), "lockstep");
        leader.setDaemon(true);
        leader.start();
        try {
            other.run(this::follow);
            WorldEvent left = next();
            if (left != null) {
                first = left;
            }
        } catch (Enough e) {
            // The events are known.
        } finally {
            enough = true;
            join(leader);
        }
        return new EventPair(first, second);
    }

    /** What differs; both null if nothing does. */
    record EventPair(@Nullable WorldEvent one, @Nullable WorldEvent other) {}

    private void lead(World one) {
        try {
            one.run(event -> {
                ahead.add(event);
                if (ahead.size() == BLOCK) {
                    hand(ahead);
                    ahead = new ArrayList<>(BLOCK);
                }
            });
            if (!ahead.isEmpty()) {
                hand(ahead);
            }
            hand(END);
        } catch (Enough e) {
            // The other run needs no more.
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void hand(List<WorldEvent> events) {
        try {
            do {
                if (enough || stop.isRequested()) {
                    throw new Enough();
                }
            } while (!blocks.offer(events, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Enough();
        }
    }

    private void follow(WorldEvent event) {
        WorldEvent its = next();
        if (!event.equals(its)) {
            first = its;
            second = event;
            throw new Enough();
        }
    }

    /** The next event of the run ahead; null if it has ended. */
    private @Nullable WorldEvent next() {
        if (at == block.size() && !ended) {
            block = taken();
            at = 0;
            ended = block.isEmpty();
        }
        return at < block.size() ? block.get(at++) : null;
    }

    private List<WorldEvent> taken() {
        try {
            while (!stop.isRequested()) {
                List<WorldEvent> events = blocks.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                if (events != null) {
                    return events;
                }
                Throwable thrown = failure;
                if (thrown != null) {
                    throw new IllegalStateException("the other world failed: " + thrown.getMessage(), thrown);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Enough();
    }

    private static void join(Thread leader) {
        try {
            leader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
