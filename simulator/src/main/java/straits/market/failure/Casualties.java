package straits.market.failure;

import java.util.Arrays;
import straits.engine.Scheduler;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.market.lease.Interruptions;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseOrder;

/**
 * Whom a failure hits. The GPUs of a pool that are up stand in a row: free ones, leases in the order in which they were opened, what is
 * held for deals, captive ones. A failure takes a stretch of the row; one that reaches the end goes on at the beginning. Of what is held
 * only as many fail as free GPUs can take their place. O(leases of the pool), without a new object once warm.
 */
final class Casualties {

    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Interruptions interruptions;
    private final LeaseBook leases;

    private int[] hitLease = new int[16];
    private int[] hitGpus = new int[16];
    private int hits;

    /** The stretch: from its beginning, and what goes round from the beginning of the row. */
    private long from;

    private long to;
    private long wrapped;

    private int rentable;
    private int captive;

    Casualties(Scheduler scheduler, Inventory inventory, Interruptions interruptions, LeaseBook leases) {
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.interruptions = interruptions;
        this.leases = leases;
    }

    /**
     * Takes a stretch of a pool's row out of service.
     *
     * @param first place where it begins, from 0
     * @param gpus length, at most all that are up
     */
    void take(int pool, int first, int gpus) {
        int up = inventory.up(pool);
        from = first;
        to = Math.min(up, first + (long) gpus);
        wrapped = Math.max(0, first + (long) gpus - up);
        int free = inventory.free(pool);
        int leased = inventory.gpus(pool, PoolState.LEASED);
        int held = inventory.gpus(pool, PoolState.HELD);
        collect(pool, free, free + leased);
        int freeHit = inStretch(0, free);
        int heldHit = Math.min(free - freeHit, inStretch(free + leased, free + leased + held));
        captive = inStretch(free + leased + held, up);
        rentable = freeHit + heldHit;
        long now = scheduler.nowMicros();
        inventory.fail(pool, PoolState.FREE, freeHit + heldHit, now);
        inventory.fail(pool, PoolState.CAPTIVE, captive, now);
        strikeLeases();
    }

    private void collect(int pool, int first, int end) {
        hits = 0;
        int at = first;
        LeaseOrder order = interruptions.order();
        int lease = inStretch(first, end) == 0 ? LeaseOrder.NONE : order.first(pool);
        while (lease != LeaseOrder.NONE && (at < to || at < wrapped)) {
            int gpus = leases.gpus(lease);
            int hit = inStretch(at, at + gpus);
            if (hit > 0) {
                add(lease, hit);
            }
            at += gpus;
            lease = order.next(lease);
        }
    }

    private void add(int lease, int gpus) {
        if (hits == hitLease.length) {
            hitLease = Arrays.copyOf(hitLease, 2 * hits);
            hitGpus = Arrays.copyOf(hitGpus, 2 * hits);
        }
        hitLease[hits] = lease;
        hitGpus[hits++] = gpus;
    }

    /** Those hit are known before the first is told, since what one gives back may be leased again at once. */
    private void strikeLeases() {
        for (int hit = 0; hit < hits; hit++) {
            rentable += hitGpus[hit];
            interruptions.strike(hitLease[hit], hitGpus[hit]);
        }
    }

    private int inStretch(long low, long high) {
        long plain = Math.min(high, to) - Math.max(low, from);
        long round = Math.min(high, wrapped) - low;
        return (int) (Math.max(0, plain) + Math.max(0, round));
    }

    /** Rentable GPUs that the last failure took. */
    int rentable() {
        return rentable;
    }

    /** Captive GPUs that the last failure took. */
    int captive() {
        return captive;
    }
}
