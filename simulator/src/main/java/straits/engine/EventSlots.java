package straits.engine;

import java.util.Arrays;

/**
 * What the general queue need not move about: key, subject and payload of each pending event, three longs in a row so that
 * an event costs one line of cache. Slots are reused, the last one given back first, while its line is warm.
 *
 * <p>A slot carries a generation that is odd while its event is pending. A handle is generation and slot: once the event is
 * polled or cancelled the generation has moved on, and the handle is stale for the next 2^30 uses of the slot.
 */
final class EventSlots {

    private static final int STRIDE = 4;
    private static final int TIME = 0;
    private static final int KEY = 1;
    private static final int PAYLOAD = 2;
    private static final int SUBJECT_AND_GENERATION = 3;

    private static final int LOW_31_BITS = 0x7FFF_FFFF;
    private static final int SLOT_BITS = 31;
    private static final int INT_BITS = 32;
    private static final long HIGH_32_BITS = 0xFFFF_FFFF_0000_0000L;
    private static final int NONE = -1;

    private long[] words = new long[64 * STRIDE];
    private int count;

    /** The slot given back last; its payload word names the one before it. */
    private int unused = NONE;

    /** Takes a slot for an event, which is pending from now on; returns its handle. */
    long take(long atMicros, long key, int subject, long payload) {
        int slot = unused == NONE ? fresh() : reused();
        int at = slot * STRIDE;
        words[at + TIME] = atMicros;
        words[at + KEY] = key;
        words[at + PAYLOAD] = payload;
        int generation = ((int) words[at + SUBJECT_AND_GENERATION] + 1) & LOW_31_BITS;
        words[at + SUBJECT_AND_GENERATION] = (long) subject << INT_BITS | generation;
        return (long) generation << SLOT_BITS | slot;
    }

    private int fresh() {
        if (count * STRIDE == words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        return count++;
    }

    private int reused() {
        int slot = unused;
        unused = (int) words[slot * STRIDE + PAYLOAD];
        return slot;
    }

    /** The event of a slot is no longer pending; the slot itself is still held. */
    void retire(int slot) {
        int at = slot * STRIDE + SUBJECT_AND_GENERATION;
        long word = words[at];
        words[at] = (word & HIGH_32_BITS) | (((int) word + 1) & LOW_31_BITS);
    }

    /** Gives a retired slot back. */
    void giveBack(int slot) {
        words[slot * STRIDE + PAYLOAD] = unused;
        unused = slot;
    }

    boolean isPending(int slot) {
        return (words[slot * STRIDE + SUBJECT_AND_GENERATION] & 1) != 0;
    }

    long handle(int slot) {
        return (words[slot * STRIDE + SUBJECT_AND_GENERATION] & LOW_31_BITS) << SLOT_BITS | slot;
    }

    static int slot(long handle) {
        return (int) handle & LOW_31_BITS;
    }

    /** The slot a handle names if its event is pending, else -1. */
    int pendingSlot(long handle) {
        int slot = (int) handle & LOW_31_BITS;
        return slot < count && isPending(slot) && handle(slot) == handle ? slot : NONE;
    }

    long micros(int slot) {
        return words[slot * STRIDE + TIME];
    }

    long key(int slot) {
        return words[slot * STRIDE + KEY];
    }

    long payload(int slot) {
        return words[slot * STRIDE + PAYLOAD];
    }

    int subject(int slot) {
        return (int) (words[slot * STRIDE + SUBJECT_AND_GENERATION] >> INT_BITS);
    }
}
