package straits.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import straits.event.EventKind;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * The reference queue: SSJ's own simulator, clock and splay tree, driven step by step. It exists to be right rather than
 * fast: the same scenario must give the same bytes on it as on {@link LadderQueue}.
 *
 * <p>SSJ orders events by time, then priority, then insertion, which is the order of the contract with the phase as priority.
 * Its times are doubles and exact for whole microseconds up to 2^53 (285 years). O(log n) amortised per operation, one
 * object per event.
 */
public final class SsjQueue implements EventQueue {

    private static final long LIMIT_MICROS = 1L << 53;

    /** The payload and the three words of an appended event. */
    private static final int WORDS = 4;

    private final SsjStepper simulator = new SsjStepper();
    private final Map<Long, SsjEvent> pending = new HashMap<>();

    private long nextHandle = 1;

    private SsjEvent polled = new SsjEvent(simulator, 0, 0, EventKind.PERIOD_START, 0, new long[WORDS]);

    /** An empty queue on a simulator of its own. */
    public SsjQueue() {}

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also at or beyond 2^53 microseconds, where a double would lose microseconds
     */
    @Override
    public long insert(long atMicros, EventKind kind, int subject, long payload) {
        return add(atMicros, kind, subject, new long[] {payload, 0, 0, 0});
    }

    @Override
    public long append(long atMicros, EventKind kind, int subject, long first, long second, long third) {
        return add(atMicros, kind, subject, new long[] {0, first, second, third});
    }

    private long add(long atMicros, EventKind kind, int subject, long[] words) {
        if (atMicros < 0 || atMicros >= LIMIT_MICROS) {
            throw new IllegalArgumentException("atMicros: " + atMicros + "; expected 0 or more and less than 2^53");
        }
        long handle = nextHandle++;
        SsjEvent event = new SsjEvent(simulator, handle, atMicros, kind, subject, words);
        event.schedule(atMicros - simulator.time());
        pending.put(handle, event);
        return handle;
    }

    @Override
    public boolean cancel(long handle) {
        SsjEvent event = pending.remove(handle);
        return event != null && event.cancel();
    }

    @Override
    public boolean isEmpty() {
        return pending.isEmpty();
    }

    @Override
    public long size() {
        return pending.size();
    }

    @Override
    public boolean pollBefore(long endMicros) {
        if (isEmpty() || simulator.getEventList().getFirst().time() >= endMicros) {
            return false;
        }
        polled = Objects.requireNonNull(simulator.step(), "SSJ has lost an event");
        pending.remove(polled.handle);
        return true;
    }

    @Override
    public long timeMicros() {
        return polled.atMicros;
    }

    @Override
    public EventKind kind() {
        return polled.kind;
    }

    @Override
    public int subject() {
        return polled.subject;
    }

    @Override
    public long payload() {
        return polled.words[0];
    }

    @Override
    public long first() {
        return polled.words[1];
    }

    @Override
    public long second() {
        return polled.words[2];
    }

    @Override
    public long third() {
        return polled.words[3];
    }

    /** One step of SSJ's loop at a time; SSJ's own {@code start()} would not let go until the end. */
    private static final class SsjStepper extends Simulator {

        SsjStepper() {
            // A fresh simulator counts as stopped and would give no event.
            init();
        }

        @Nullable
        SsjEvent step() {
            return (SsjEvent) removeFirstEvent();
        }
    }

    /** SSJ forgets an event's time when it removes it, so that the time is kept here as well. */
    private static final class SsjEvent extends Event {

        private final long handle;
        private final long atMicros;
        private final EventKind kind;
        private final int subject;
        private final long[] words;

        SsjEvent(Simulator simulator, long handle, long atMicros, EventKind kind, int subject, long[] words) {
            super(simulator);
            this.handle = handle;
            this.atMicros = atMicros;
            this.kind = kind;
            this.subject = subject;
            this.words = words;
            setPriority(kind.phase());
        }

        @Override
        public void actions() {
            throw new IllegalStateException("events are handed over by the engine");
        }
    }
}
