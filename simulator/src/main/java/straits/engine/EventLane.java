package straits.engine;

import java.util.Arrays;

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

    private long[] times = new long[64];
    private long[] keys = new long[64];
    private int[] subjects = new int[64];

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
                || (atMicros == lastMicros && head < tail && phase >= LadderQueue.phase(keys[index(tail - 1)]));
        return behind && atMicros < Long.MAX_VALUE;
    }

    long append(long atMicros, long key, int subject) {
        if (tail - head == times.length) {
            grow();
        }
        int index = index(tail);
        times[index] = atMicros;
        keys[index] = key;
        subjects[index] = subject;
        lastMicros = atMicros;
        headMicros = Math.min(headMicros, atMicros);
        return HANDLE_BIT | tail++;
    }

    private int index(long position) {
        return (int) position & (times.length - 1);
    }

    boolean cancel(long handle) {
        long position = handle ^ HANDLE_BIT;
        if (position < head || position >= tail || keys[index(position)] == GAP) {
            return false;
        }
        keys[index(position)] = GAP;
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
        return headMicros == Long.MAX_VALUE ? Long.MAX_VALUE : keys[index(head)];
    }

    int headSubject() {
        return subjects[index(head)];
    }

    void removeHead() {
        head++;
        findHead();
    }

    private void findHead() {
        while (gaps > 0 && head < tail && keys[index(head)] == GAP) {
            head++;
            gaps--;
        }
        if (head == tail) {
            headMicros = Long.MAX_VALUE;
            lastMicros = BEFORE_ALL;
        } else {
            headMicros = times[index(head)];
        }
    }

    /** Doubles the arrays and lays the events out so that a position's index is again its low bits. */
    private void grow() {
        int oldLength = times.length;
        times = Arrays.copyOf(times, 2 * oldLength);
        keys = Arrays.copyOf(keys, 2 * oldLength);
        subjects = Arrays.copyOf(subjects, 2 * oldLength);
        for (long position = head; position < tail; position++) {
            int from = (int) position & (oldLength - 1);
            times[index(position)] = times[from];
            keys[index(position)] = keys[from];
            subjects[index(position)] = subjects[from];
        }
    }
}
