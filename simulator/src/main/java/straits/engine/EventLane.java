package straits.engine;

/**
 * A ring buffer of events that arrive in order and carry no payload. A handle is the position at which the event was ever
 * appended, with a bit set that no handle of the ladder has; positions are never used again, so that a stale handle cannot
 * name a later event. A cancelled event leaves a gap that the head skips.
 */
final class EventLane {

    private static final long HANDLE_BIT = 1L << 62;

    private static final long BEFORE_ALL = -1;

    /** Key of a gap. Keys of events are never negative. */
    private static final long GAP = -1;

    private static final int STRIDE = 3;
    private static final int TIME = 0;
    private static final int KEY = 1;
    private static final int SUBJECT = 2;

    /** Times, keys and subjects in turn. */
    private long[] words = new long[64 * STRIDE];

    private int capacity = 64;

    /** Positions of the first event and behind the last, ever growing; the array index is their low bits. */
    private long head;

    private long tail;
    private int gaps;

    /** Times of the first and the last event; {@link Long#MAX_VALUE} and {@link #BEFORE_ALL} if the lane is empty. */
    private long headMicros = Long.MAX_VALUE;

    private long lastMicros = BEFORE_ALL;

    static boolean isHandle(long handle) {
        return handle >= HANDLE_BIT;
    }

    /**
     * Whether a new event would stand behind all others of the lane. At the last event's time that depends on the phase
     * alone, since sequence numbers only grow.
     */
    boolean accepts(long atMicros, int phase) {
        boolean behind = atMicros > lastMicros
                || (atMicros == lastMicros && head < tail && phase >= LadderQueue.phase(words[at(tail - 1) + KEY]));
        return behind && atMicros < Long.MAX_VALUE;
    }

    long append(long atMicros, long key, int subject) {
        if (tail - head == capacity) {
            grow();
        }
        int at = at(tail);
        words[at + TIME] = atMicros;
        words[at + KEY] = key;
        words[at + SUBJECT] = subject;
        lastMicros = atMicros;
        headMicros = Math.min(headMicros, atMicros);
        return HANDLE_BIT | tail++;
    }

    private int at(long position) {
        return STRIDE * ((int) position & (capacity - 1));
    }

    boolean cancel(long handle) {
        long position = handle ^ HANDLE_BIT;
        if (position < head || position >= tail || words[at(position) + KEY] == GAP) {
            return false;
        }
        words[at(position) + KEY] = GAP;
        gaps++;
        findHead();
        return true;
    }

    int size() {
        return (int) (tail - head) - gaps;
    }

    long headMicros() {
        return headMicros;
    }

    long headKey() {
        return headMicros == Long.MAX_VALUE ? Long.MAX_VALUE : words[at(head) + KEY];
    }

    int headSubject() {
        return (int) words[at(head) + SUBJECT];
    }

    void removeHead() {
        head++;
        findHead();
    }

    private void findHead() {
        while (gaps > 0 && head < tail && words[at(head) + KEY] == GAP) {
            head++;
            gaps--;
        }
        if (head == tail) {
            headMicros = Long.MAX_VALUE;
            lastMicros = BEFORE_ALL;
        } else {
            headMicros = words[at(head) + TIME];
        }
    }

    /** Doubles the array and lays the events out so that a position's place is again given by its low bits. */
    private void grow() {
        long[] old = words;
        int oldMask = capacity - 1;
        capacity *= 2;
        words = new long[capacity * STRIDE];
        for (long position = head; position < tail; position++) {
            System.arraycopy(old, STRIDE * ((int) position & oldMask), words, at(position), STRIDE);
        }
    }
}
