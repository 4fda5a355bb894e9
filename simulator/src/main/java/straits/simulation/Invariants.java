package straits.simulation;

import straits.engine.Engine;
import straits.event.EventKind;
import straits.market.failure.Outages;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseBook;
import straits.market.spot.SpotLease;

/** What must hold between any two events: a little of it after each, all of it now and then and at the end. */
final class Invariants {

    private final Assembly parts;
    private final Engine engine;

    Invariants(Assembly parts, Engine engine) {
        this.parts = parts;
        this.engine = engine;
    }

    /** Checks what an event may have changed: nothing is counted anew, so that it takes the same time in any scenario. */
    void checkAfter(EventKind kind, int subject) {
        events();
        requests();
        switch (kind) {
            case GPU_HOUR, LEASE_END, LEASE_EXIT, RENEWAL -> lease(subject);
            default -> {
                for (int pool = 0; pool < parts.inventory().pools(); pool++) {
                    pool(pool);
                }
            }
        }
    }

    /** The pool of a lease that has just ended is not known any more; the recount looks at all. */
    private void lease(int lease) {
        LeaseBook leases = parts.metering().leases();
        if (lease < leases.highWater() && leases.active(lease)) {
            pool(leases.pool(lease));
            price(leases, lease);
        }
    }

    /** Checks everything that must hold between any two events. */
    void check() {
        pools();
        money();
        quotas();
        supply();
        failures();
        requests();
        leases();
        events();
    }

    private void supply() {
        Invariant.DELIVERIES.require(parts.deliveries().withinPowerLimits(), () -> "a site exceeds its IT power limit");
        Invariant.DELIVERIES.require(
                parts.deliveries().conserved(),
                () -> "GPUs ordered are not those on their way, in service, cancelled and left behind");
    }

    private void failures() {
        Outages outages = parts.outages();
        Invariant.REPAIRS.require(
                outages == null || outages.consistent(),
                () -> "GPUs came into service or left it, and nothing let them fail");
    }

    private void quotas() {
        Invariant.QUOTAS.require(parts.gatekeeper().quotas().balanced(), () -> "a quota is not granted = drawn + left");
        Invariant.QUOTAS.require(
                parts.desk().licences().balanced(),
                () -> "a quota is not what it was and what its licences in force add");
    }

    private void pools() {
        for (int pool = 0; pool < parts.inventory().pools(); pool++) {
            pool(pool);
            reclaimable(pool);
            int held = parts.inventory().gpus(pool, PoolState.HELD);
            int negotiated = negotiatedGpus(pool);
            String slug = parts.catalog().poolSlug(pool);
            Invariant.FREE_GPUS.require(
                    negotiated <= held,
                    () -> "pool " + slug + " holds " + held + " GPUs, " + negotiated + " are negotiated about");
        }
    }

    private void pool(int pool) {
        Invariant.POOLS.require(
                parts.inventory().conservedNow(pool),
                () -> "pool " + parts.catalog().poolSlug(pool) + " has "
                        + parts.inventory().statesOf(pool));
    }

    private void reclaimable(int pool) {
        int spot = parts.inventory().available(pool) - parts.inventory().free(pool);
        int running =
                parts.spot().running(pool).stream().mapToInt(SpotLease::gpus).sum();
        Invariant.FREE_GPUS.require(
                spot == running,
                () -> spot + " GPUs of pool " + parts.catalog().poolSlug(pool) + " give way, spot leases have "
                        + running);
    }

    private int negotiatedGpus(int pool) {
        return parts.procurements().stream()
                .mapToInt(each -> each.heldGpus(pool))
                .sum();
    }

    private void money() {
        long imbalance = parts.billing().ledger().imbalanceMicroUsd();
        Invariant.DOUBLE_ENTRY.require(
                imbalance == 0, () -> "the accounts of the ledger sum to " + imbalance + " micro-USD, not 0");
        Invariant.REVENUE.require(
                parts.billing().agreesWithLedger(), () -> "the ledger's accounts differ from what was charged by cell");
        boolean channels = parts.procurements().stream()
                .flatMap(each -> each.channels().stream())
                .allMatch(channel -> channel.measures().balanced());
        Invariant.REVENUE.require(channels, () -> "the ledger of a channel differs from what was paid by period");
        Invariant.PRICES.require(parts.billing().withinBudgets(), () -> "a tenant is charged beyond its budget");
    }

    private void requests() {
        long arrived = parts.marketplace().outcomes().everArrived();
        long ended = parts.marketplace().outcomes().everEnded();
        int waiting = parts.marketplace().waitingNow();
        Invariant.REQUESTS.require(
                arrived == ended + waiting,
                () -> arrived + " requests, but " + ended + " ended and " + waiting + " waiting");
    }

    private void leases() {
        LeaseBook leases = parts.metering().leases();
        long now = engine.nowMicros();
        long accrued = 0;
        int[] gpus = new int[parts.inventory().pools()];
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                gpus[leases.pool(lease)] += leases.gpus(lease);
                accrued += leases.gpus(lease) * (now - leases.hourStartMicros(lease));
                price(leases, lease);
            }
        }
        for (int pool = 0; pool < gpus.length; pool++) {
            int found = gpus[pool];
            int counted = parts.inventory().gpus(pool, PoolState.LEASED);
            String slug = parts.catalog().poolSlug(pool);
            Invariant.LEASED_GPUS.require(
                    found == counted,
                    () -> "leases of pool " + slug + " add to " + found + " GPUs, " + counted + " are counted");
        }
        long leased = parts.inventory().leasedGpuMicros(now);
        long billed = parts.billing().everBilledGpuMicros();
        long underWay = accrued;
        Invariant.LEASE_TIMES.require(
                leased == billed + underWay,
                () -> "leased " + leased + " GPU-microseconds, but billed " + billed + " and accrued " + underWay);
    }

    private void price(LeaseBook leases, int lease) {
        long price = leases.microUsdPerGpuHour(lease);
        long limit = leases.limitMicroUsd(lease);
        Invariant.PRICES.require(
                price >= 0 && price <= limit,
                () -> "lease " + lease + " pays " + price + " micro-USD per GPU-hour, its tenant would pay " + limit);
    }

    private void events() {
        long accounted = engine.handled() + engine.cancelled() + engine.pending();
        Invariant.EVENTS.require(
                engine.scheduled() == accounted,
                () -> engine.scheduled() + " events scheduled, but " + engine.handled() + " run, " + engine.cancelled()
                        + " cancelled and " + engine.pending() + " pending");
    }

    /** Checks what must hold once all books are closed. */
    void checkAtEnd() {
        pools();
        for (int period = 0; period < parts.catalog().timeline().periods(); period++) {
            int in = period;
            Invariant.GPU_HOURS.require(
                    parts.inventory().conserved(period), () -> "pools lost GPU-hours in period " + in);
        }
        long arrived = parts.marketplace().outcomes().everArrived();
        long ended = parts.marketplace().outcomes().everEnded();
        Invariant.REQUESTS.require(arrived == ended, () -> arrived + " requests, but " + ended + " outcomes");
        money();
        quotas();
        supply();
        leases();
        events();
    }
}
