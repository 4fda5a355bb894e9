package straits.engine;

/**
 * A ring buffer of events that arrive in order, each with three words of its own. A handle is the position at which the
 * event was ever appended, with a bit set that no handle of the ladder has; positions are never used again, so that a stale
 * handle cannot name a later event. A cancelled event leaves a gap that the head skips.
 */
final class EventLane {

    private static final long HANDLE_BIT = 1L << 62;

    /** Key of a gap. Keys of events are never negative. */
    private static final long GAP = -1;

    private static final int STRIDE = 6;
    private static final int TIME = 0;
    private static final int KEY = 1;
    private static final int SUBJECT = 2;
    private static final int FIRST = 3;
    private static final int SECOND = 4;
    private static final int THIRD = 5;

    private long[] words = new long[64 * STRIDE];

    private int capacity = 64;

    /** Positions of the first event and behind the last, ever growing; the array index is their low bits. */
    private long head;

    private long tail;
    private int gaps;

    /** Time of the first event; {@link Long#MAX_VALUE} if the lane is empty. */
    private long headMicros = Long.MAX_VALUE;

    private long lastMicros;

    /** Where the event polled last lies: it is not written over before the next poll. */
    private int polled;

    static boolean isHandle(long handle) {
        return handle >= HANDLE_BIT;
    }

    long append(long atMicros, long key, int subject, long first, long second, long third) {
        if (atMicros < lastMicros) {
            throw new IllegalArgumentException(
                    "atMicros: " + atMicros + "; expected " + lastMicros + " or more, as appended before");
        }
        int at = at(tail);
        words[at + THIRD] = third;
        words[at + TIME] = atMicros;
        words[at + KEY] = key;
        words[at + SUBJECT] = subject;
        words[at + FIRST] = first;
        words[at + SECOND] = second;
        lastMicros = atMicros;
        headMicros = Math.min(headMicros, atMicros);
        tail++;
        if (tail - head == capacity - 1) {
            grow();
        }
        return HANDLE_BIT | tail - 1;
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

    /** Takes the first event out; what it carries stays readable. */
    void poll() {
        polled = at(head);
        head++;
        findHead();
    }

    int subject() {
        return (int) words[polled + SUBJECT];
    }

    long first() {
        return words[polled + FIRST];
    }

    long second() {
        return words[polled + SECOND];
    }

    long third() {
        return words[polled + THIRD];
    }

    private void findHead() {
        while (gaps > 0 && head < tail && words[at(head) + KEY] == GAP) {
            head++;
            gaps--;
        }
        headMicros = head == tail ? Long.MAX_VALUE : words[at(head) + TIME];
    }

    /** Doubles the array and lays the events out so that a position's place is again given by its low bits. */
    private void grow() {
        long[] old = words;
        int oldMask = capacity - 1;
        capacity *= 2;
        words = new long[capacity * STRIDE];
        for (long position = head - 1; position < tail; position++) {
            System.arraycopy(old, STRIDE * ((int) position & oldMask), words, at(position), STRIDE);
        }
        polled = at(head - 1);
    }
}
