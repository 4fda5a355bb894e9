package straits.simulation;

import straits.engine.Engine;
import straits.market.lease.LeaseBook;
import straits.units.SimTime;

/** What must hold at every event: a full recount, cheap enough for the end of every run and for tests. */
final class Invariants {

    private final Assembly parts;
    private final Engine engine;

    Invariants(Assembly parts, Engine engine) {
        this.parts = parts;
        this.engine = engine;
    }

    /** Checks everything that must hold between any two events. */
    void check() {
        pools();
        money();
        quotas();
        require(parts.deliveries().withinPowerLimits(), "a site exceeds its IT power limit");
        long arrived = parts.marketplace().outcomes().everArrived();
        long ended = parts.marketplace().outcomes().everEnded();
        int waiting = parts.marketplace().waitingNow();
        require(arrived == ended + waiting, arrived + " requests, " + ended + " ended, " + waiting + " waiting");
        leases();
        events();
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
        }
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
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                accrued += leases.gpus(lease) * (now - leases.hourStartMicros(lease));
                require(
                        leases.microUsdPerGpuHour(lease) <= leases.limitMicroUsd(lease),
                        "lease " + lease + " is charged above its tenant's willingness");
            }
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
        require(parts.deliveries().withinPowerLimits(), "a site exceeds its IT power limit");
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
