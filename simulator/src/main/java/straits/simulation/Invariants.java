package straits.simulation;

import straits.engine.Engine;
import straits.market.failure.Outages;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseBook;
import straits.market.spot.SpotLease;
import straits.units.SimTime;

/** What must hold at every event: a full recount, cheap enough for the end of every run and for tests. */
final class Invariants {

    private final Assembly parts;
    private final Engine engine;

    Invariants(Assembly parts, Engine engine) {
        this.parts = parts;
        this.engine = engine;
    }

    private void supply() {
        require(parts.deliveries().withinPowerLimits(), "a site exceeds its IT power limit");
        require(
                parts.deliveries().conserved(),
                "GPUs ordered are not those on their way, in service, cancelled and left behind");
    }

    /** Checks everything that must hold between any two events. */
    void check() {
        pools();
        money();
        quotas();
        supply();
        failures();
        long arrived = parts.marketplace().outcomes().everArrived();
        long ended = parts.marketplace().outcomes().everEnded();
        int waiting = parts.marketplace().waitingNow();
        require(arrived == ended + waiting, arrived + " requests, " + ended + " ended, " + waiting + " waiting");
        leases();
        events();
    }

    private void failures() {
        Outages outages = parts.outages();
        require(
                outages == null || outages.consistent(),
                "GPUs came into service or left it, and nothing let them fail");
    }

    private void quotas() {
        require(parts.gatekeeper().quotas().balanced(), "a quota is not granted = drawn + left");
        require(parts.desk().licences().balanced(), "a quota is not what it was and what its licences in force add");
    }

    private void pools() {
        for (int pool = 0; pool < parts.inventory().pools(); pool++) {
            require(
                    parts.inventory().conservedNow(pool),
                    "pool " + parts.catalog().poolSlug(pool) + " lost GPUs");
            int spot = parts.inventory().available(pool) - parts.inventory().free(pool);
            int running = parts.spot().running(pool).stream()
                    .mapToInt(SpotLease::gpus)
                    .sum();
            require(spot == running, spot + " GPUs give way, spot leases have " + running);
            int held = parts.inventory().gpus(pool, PoolState.HELD);
            require(
                    negotiatedGpus(pool) <= held,
                    "pool " + parts.catalog().poolSlug(pool) + " holds fewer GPUs than are negotiated about");
        }
    }

    private int negotiatedGpus(int pool) {
        return parts.procurements().stream()
                .mapToInt(each -> each.heldGpus(pool))
                .sum();
    }

    private void money() {
        long imbalance = parts.billing().ledger().imbalanceMicroUsd();
        require(imbalance == 0, "the accounts of the ledger sum to " + imbalance + " micro-USD");
        require(parts.billing().agreesWithLedger(), "the ledger's accounts differ from what was charged by cell");
        boolean channels = parts.procurements().stream()
                .flatMap(each -> each.channels().stream())
                .allMatch(channel -> channel.measures().balanced());
        require(channels, "the ledger of a channel differs from what was paid by period");
        require(parts.billing().withinBudgets(), "a tenant is charged beyond its budget");
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
                require(
                        leases.microUsdPerGpuHour(lease) <= leases.limitMicroUsd(lease),
                        "lease " + lease + " is charged above its tenant's willingness");
            }
        }
        for (int pool = 0; pool < gpus.length; pool++) {
            int counted = parts.inventory().gpus(pool, PoolState.LEASED);
            require(
                    gpus[pool] == counted,
                    "leases of pool " + pool + " add to " + gpus[pool] + " GPUs, not " + counted);
        }
        long leased = parts.inventory().leasedGpuMicros(now);
        long billed = parts.billing().everBilledGpuMicros();
        require(leased == billed + accrued, "leased " + leased + ", billed " + billed + ", accrued " + accrued);
    }

    private void events() {
        long accounted = engine.handled() + engine.cancelled() + engine.pending();
        require(engine.scheduled() == accounted, engine.scheduled() + " events scheduled, " + accounted + " known");
    }

    /** Checks what must hold once all books are closed. */
    void checkAtEnd() {
        pools();
        for (int period = 0; period < parts.catalog().timeline().periods(); period++) {
            require(parts.inventory().conserved(period), "pools lost GPU-hours in period " + period);
        }
        long arrived = parts.marketplace().outcomes().everArrived();
        long ended = parts.marketplace().outcomes().everEnded();
        require(arrived == ended, arrived + " requests, " + ended + " outcomes");
        money();
        quotas();
        supply();
        leases();
        events();
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new InvariantException(
                    message + " (event " + engine.handled() + ", hour " + SimTime.toHours(engine.nowMicros()) + ")");
        }
    }
}
