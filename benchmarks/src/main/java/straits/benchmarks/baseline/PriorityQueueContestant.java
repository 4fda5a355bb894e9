package straits.benchmarks.baseline;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import straits.event.EventKind;

/**
 * The loop everybody writes first: {@link PriorityQueue} over event objects that are used again. Its removal of an element is
 * a linear search, so that a cancelled event is marked and dropped when it comes up, as is usual.
 */
final class PriorityQueueContestant implements Contestant {

    private final HoldModel model;
    private final PriorityQueue<Ours> queue;
    private final ArrayDeque<Ours> spare = new ArrayDeque<>();
    private final Ours[] pending;
    private long nextSequence;
    private long nowMicros;

    PriorityQueueContestant(HoldModel model) {
        this.model = model;
        pending = new Ours[model.pending()];
        queue = new PriorityQueue<>(pending.length);
    }

    @Override
    public void schedule(long delayMicros, EventKind kind, int subject) {
        Ours event = spare.isEmpty() ? new Ours() : spare.pop();
        event.atMicros = nowMicros + delayMicros;
        event.sequence = nextSequence++;
        event.kind = kind;
        event.subject = subject;
        event.cancelled = false;
        pending[subject] = event;
        queue.add(event);
    }

    @Override
    public void reschedule(long delayMicros, EventKind kind, int subject) {
        pending[subject].cancelled = true;
        schedule(delayMicros, kind, subject);
    }

    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            Ours event = queue.remove();
            // Before it is handled: an event that schedules itself again gets its own object.
            spare.push(event);
            if (!event.cancelled) {
                nowMicros = event.atMicros;
                goesOn = model.on(event.kind, event.subject, nowMicros);
            }
        }
    }

    @Override
    public long nowMicros() {
        return nowMicros;
    }

    private static final class Ours implements Comparable<Ours> {

        private long atMicros;
        private long sequence;
        private EventKind kind = EventKind.SAMPLING;
        private int subject;
        private boolean cancelled;

        @Override
        public int compareTo(Ours other) {
            if (atMicros != other.atMicros) {
                return atMicros < other.atMicros ? -1 : 1;
            }
            if (kind != other.kind && kind.phase() != other.kind.phase()) {
                return kind.phase() < other.kind.phase() ? -1 : 1;
            }
            return Long.compare(sequence, other.sequence);
        }
    }
}
