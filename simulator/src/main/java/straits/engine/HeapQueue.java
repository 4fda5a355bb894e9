package straits.engine;

import java.util.NoSuchElementException;
import straits.event.EventKind;

/**
 * The fast queue: a heap for events of any kind, and a lane beside it for kinds that come in time order.
 *
 * <p>Metering schedules every event one hour ahead of the clock. Such events arrive already sorted, so that a ring buffer
 * takes and gives them in constant time and runs through memory in sequence, where a heap would sift each one. The heads of
 * heap and lane are compared at each poll, and an event that does not fit behind the lane's tail goes to the heap: the order
 * is exact for any input. Nothing is allocated once the arrays have grown to what a run needs.
 *
 * <p>Cost, with n events in the heap: insert and poll O(1) in the lane, O(log n) in the heap; cancel O(1) amortised.
 */
public final class HeapQueue implements EventQueue {

    /**
     * Events of equal time are ordered by one long: phase, then sequence number, then ordinal of the kind. As no two
     * sequence numbers are equal the ordinal never decides; it only travels along. 48 bits of sequence number last for 280
     * million million events.
     */
    private static final int PHASE_SHIFT = 56;

    private static final int SEQUENCE_SHIFT = 8;
    private static final int KIND_MASK = 0xFF;

    private static final EventKind[] KINDS = EventKind.values();

    private final EventHeap heap = new EventHeap();
    private final EventLane lane = new EventLane();

    private long nextSequence;

    private long timeMicros;
    private EventKind kind = KINDS[0];
    private int subject;
    private long payload;

    /** An empty queue. */
    public HeapQueue() {}

    /** {@inheritDoc} The ordinal of the kind never leaves memory: it is turned back into the kind at the poll. */
    @SuppressWarnings("EnumOrdinal")
    @Override
    public long insert(long atMicros, EventKind kind, int subject, long payload) {
        if (atMicros < 0) {
            throw new IllegalArgumentException("atMicros: " + atMicros + " is before the start; expected 0 or more");
        }
        long key = ((long) kind.phase() << PHASE_SHIFT) | (nextSequence++ << SEQUENCE_SHIFT) | kind.ordinal();
        if (kind.inOrder() && lane.accepts(atMicros, key)) {
            return lane.append(atMicros, key, subject, payload);
        }
        return heap.insert(atMicros, key, subject, payload);
    }

    @Override
    public boolean cancel(long handle) {
        return EventLane.isHandle(handle) ? lane.cancel(handle) : heap.cancel(handle);
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public long size() {
        return (long) heap.size() + lane.size();
    }

    @Override
    public long peekMicros() {
        return Math.min(heap.headMicros(), lane.headMicros());
    }

    @Override
    public void poll() {
        long heapMicros = heap.headMicros();
        long laneMicros = lane.headMicros();
        if (laneMicros < heapMicros || (laneMicros == heapMicros && lane.headKey() < heap.headKey())) {
            pollLane(laneMicros);
        } else {
            pollHeap(heapMicros);
        }
    }

    private void pollLane(long atMicros) {
        timeMicros = atMicros;
        kind = KINDS[(int) lane.headKey() & KIND_MASK];
        subject = lane.headSubject();
        payload = lane.headPayload();
        lane.removeHead();
    }

    private void pollHeap(long atMicros) {
        if (heap.size() == 0) {
            throw new NoSuchElementException("the queue is empty");
        }
        timeMicros = atMicros;
        kind = KINDS[(int) heap.headKey() & KIND_MASK];
        subject = heap.headSubject();
        payload = heap.headPayload();
        heap.removeHead();
    }

    @Override
    public long timeMicros() {
        return timeMicros;
    }

    @Override
    public EventKind kind() {
        return kind;
    }

    @Override
    public int subject() {
        return subject;
    }

    @Override
    public long payload() {
        return payload;
    }
}
