package straits.engine;

import java.util.Arrays;

/**
 * A ring buffer of events that arrive in order. A handle is the position at which the event was ever appended, with a bit
 * set that no handle of the heap has; positions are never used again, so that a stale handle cannot name a later event. A
 * cancelled event leaves a gap that the head skips.
 */
final class EventLane {

    private static final long HANDLE_BIT = 1L << 62;

    /** Key of a gap. Keys of events are never negative. */
    private static final long GAP = -1;

    private long[] times = new long[64];
    private long[] keys = new long[64];
    private int[] subjects = new int[64];

    /** Empty until an event with a payload comes: those of the hourly round have none, and it is bound by memory. */
    private long[] payloads = new long[0];

    /** Positions of the first event and behind the last, ever growing; the array index is their low bits. */
    private long head;

    private long tail;
    private int gaps;

    private long lastMicros;
    private long lastKey;

    /** Copies of the first event's time and key, or the greatest values there are if the lane is empty. */
    private long headMicros = Long.MAX_VALUE;

    private long headKey = Long.MAX_VALUE;

    static boolean isHandle(long handle) {
        return handle >= HANDLE_BIT;
    }

    /** Whether the event would stand behind all others of the lane. */
    boolean accepts(long atMicros, long key) {
        return head == tail || atMicros > lastMicros || (atMicros == lastMicros && key > lastKey);
    }

    long append(long atMicros, long key, int subject, long payload) {
        if (tail - head == times.length) {
            grow();
        }
        int index = (int) tail & (times.length - 1);
        times[index] = atMicros;
        keys[index] = key;
        subjects[index] = subject;
        if (payload != 0 || payloads.length > 0) {
            keepPayload(index, payload);
        }
        if (head == tail) {
            headMicros = atMicros;
            headKey = key;
        }
        lastMicros = atMicros;
        lastKey = key;
        return HANDLE_BIT | tail++;
    }

    private void keepPayload(int index, long payload) {
        if (payloads.length == 0) {
            payloads = new long[times.length];
        }
        payloads[index] = payload;
    }

    boolean cancel(long handle) {
        long position = handle ^ HANDLE_BIT;
        if (position < head || position >= tail) {
            return false;
        }
        int index = (int) position & (times.length - 1);
        if (keys[index] == GAP) {
            return false;
        }
        keys[index] = GAP;
        gaps++;
        skipGaps();
        return true;
    }

    int size() {
        return (int) (tail - head) - gaps;
    }

    long headMicros() {
        return headMicros;
    }

    long headKey() {
        return headKey;
    }

    int headSubject() {
        return subjects[(int) head & (times.length - 1)];
    }

    long headPayload() {
        return payloads.length == 0 ? 0 : payloads[(int) head & (times.length - 1)];
    }

    void removeHead() {
        head++;
        skipGaps();
    }

    private void skipGaps() {
        int mask = times.length - 1;
        while (head < tail && keys[(int) head & mask] == GAP) {
            head++;
            gaps--;
        }
        boolean empty = head == tail;
        headMicros = empty ? Long.MAX_VALUE : times[(int) head & mask];
        headKey = empty ? Long.MAX_VALUE : keys[(int) head & mask];
    }

    /** Doubles the arrays and lays the events out so that a position's index is again its low bits. */
    private void grow() {
        int oldLength = times.length;
        times = Arrays.copyOf(times, 2 * oldLength);
        keys = Arrays.copyOf(keys, 2 * oldLength);
        subjects = Arrays.copyOf(subjects, 2 * oldLength);
        payloads = Arrays.copyOf(payloads, 2 * payloads.length);
        for (long position = head; position < tail; position++) {
            int from = (int) position & (oldLength - 1);
            int to = (int) position & (times.length - 1);
            times[to] = times[from];
            keys[to] = keys[from];
            subjects[to] = subjects[from];
            if (payloads.length > 0) {
                payloads[to] = payloads[from];
            }
        }
    }
}
