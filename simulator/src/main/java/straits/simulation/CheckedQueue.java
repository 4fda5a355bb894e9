package straits.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import straits.engine.EventQueue;
import straits.event.EventKind;
import straits.units.SimTime;

/**
 * Watches a queue: every event that it gives was inserted once, was neither given before nor cancelled, and comes in the order of
 * time, phase and insertion. It numbers events and lets the queue carry the number only. O(1) beside the cost of the queue.
 */
final class CheckedQueue implements EventQueue {

    /** A number of an event is above 0, so that a payload of 0 tells one that was appended. */
    private static final long APPENDED = 0;

    private final EventQueue queue;
    private final Map<Long, Event> pending = new HashMap<>();
    private long numbers;
    private @Nullable Event polled;

    /** An event as it was inserted. */
    private record Event(
            long number, long handle, long atMicros, EventKind kind, int subject, long payload, Words words) {

        boolean before(Event other) {
            if (atMicros != other.atMicros) {
                return atMicros < other.atMicros;
            }
            int phase = kind.phase();
            int its = other.kind.phase();
            return phase == its ? number < other.number : phase < its;
        }

        @Override
        public String toString() {
            return kind + " of " + subject + ", the " + number + "th inserted, at hour " + SimTime.toHours(atMicros);
        }
    }

    /** What an appended event carries. */
    private record Words(long first, long second, long third) {
        static final Words NONE = new Words(0, 0, 0);
    }

    /** Watches an empty queue from now on. */
    CheckedQueue(EventQueue queue) {
        this.queue = queue;
    }

    @Override
    public long insert(long atMicros, EventKind kind, int subject, long payload) {
        long number = ++numbers;
        long handle = queue.insert(atMicros, kind, subject, number);
        pending.put(number, new Event(number, handle, atMicros, kind, subject, payload, Words.NONE));
        return number;
    }

    @Override
    public long append(long atMicros, EventKind kind, int subject, long first, long second, long third) {
        long number = ++numbers;
        long handle = queue.append(atMicros, kind, subject, number, second, third);
        pending.put(number, new Event(number, handle, atMicros, kind, subject, 0, new Words(first, second, third)));
        return number;
    }

    @Override
    public boolean cancel(long number) {
        Event event = pending.remove(number);
        if (event == null) {
            return false;
        }
        Invariant.EVENTS.require(queue.cancel(event.handle), () -> event + " is pending, and its queue has lost it");
        return true;
    }

    @Override
    public boolean isEmpty() {
        return pending.isEmpty();
    }

    @Override
    public long size() {
        return queue.size();
    }

    @Override
    public boolean pollBefore(long endMicros) {
        Invariant.EVENTS.require(
                queue.size() == pending.size(),
                () -> pending.size() + " events are pending, the queue has " + queue.size());
        if (!queue.pollBefore(endMicros)) {
            return false;
        }
        Event before = polled;
        Event next = taken();
        polled = next;
        Invariant.ORDER.require(
                before == null || before.before(next),
                () -> next + " comes after " + before + ", which is to come later");
        Invariant.HORIZON.require(next.atMicros < endMicros, () -> next + " runs after the end");
        return true;
    }

    private Event taken() {
        long number = queue.payload() == APPENDED ? queue.first() : queue.payload();
        Event event = pending.remove(number);
        if (event == null) {
            throw new InvariantException(
                    Invariant.EVENTS, queue.kind() + " of " + queue.subject() + " has run already or was cancelled");
        }
        boolean same =
                queue.timeMicros() == event.atMicros && queue.kind() == event.kind && queue.subject() == event.subject;
        Invariant.EVENTS.require(
                same,
                () -> event + " comes as " + queue.kind() + " of " + queue.subject() + " at hour "
                        + SimTime.toHours(queue.timeMicros()));
        return event;
    }

    private Event current() {
        return Objects.requireNonNull(polled, "no event has been polled");
    }

    @Override
    public long timeMicros() {
        return current().atMicros;
    }

    @Override
    public EventKind kind() {
        return current().kind;
    }

    @Override
    public int subject() {
        return current().subject;
    }

    @Override
    public long payload() {
        return current().payload;
    }

    @Override
    public long first() {
        return current().words.first;
    }

    @Override
    public long second() {
        return current().words.second;
    }

    @Override
    public long third() {
        return current().words.third;
    }
}
