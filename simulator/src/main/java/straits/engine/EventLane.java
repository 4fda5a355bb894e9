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

    /** What the event polled last carries: its place may be written over. */
    private int subject;

    private long first;
    private long second;
    private long third;

    static boolean isHandle(long handle) {
        return handle >= HANDLE_BIT;
    }

    long append(long atMicros, long key, int about, long with1, long with2, long with3) {
        if (atMicros < lastMicros) {
            throw new IllegalArgumentException(
                    "atMicros: " + atMicros + "; expected " + lastMicros + " or more, as appended before");
        }
        if (tail - head == capacity) {
            grow();
        }
        int at = at(tail);
        words[at + THIRD] = with3;
        words[at + TIME] = atMicros;
        words[at + KEY] = key;
        words[at + SUBJECT] = about;
        words[at + FIRST] = with1;
        words[at + SECOND] = with2;
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

    /** Takes the first event out; what it carries stays readable. */
    void poll() {
        int at = at(head);
        subject = (int) words[at + SUBJECT];
        first = words[at + FIRST];
        second = words[at + SECOND];
        third = words[at + THIRD];
        head++;
        findHead();
    }

    int subject() {
        return subject;
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    long third() {
        return third;
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
        for (long position = head; position < tail; position++) {
            System.arraycopy(old, STRIDE * ((int) position & oldMask), words, at(position), STRIDE);
        }
    }
}
