package straits.engine;

import org.jspecify.annotations.Nullable;
import straits.event.EventKind;

/**
 * The fast queue: a ladder for events of any kind, and a lane beside it for those that are appended.
 *
 * <p>Metering schedules every event one hour ahead of the clock. Such events arrive already sorted, so that a ring buffer
 * takes and gives them in constant time and runs through memory in sequence. The heads of ladder and lane are compared at
 * each poll.
 * Nothing is allocated once the arrays have grown to what a run needs, and nothing is to be tuned.
 *
 * <p>Cost: insert, poll and cancel O(1) amortised, but for n events at one microsecond, which cost O(log n) each.
 */
public final class LadderQueue implements EventQueue {

    /**
     * Events of equal time are ordered by one long: phase, then sequence number, then ordinal of the kind. As no two
     * sequence numbers are equal the ordinal never decides; it only travels along. 48 bits of sequence number last for 280
     * million million events.
     */
    private static final int PHASE_SHIFT = 56;

    private static final int SEQUENCE_SHIFT = 8;
    private static final int KIND_MASK = 0xFF;

    private static final EventKind[] KINDS = EventKind.values();

    private final Ladder ladder = new Ladder();
    private final EventLane lane = new EventLane();
    private @Nullable EventKind laneKind;

    private long nextSequence;

    private long timeMicros;
    private int kindOrdinal;
    private int subject;
    private long payload;

    /** An empty queue. */
    public LadderQueue() {}

    @Override
    public long insert(long atMicros, EventKind kind, int about, long with) {
        if (atMicros < 0 || atMicros == Long.MAX_VALUE) {
            throw unkeepable(atMicros);
        }
        return ladder.insert(atMicros, nextKey(kind), about, with);
    }

    private static IllegalArgumentException unkeepable(long atMicros) {
        return new IllegalArgumentException("atMicros: " + atMicros + "; expected 0 or more and less than 2^63 - 1");
    }

    /** The ordinal of the kind never leaves memory: it is turned back into the kind at the poll. */
    @SuppressWarnings("EnumOrdinal")
    private long nextKey(EventKind kind) {
        return ((long) kind.phase() << PHASE_SHIFT) | (nextSequence++ << SEQUENCE_SHIFT) | kind.ordinal();
    }

    @Override
    public long append(long atMicros, EventKind kind, int about, long first, long second, long third) {
        if (kind != laneKind) {
            beginLane(kind);
        }
        if (atMicros < 0 || atMicros == Long.MAX_VALUE) {
            throw unkeepable(atMicros);
        }
        return lane.append(atMicros, nextKey(kind), about, first, second, third);
    }

    private void beginLane(EventKind kind) {
        if (laneKind != null) {
            throw new IllegalArgumentException("kind: " + kind + "; expected " + laneKind + ", as appended before");
        }
        laneKind = kind;
    }

    @Override
    public boolean cancel(long handle) {
        return EventLane.isHandle(handle) ? lane.cancel(handle) : ladder.cancel(handle);
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public long size() {
        return ladder.size() + lane.size();
    }

    @Override
    public boolean pollBefore(long endMicros) {
        long laneMicros = lane.headMicros();
        long ladderMicros = ladder.headMicros();
        if (laneMicros < ladderMicros || (laneMicros == ladderMicros && lane.headKey() < ladder.headKey())) {
            return laneMicros < endMicros && pollLane(laneMicros);
        }
        return ladderMicros < endMicros && pollLadder(ladderMicros);
    }

    private boolean pollLane(long atMicros) {
        timeMicros = atMicros;
        kindOrdinal = (int) lane.headKey() & KIND_MASK;
        lane.poll();
        subject = lane.subject();
        payload = 0;
        return true;
    }

    @Override
    public boolean followBefore(long endMicros) {
        long atMicros = lane.headMicros();
        if (atMicros >= endMicros || atMicros >= ladder.headMicros()) {
            return false;
        }
        timeMicros = atMicros;
        lane.poll();
        subject = lane.subject();
        return true;
    }

    @Override
    public long first() {
        return lane.first();
    }

    @Override
    public long second() {
        return lane.second();
    }

    @Override
    public long third() {
        return lane.third();
    }

    private boolean pollLadder(long atMicros) {
        timeMicros = atMicros;
        kindOrdinal = (int) ladder.headKey() & KIND_MASK;
        subject = ladder.headSubject();
        payload = ladder.headPayload();
        ladder.removeHead();
        return true;
    }

    @Override
    public long timeMicros() {
        return timeMicros;
    }

    @Override
    public EventKind kind() {
        return KINDS[kindOrdinal];
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
