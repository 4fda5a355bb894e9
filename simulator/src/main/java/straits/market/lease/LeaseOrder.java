package straits.market.lease;

import java.util.Arrays;

/** The leases of each pool in the order in which they were opened. All operations are O(1). */
public final class LeaseOrder {

    /** No lease. */
    public static final int NONE = -1;

    private final int[] first;
    private final int[] last;
    private int[] next = new int[64];
    private int[] previous = new int[64];

    LeaseOrder(int pools) {
        first = new int[pools];
        last = new int[pools];
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    void add(int pool, int lease) {
        if (lease >= next.length) {
            next = Arrays.copyOf(next, 2 * lease);
            previous = Arrays.copyOf(previous, 2 * lease);
        }
        link(pool, last[pool], lease);
        link(pool, lease, NONE);
    }

    void remove(int pool, int lease) {
        link(pool, previous[lease], next[lease]);
    }

    private void link(int pool, int before, int after) {
        if (before == NONE) {
            first[pool] = after;
        } else {
            next[before] = after;
        }
        if (after == NONE) {
            last[pool] = before;
        } else {
            previous[after] = before;
        }
    }

    /** The lease of a pool that was opened first; {@link #NONE} if it has none. */
    public int first(int pool) {
        return first[pool];
    }

    /** The lease of the same pool that was opened next; {@link #NONE} if this was the last. */
    public int next(int lease) {
        return next[lease];
    }
}
