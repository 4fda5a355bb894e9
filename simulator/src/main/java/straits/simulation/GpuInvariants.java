package straits.simulation;

import straits.market.failure.Outages;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseBook;
import straits.market.spot.SpotLease;

/** GPUs: where they are, who has them, and for how long. */
final class GpuInvariants {

    private final Assembly parts;
    private final Inventory inventory;

    GpuInvariants(Assembly parts) {
        this.parts = parts;
        inventory = parts.inventory();
    }

    private String slug(int pool) {
        return "pool " + parts.catalog().poolSlug(pool);
    }

    /** A pool by itself. */
    void pool(int pool) {
        Invariant.POOLS.require(inventory.conservedNow(pool), () -> slug(pool) + " has " + inventory.statesOf(pool));
    }

    /** Everything, counted anew. */
    void recount(long nowMicros) {
        for (int pool = 0; pool < inventory.pools(); pool++) {
            pool(pool);
            reclaimable(pool);
            held(pool);
            down(pool);
        }
        leases(nowMicros);
        deliveries();
        crews();
    }

    private void reclaimable(int pool) {
        int spot = inventory.available(pool) - inventory.free(pool);
        int running =
                parts.spot().running(pool).stream().mapToInt(SpotLease::gpus).sum();
        Invariant.FREE_GPUS.require(
                spot == running, () -> spot + " GPUs of " + slug(pool) + " give way, spot leases have " + running);
    }

    private void held(int pool) {
        int held = inventory.gpus(pool, PoolState.HELD);
        int negotiated = parts.procurements().stream()
                .mapToInt(each -> each.heldGpus(pool))
                .sum();
        Invariant.FREE_GPUS.require(
                negotiated <= held,
                () -> slug(pool) + " holds " + held + " GPUs, " + negotiated + " are negotiated about");
    }

    private void down(int pool) {
        Outages outages = parts.outages();
        int repaired = outages == null ? 0 : outages.repairs(pool);
        int down = inventory.gpus(pool, PoolState.DOWN);
        Invariant.REPAIRS.require(
                down == repaired, () -> down + " GPUs of " + slug(pool) + " are down, " + repaired + " come back");
    }

    private void crews() {
        Outages outages = parts.outages();
        if (outages != null) {
            Invariant.REPAIRS.require(outages.withinCrews(), () -> outages.crewsAtWork() + " crews are at work");
            Invariant.REPAIRS.require(
                    outages.consistent(), () -> "GPUs came into service or left it, and nothing let them fail");
        }
    }

    private void deliveries() {
        Invariant.DELIVERIES.require(parts.deliveries().withinPowerLimits(), () -> "a site exceeds its IT power limit");
        Invariant.DELIVERIES.require(
                parts.deliveries().conserved(),
                () -> "GPUs ordered are not those on their way, in service, cancelled and left behind, or GPUs"
                        + " installed are not those there at the start and delivered, less those retired");
    }

    private void leases(long nowMicros) {
        LeaseBook leases = parts.metering().leases();
        long accrued = 0;
        int[] gpus = new int[inventory.pools()];
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                gpus[leases.pool(lease)] += leases.gpus(lease);
                accrued += leases.gpus(lease) * (nowMicros - leases.hourStartMicros(lease));
                times(leases, lease, nowMicros);
            }
        }
        for (int pool = 0; pool < gpus.length; pool++) {
            leased(pool, gpus[pool]);
        }
        billed(nowMicros, accrued);
    }

    private void leased(int pool, int inLeases) {
        int counted = inventory.gpus(pool, PoolState.LEASED);
        Invariant.LEASED_GPUS.require(
                inLeases == counted,
                () -> "leases of " + slug(pool) + " add to " + inLeases + " GPUs, " + counted + " are counted");
    }

    private static void times(LeaseBook leases, int lease, long nowMicros) {
        long hour = leases.hourStartMicros(lease);
        long end = leases.endMicros(lease);
        Invariant.LEASE_TIMES.require(
                hour <= nowMicros && nowMicros <= end,
                () -> "lease " + lease + " ends at " + end + " µs, its hour began at " + hour + ", it is " + nowMicros);
    }

    private void billed(long nowMicros, long accrued) {
        long leased = inventory.leasedGpuMicros(nowMicros);
        long billed = parts.billing().everBilledGpuMicros();
        Invariant.LEASE_TIMES.require(
                leased == billed + accrued,
                () -> "leased " + leased + " GPU-microseconds, but billed " + billed + " and accrued " + accrued);
    }

    /** What was integrated over time. */
    void atEnd() {
        for (int period = 0; period < parts.catalog().timeline().periods(); period++) {
            for (int pool = 0; pool < inventory.pools(); pool++) {
                integrals(period, pool);
            }
        }
    }

    private void integrals(int period, int pool) {
        long installed = inventory.gpuMicros(period, pool, PoolState.INSTALLED);
        long sum = 0;
        for (PoolState state : PoolState.values()) {
            sum += state == PoolState.INSTALLED ? 0 : inventory.gpuMicros(period, pool, state);
        }
        long others = sum;
        String where = slug(pool) + ", period " + period + ": ";
        Invariant.GPU_HOURS.require(
                installed == others,
                () -> where + installed + " GPU-microseconds installed, " + others + " in all other states");
        long leased = inventory.gpuMicros(period, pool, PoolState.LEASED);
        long sold = parts.billing().soldGpuMicros(period, pool);
        Invariant.FRACTIONS.require(
                leased >= 0 && leased <= installed,
                () -> where + leased + " GPU-microseconds leased of " + installed + " installed");
        Invariant.HORIZON.require(
                leased == sold, () -> where + leased + " GPU-microseconds leased, " + sold + " charged");
    }
}
