package straits.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Events that need no order yet: unsorted, by stretch of 2^32 microseconds (about 72 minutes), for those within 1,024
 * stretches, and in one list beyond. Putting one in costs O(1); each is moved once when its stretch comes near, and once per
 * 1,024 stretches before. Keeps the heap, whose cost grows with its size, small.
 */
final class FarEvents {

    private static final int STRETCH_BITS = 32;
    private static final int RING = 1024;

    private final Nodes[] ring = new Nodes[RING];
    private final Nodes beyond = new Nodes();

    /** The last stretch whose events are no longer here. */
    private long current;

    /** Stretches up to this one are in the ring, later ones beyond. */
    private long ringEnd = RING;

    private int size;

    /** A growing list of nodes: time, key and slot. */
    static final class Nodes {

        private long[] times = new long[8];
        private long[] keys = new long[8];
        private int[] slots = new int[8];
        private int count;

        void add(long time, long key, int slot) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
                keys = Arrays.copyOf(keys, 2 * count);
                slots = Arrays.copyOf(slots, 2 * count);
            }
            times[count] = time;
            keys[count] = key;
            slots[count++] = slot;
        }

        int count() {
            return count;
        }

        long time(int node) {
            return times[node];
        }

        long key(int node) {
            return keys[node];
        }

        int slot(int node) {
            return slots[node];
        }

        void clear() {
            count = 0;
        }

        /** Keeps the node, as the next of those kept so far. */
        void keep(int node, int kept) {
            times[kept] = times[node];
            keys[kept] = keys[node];
            slots[kept] = slots[node];
        }

        void truncate(int kept) {
            count = kept;
        }
    }

    FarEvents() {
        Arrays.setAll(ring, each -> new Nodes());
    }

    /** Whether an event belongs here: its stretch has not come near. */
    boolean isFar(long atMicros) {
        return atMicros >>> STRETCH_BITS > current;
    }

    void add(long time, long key, int slot) {
        long stretch = time >>> STRETCH_BITS;
        Nodes list = stretch <= ringEnd ? ring[(int) stretch & (RING - 1)] : beyond;
        list.add(time, key, slot);
        size++;
    }

    int size() {
        return size;
    }

    /** Moves on to the next stretch that holds anything and returns its events; there must be any. */
    Nodes nextStretch() {
        do {
            if (current == ringEnd) {
                turnRing();
            }
            current++;
        } while (ring[(int) current & (RING - 1)].count() == 0);
        Nodes near = ring[(int) current & (RING - 1)];
        size -= near.count();
        return near;
    }

    /** The ring has run empty: takes in what has come within its reach. */
    private void turnRing() {
        long next = Long.MAX_VALUE;
        for (int node = 0; node < beyond.count(); node++) {
            next = Math.min(next, beyond.time(node) >>> STRETCH_BITS);
        }
        current = next == Long.MAX_VALUE ? current : next - 1;
        ringEnd = current + RING;
        int kept = 0;
        for (int node = 0; node < beyond.count(); node++) {
            long stretch = beyond.time(node) >>> STRETCH_BITS;
            if (stretch <= ringEnd) {
                ring[(int) stretch & (RING - 1)].add(beyond.time(node), beyond.key(node), beyond.slot(node));
            } else {
                beyond.keep(node, kept++);
            }
        }
        beyond.truncate(kept);
    }

    /** Forgets the events that a test of slots says are dead; the test gives their slots back. */
    void sweep(IntPredicate dead) {
        size = 0;
        for (Nodes list : ring) {
            size += sweep(list, dead);
        }
        size += sweep(beyond, dead);
    }

    private static int sweep(Nodes list, IntPredicate dead) {
        int kept = 0;
        for (int node = 0; node < list.count(); node++) {
            if (!dead.test(list.slot(node))) {
                list.keep(node, kept++);
            }
        }
        list.truncate(kept);
        return kept;
    }
}
