package straits.engine;

import java.util.Arrays;

/**
 * The few events that come next, in order: a heap with four children per node over parallel arrays of time and slot. Only
 * equal times look into the slots, for the key.
 */
final class NearHeap {

    private final EventSlots slots;
    private long[] times = new long[64];
    private int[] slotOf = new int[64];
    private int nodes;

    NearHeap(EventSlots slots) {
        this.slots = slots;
    }

    int size() {
        return nodes;
    }

    long time(int node) {
        return times[node];
    }

    int slot(int node) {
        return slotOf[node];
    }

    /** Adds a node without putting it in its place; {@link #order} must follow. */
    void append(long time, int slot) {
        if (nodes == times.length) {
            times = Arrays.copyOf(times, 2 * nodes);
            slotOf = Arrays.copyOf(slotOf, 2 * nodes);
        }
        place(nodes++, time, slot);
    }

    /** Makes a heap of what was appended, in O(n). */
    void order() {
        for (int node = (nodes - 2) >> 2; node >= 0; node--) {
            siftDown(node, times[node], slotOf[node]);
        }
    }

    void push(long time, int slot) {
        append(time, slot);
        siftUp(nodes - 1, time, slot);
    }

    void removeRoot() {
        int last = --nodes;
        if (last > 0) {
            siftDown(0, times[last], slotOf[last]);
        }
    }

    void clear() {
        nodes = 0;
    }

    private void siftUp(int from, long time, int slot) {
        int node = from;
        while (node > 0) {
            int parent = (node - 1) >> 2;
            if (!before(time, slot, parent)) {
                break;
            }
            place(node, times[parent], slotOf[parent]);
            node = parent;
        }
        place(node, time, slot);
    }

    private void siftDown(int from, long time, int slot) {
        int node = from;
        for (int child = 4 * node + 1; child < nodes; child = 4 * node + 1) {
            int least = leastOf(child, Math.min(child + 4, nodes));
            if (before(time, slot, least)) {
                break;
            }
            place(node, times[least], slotOf[least]);
            node = least;
        }
        place(node, time, slot);
    }

    private int leastOf(int first, int end) {
        int least = first;
        for (int child = first + 1; child < end; child++) {
            if (before(times[child], slotOf[child], least)) {
                least = child;
            }
        }
        return least;
    }

    private boolean before(long time, int slot, int node) {
        long other = times[node];
        return time < other || (time == other && slots.key(slot) < slots.key(slotOf[node]));
    }

    private void place(int node, long time, int slot) {
        times[node] = time;
        slotOf[node] = slot;
    }
}
