package straits.engine;

import java.util.Arrays;

/**
 * A heap with four children per node over parallel arrays, in front of {@link FarEvents}: only events of the near future
 * are kept in order. Nodes hold what ordering needs (time, key) and a slot; the rest of the event stays in its slot and
 * does not move.
 *
 * <p>A slot carries a generation that is odd while its event is pending. A handle is slot and generation, and cancelling
 * makes the generation even: the node stays behind, is dropped when it reaches the root, and a handle to a slot that was
 * used again no longer matches. Once more than half of the nodes are dead they are all swept out, near and far apart, so
 * that cancelling costs O(1) amortised and neither part exceeds twice its live events.
 */
final class EventHeap {

    private static final int SLOT_BITS = 31;
    private static final int LOW_31_BITS = 0x7FFF_FFFF;

    /** Below this size a sweep gains nothing. */
    private static final int SMALLEST_SWEEP = 64;

    private long[] times = new long[64];
    private long[] keys = new long[64];
    private int[] slots = new int[64];
    private int nodes;
    private int dead;

    private final FarEvents far = new FarEvents();
    private int deadFar;

    private int[] generations = new int[64];
    private boolean[] isFar = new boolean[64];
    private int[] subjects = new int[64];
    private long[] payloads = new long[64];
    private int[] freeSlots = new int[64];
    private int freeCount;
    private int slotCount;

    long insert(long atMicros, long key, int subject, long payload) {
        int slot = takeSlot();
        subjects[slot] = subject;
        payloads[slot] = payload;
        isFar[slot] = far.isFar(atMicros);
        if (isFar[slot]) {
            far.add(atMicros, key, slot);
            refill();
        } else {
            push(atMicros, key, slot);
        }
        return ((long) generations[slot] << SLOT_BITS) | slot;
    }

    private void push(long atMicros, long key, int slot) {
        if (nodes == times.length) {
            growNodes();
        }
        siftUp(nodes++, atMicros, key, slot);
    }

    boolean cancel(long handle) {
        int slot = (int) handle & LOW_31_BITS;
        long generation = handle >>> SLOT_BITS;
        if (slot >= slotCount || generations[slot] != generation || (generation & 1) == 0) {
            return false;
        }
        generations[slot]++;
        if (isFar[slot]) {
            cancelFar();
        } else {
            cancelNear();
        }
        return true;
    }

    private void cancelFar() {
        deadFar++;
        if (deadFar > SMALLEST_SWEEP && deadFar > far.size() / 2) {
            far.sweep(this::giveBackIfDead);
            deadFar = 0;
        }
    }

    private void cancelNear() {
        dead++;
        dropDeadRoots();
        if (nodes > SMALLEST_SWEEP && dead > nodes / 2) {
            sweep();
        }
    }

    int size() {
        return nodes - dead + far.size() - deadFar;
    }

    /** As long as the heap is empty, brings the next stretch of the future near. */
    private void refill() {
        while (nodes == 0 && far.size() > 0) {
            FarEvents.Nodes near = far.nextStretch();
            for (int node = 0; node < near.count(); node++) {
                int slot = near.slot(node);
                if (giveBackIfDead(slot)) {
                    deadFar--;
                } else {
                    isFar[slot] = false;
                    push(near.time(node), near.key(node), slot);
                }
            }
            near.clear();
        }
    }

    private boolean giveBackIfDead(int slot) {
        boolean isDead = (generations[slot] & 1) == 0;
        if (isDead) {
            giveSlotBack(slot);
        }
        return isDead;
    }

    /** Time of the first live event, or the greatest there is if there is none. */
    long headMicros() {
        return nodes == 0 ? Long.MAX_VALUE : times[0];
    }

    long headKey() {
        return nodes == 0 ? Long.MAX_VALUE : keys[0];
    }

    int headSubject() {
        return subjects[slots[0]];
    }

    long headPayload() {
        return payloads[slots[0]];
    }

    void removeHead() {
        generations[slots[0]]++;
        removeRoot();
        dropDeadRoots();
    }

    private void dropDeadRoots() {
        while (dead > 0 && (generations[slots[0]] & 1) == 0) {
            dead--;
            removeRoot();
        }
        refill();
    }

    private void removeRoot() {
        giveSlotBack(slots[0]);
        int last = --nodes;
        if (last > 0) {
            siftDown(0, times[last], keys[last], slots[last]);
        }
    }

    private void siftUp(int from, long time, long key, int slot) {
        int node = from;
        while (node > 0) {
            int parent = (node - 1) >> 2;
            if (!before(time, key, parent)) {
                break;
            }
            place(node, times[parent], keys[parent], slots[parent]);
            node = parent;
        }
        place(node, time, key, slot);
    }

    private void siftDown(int from, long time, long key, int slot) {
        int node = from;
        for (int child = 4 * node + 1; child < nodes; child = 4 * node + 1) {
            int least = leastOf(child, Math.min(child + 4, nodes));
            if (before(time, key, least)) {
                break;
            }
            place(node, times[least], keys[least], slots[least]);
            node = least;
        }
        place(node, time, key, slot);
    }

    private int leastOf(int first, int end) {
        int least = first;
        for (int child = first + 1; child < end; child++) {
            if (before(times[child], keys[child], least)) {
                least = child;
            }
        }
        return least;
    }

    private boolean before(long time, long key, int node) {
        long other = times[node];
        return time < other || (time == other && key < keys[node]);
    }

    private void place(int node, long time, long key, int slot) {
        times[node] = time;
        keys[node] = key;
        slots[node] = slot;
    }

    /** Drops every dead node and builds the heap anew from what is left, in O(n). */
    private void sweep() {
        int live = 0;
        for (int node = 0; node < nodes; node++) {
            if ((generations[slots[node]] & 1) == 0) {
                giveSlotBack(slots[node]);
            } else {
                place(live++, times[node], keys[node], slots[node]);
            }
        }
        nodes = live;
        dead = 0;
        for (int node = (nodes - 2) >> 2; node >= 0; node--) {
            siftDown(node, times[node], keys[node], slots[node]);
        }
    }

    private int takeSlot() {
        int slot = freeCount > 0 ? freeSlots[--freeCount] : newSlot();
        generations[slot] = (generations[slot] + 1) & LOW_31_BITS;
        return slot;
    }

    private int newSlot() {
        if (slotCount == generations.length) {
            int length = 2 * slotCount;
            generations = Arrays.copyOf(generations, length);
            isFar = Arrays.copyOf(isFar, length);
            subjects = Arrays.copyOf(subjects, length);
            payloads = Arrays.copyOf(payloads, length);
            freeSlots = Arrays.copyOf(freeSlots, length);
        }
        return slotCount++;
    }

    private void giveSlotBack(int slot) {
        freeSlots[freeCount++] = slot;
    }

    private void growNodes() {
        int length = 2 * nodes;
        times = Arrays.copyOf(times, length);
        keys = Arrays.copyOf(keys, length);
        slots = Arrays.copyOf(slots, length);
    }
}
