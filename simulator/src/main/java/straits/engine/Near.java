package straits.engine;

import java.util.Arrays;

/**
 * The few events that come next, in order: a run of those that were dealt out together, and a heap of those that came later. What
 * is dealt out together and does not fit into a run goes into the heap as well.
 *
 * <p>No branch of the run depends on which event is earlier, since the processor would guess it wrong half the time: the place of
 * each is how many are before it, counted by the signs of differences. Time and number of arrival share a long, so that no
 * two are equal; only equal times look into the slots, for the key.
 *
 * <p>Cost: of n events dealt out together O(n<sup>2</sup>) up to {@link #MOST}, which is some four nanoseconds each, else O(n);
 * O(log n) to add one to n in the heap or to remove it from there, O(1) to remove one of a run.
 */
final class Near {

    private static final int NUMBER_BITS = 5;

    /** What a run holds at most. */
    static final int MOST = 1 << NUMBER_BITS;

    private static final int NUMBER_MASK = MOST - 1;

    /** A stretch of time longer than this leaves no room for a number beside its times. */
    static final long LONGEST_MICROS = 1L << (Long.SIZE - 2 - NUMBER_BITS);

    /** How many are compared in a row. */
    private static final int BLOCK = 8;

    private static final int SIGN = Long.SIZE - 1;

    private final EventSlots slots;
    private final NearHeap heap;
    private final long[] arrived = new long[MOST];
    private final long[] ordered = new long[MOST];
    private final int[] slotOf = new int[MOST];
    private int size;
    private int next;
    private long fromMicros;
    private boolean dealsHeap;

    private boolean headInRun;
    private int headSlot;
    private long headMicros = Long.MAX_VALUE;

    Near(EventSlots slots) {
        this.slots = slots;
        heap = new NearHeap(slots);
    }

    /** Time of the first event; the greatest there is if there is none. */
    long headMicros() {
        return headMicros;
    }

    /** Slot of the first event; any if there is none. */
    int headSlot() {
        return headSlot;
    }

    boolean isEmpty() {
        return headMicros == Long.MAX_VALUE;
    }

    /** How many are in the heap. */
    int heaped() {
        return heap.size();
    }

    /**
     * Makes ready for a deal; nothing is near.
     *
     * @param from no event of it is earlier
     * @param count how many there are at most; if they fit into a run, none is {@link #LONGEST_MICROS} later
     */
    void begin(long from, int count) {
        dealsHeap = count > MOST;
        fromMicros = from;
        size = 0;
        next = 0;
    }

    /** One of a deal; {@link #order} must follow. */
    void deal(int slot) {
        if (dealsHeap) {
            heap.append(slots.micros(slot), slot);
        } else {
            arrived[size] = (slots.micros(slot) - fromMicros) << NUMBER_BITS | size;
            slotOf[size++] = slot;
        }
    }

    /** Ends a deal. */
    void order() {
        if (dealsHeap) {
            heap.order();
        } else {
            orderRun();
        }
        chooseHead();
    }

    private void orderRun() {
        int end = (size + BLOCK - 1) & -BLOCK;
        Arrays.fill(arrived, size, end, Long.MAX_VALUE);
        for (int each = 0; each < size; each++) {
            ordered[before(arrived[each], end)] = arrived[each];
        }
        for (int place = 1; place < size; place++) {
            if (sameTime(ordered[place], ordered[place - 1])) {
                orderByKey(place);
            }
        }
    }

    /** How many of the first are before that one. A block is written out: so short a loop would cost more than what is in it. */
    private int before(long one, int end) {
        long count = 0;
        for (int at = 0; at < end; at += BLOCK) {
            count += ((arrived[at] - one) >>> SIGN)
                    + ((arrived[at + 1] - one) >>> SIGN)
                    + ((arrived[at + 2] - one) >>> SIGN)
                    + ((arrived[at + 3] - one) >>> SIGN)
                    + ((arrived[at + 4] - one) >>> SIGN)
                    + ((arrived[at + 5] - one) >>> SIGN)
                    + ((arrived[at + 6] - one) >>> SIGN)
                    + ((arrived[at + 7] - one) >>> SIGN);
        }
        return (int) count;
    }

    private static boolean sameTime(long one, long other) {
        return one >>> NUMBER_BITS == other >>> NUMBER_BITS;
    }

    /** Moves one that is equal in time to the one before it to its place among such. */
    private void orderByKey(int from) {
        long one = ordered[from];
        long key = slots.key(slotOf(one));
        int place = from;
        while (place > 0 && sameTime(ordered[place - 1], one) && key < slots.key(slotOf(ordered[place - 1]))) {
            ordered[place] = ordered[place - 1];
            place--;
        }
        ordered[place] = one;
    }

    private int slotOf(long entry) {
        return slotOf[(int) entry & NUMBER_MASK];
    }

    /** An event by itself. */
    void add(long micros, int slot) {
        heap.push(micros, slot);
        chooseHead();
    }

    void removeHead() {
        if (headInRun) {
            next++;
        } else {
            heap.removeRoot();
        }
        chooseHead();
    }

    private void chooseHead() {
        long runMicros = next == size ? Long.MAX_VALUE : fromMicros + (ordered[next] >>> NUMBER_BITS);
        int runSlot = slotOf(ordered[next & NUMBER_MASK]);
        if (heap.size() == 0) {
            headInRun = true;
            headMicros = runMicros;
            headSlot = runSlot;
        } else {
            long heapMicros = heap.time(0);
            int heapSlot = heap.slot(0);
            headInRun = runMicros < heapMicros || (runMicros == heapMicros && slots.key(runSlot) < slots.key(heapSlot));
            headMicros = headInRun ? runMicros : heapMicros;
            headSlot = headInRun ? runSlot : heapSlot;
        }
    }

    /** Hands over all, in no order. */
    void drain(Buckets.Sink sink) {
        for (; next < size; next++) {
            sink.take(slotOf(ordered[next]));
        }
        int count = heap.size();
        heap.clear();
        for (int node = 0; node < count; node++) {
            sink.take(heap.slot(node));
        }
        chooseHead();
    }
}
