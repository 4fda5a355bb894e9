package straits.simulation;

import java.util.Arrays;
import java.util.List;
import straits.engine.Engine;
import straits.event.EventKind;
import straits.market.OutcomeBook;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.market.lease.Metering;
import straits.market.spot.SpotLease;
import straits.measurement.Tally;

/** What must hold between any two events: a little of it after each, all of it now and then and at the end. */
final class Invariants {

    private final Assembly parts;
    private final Engine engine;
    private final GpuInvariants gpus;
    private final MoneyInvariants money;
    private final LicenceInvariants licences;

    Invariants(Assembly parts, Engine engine) {
        this.parts = parts;
        this.engine = engine;
        gpus = new GpuInvariants(parts);
        money = new MoneyInvariants(parts);
        licences = new LicenceInvariants(parts);
    }

    /** Checks what an event may have changed: nothing is counted anew, so that it takes the same time in any scenario. */
    void checkAfter(EventKind kind, int subject) {
        events();
        requests(parts.marketplace().waitingNow());
        switch (kind) {
            case GPU_HOUR, LEASE_END, LEASE_EXIT, RENEWAL -> lease(subject);
            default -> {
                for (int pool = 0; pool < parts.inventory().pools(); pool++) {
                    gpus.pool(pool);
                }
            }
        }
    }

    /** The pool of a lease that has just ended is not known any more; the recount looks at all. */
    private void lease(int lease) {
        LeaseBook leases = parts.metering().leases();
        if (lease < leases.highWater() && leases.active(lease)) {
            gpus.pool(leases.pool(lease));
            money.price(leases, lease);
        }
    }

    /** Checks everything that must hold between any two events. */
    void check() {
        recount();
        requests(parts.marketplace().waitingNow());
        int underWay = parts.metering().underWay();
        signed(underWay);
        line();
    }

    private void recount() {
        gpus.recount(engine.nowMicros());
        money.recount();
        licences.recount(engine.nowMicros());
        events();
    }

    private void requests(int waiting) {
        long arrived = parts.marketplace().outcomes().everArrived();
        long ended = parts.marketplace().outcomes().everEnded();
        Invariant.REQUESTS.require(
                arrived == ended + waiting,
                () -> arrived + " requests, but " + ended + " ended and " + waiting + " waiting");
    }

    private void signed(int underWay) {
        Metering metering = parts.metering();
        long ended = Arrays.stream(LeaseEnd.values())
                .filter(reason -> reason != LeaseEnd.RUNNING_AT_END)
                .mapToLong(metering::ended)
                .sum();
        Invariant.REQUESTS.require(
                metering.signed() == ended + underWay,
                () -> metering.signed() + " leases signed, but " + ended + " ended and " + underWay + " under way");
    }

    private void line() {
        long integral = 0;
        for (int tenant = 0; tenant < parts.catalog().classCount(); tenant++) {
            integral += parts.marketplace().lineMicros(tenant);
        }
        long waited = parts.marketplace().waitedMicros();
        long length = integral;
        Invariant.LITTLE.require(
                length == waited,
                () -> "the line integrates to " + length + " request-microseconds, its requests have waited " + waited);
    }

    private void events() {
        long accounted = engine.handled() + engine.cancelled() + engine.pending();
        Invariant.EVENTS.require(
                engine.scheduled() == accounted,
                () -> engine.scheduled() + " events scheduled, but " + engine.handled() + " run, " + engine.cancelled()
                        + " cancelled and " + engine.pending() + " pending");
    }

    /** Checks leases that must go for others: none for GPUs that are free, none that could stay. */
    static void reclaimed(int pool, int missing, List<SpotLease> victims) {
        int sum = victims.stream().mapToInt(SpotLease::gpus).sum();
        int least = victims.stream().mapToInt(SpotLease::gpus).min().orElse(0);
        Invariant.RECLAIMS.require(
                missing > 0 && sum >= missing && sum - least < missing,
                () -> missing + " GPUs of pool " + pool + " are missing, " + victims.size() + " spot leases with " + sum
                        + " give way, the least with " + least);
    }

    /** Checks what must hold once all books are closed. */
    void checkAtEnd() {
        recount();
        requests(0);
        gpus.atEnd();
        money.atEnd();
        waits(parts.marketplace().outcomes());
    }

    private static void waits(OutcomeBook outcomes) {
        for (int tenant = 0; tenant < outcomes.tenants(); tenant++) {
            int of = tenant;
            Tally.Summary waits = outcomes.waitHours(tenant);
            boolean none = waits.count() == 0;
            Invariant.STATISTICS.require(
                    (none || waits.mean() >= 0)
                            && (waits.count() < 2 || waits.variance() >= 0)
                            && outcomes.waited(tenant) <= waits.count(),
                    () -> "waits of tenant " + of + " are " + waits + ", of which " + outcomes.waited(of) + " above 0");
        }
    }
}
