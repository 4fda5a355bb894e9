package straits.market.lease;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.regulation.Gatekeeper;
import straits.units.Money;

/** The life of a lease from signing to end. Between them it is metered by the hour; the last hour, whole or not, is posted at its end. */
public final class Metering {

    private final Scheduler scheduler;
    private final Inventory inventory;
    private final PriceBook prices;
    private final Gatekeeper gatekeeper;
    private final Billing billing;
    private final CapacityListener listener;
    private final long horizonMicros;
    private final LeaseBook leases = new LeaseBook();
    private final HourPosting posting;
    private final HourMeter hours;
    private final TenantHoldings holdings;
    private final long[] ends = new long[LeaseEnd.values().length];
    private LeaseListener watcher = LeaseListener.NONE;
    private LeaseEndListener afterwards = lease -> {};
    private long signed;

    /** No lease yet. */
    public Metering(
            Catalog catalog,
            Scheduler scheduler,
            Inventory inventory,
            PriceBook prices,
            Gatekeeper gatekeeper,
            Billing billing,
            CapacityListener listener) {
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.prices = prices;
        this.gatekeeper = gatekeeper;
        this.billing = billing;
        this.listener = listener;
        horizonMicros = catalog.timeline().horizonMicros();
        posting = new HourPosting(leases, billing);
        hours = new HourMeter(scheduler, prices, gatekeeper, billing, leases, posting, horizonMicros, this::end);
        holdings = new TenantHoldings(catalog);
    }

    /** The leases in force. */
    public LeaseBook leases() {
        return leases;
    }

    /** Tells somebody of leases from now on. */
    public void watch(LeaseListener who) {
        watcher = who;
    }

    /** Lets somebody act on the end of leases from now on. */
    public void afterwards(LeaseEndListener who) {
        afterwards = who;
    }

    /**
     * Takes GPUs into a lease; {@link #start} must follow.
     *
     * @param draw what it drew on quotas, to be given back at its end; {@link Gatekeeper#NO_QUOTA} for nothing
     */
    public int open(int tenant, int pool, int gpus, int draw) {
        long now = scheduler.nowMicros();
        inventory.lease(pool, gpus, now);
        prices.occupied(pool, now);
        holdings.add(tenant, pool, gpus, now);
        gatekeeper.leaseSigned(pool);
        signed++;
        return leases.open(tenant, pool, gpus, draw);
    }

    /**
     * Lets an open lease, not yet started, owe a share of its charges.
     *
     * @param shares the bits of the rules that ask for it; 0 for none
     */
    public void owe(int lease, long shares) {
        leases.owe(lease, shares);
    }

    /**
     * Starts an open lease; it ends at once if its tenant's budget does not cover the first hour.
     *
     * @param microUsd price at signing per GPU-hour
     * @param limitMicroUsd most the tenant pays per GPU-hour
     * @param terms whether the price moves and whether the tenant is committed
     * @param durationMicros length, at least 1
     * @param firstHourMicros time to the first boundary of its hours, at most an hour
     */
    public void start(
            int lease, long microUsd, long limitMicroUsd, PriceTerms terms, long durationMicros, long firstHourMicros) {
        long now = scheduler.nowMicros();
        leases.term(lease, now, now + durationMicros);
        leases.basis(lease, terms, limitMicroUsd);
        leases.price(lease, microUsd);
        watcher.leaseStarted(now, leases, lease);
        hours.begin(lease, microUsd, now, firstHourMicros);
    }

    /**
     * Handles the end of an hour of a lease, and of those of other leases that come next.
     *
     * @param payload as the event has it
     */
    public void onGpuHours(int lease, long payload) {
        hours.onGpuHours(lease, payload);
    }

    /** Handles the end of a lease's time. */
    public void onLeaseEnd(int lease) {
        if (!leases.passed(lease)) {
            posting.close(lease, scheduler.nowMicros());
            end(lease, LeaseEnd.COMPLETED);
        }
    }

    /** Ends a lease before its time: the hour under way is charged as far as it was used, and no more set aside for it. */
    public void endEarly(int lease, LeaseEnd reason) {
        long now = scheduler.nowMicros();
        long hourStart = leases.hourStartMicros(lease);
        long hourEnd = Math.min(leases.hourEndMicros(lease), Math.min(leases.endMicros(lease), horizonMicros));
        long hourCharge = leases.hourChargeMicroUsd(lease);
        long setAside = Money.charge(hourCharge, hourEnd - hourStart);
        billing.release(leases.tenant(lease), setAside - Money.charge(hourCharge, now - hourStart));
        posting.close(lease, now);
        leases.linger(lease);
        end(lease, reason);
    }

    private void end(int lease, LeaseEnd reason) {
        ends[reason.ordinal()]++;
        int pool = leases.pool(lease);
        int gpus = leases.gpus(lease);
        long now = scheduler.nowMicros();
        watcher.leaseEnded(now, leases, lease, reason);
        afterwards.leaseEnded(lease);
        inventory.release(pool, gpus, now);
        holdings.add(leases.tenant(lease), pool, -gpus, now);
        if (leases.draw(lease) != Gatekeeper.NO_QUOTA) {
            gatekeeper.giveBackLease(leases.draw(lease));
        }
        leases.close(lease);
        listener.capacityGained(pool);
    }

    /** Posts the open hour of every lease in force, pro rata: the run is over. */
    public void close() {
        long now = scheduler.nowMicros();
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                posting.close(lease, now);
                ends[LeaseEnd.RUNNING_AT_END.ordinal()]++;
                watcher.leaseEnded(now, leases, lease, LeaseEnd.RUNNING_AT_END);
            }
        }
        holdings.close(now);
        billing.close();
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period) {
        long now = scheduler.nowMicros();
        posting.accrue(1, now);
        billing.enterPeriod(period);
        posting.accrue(-1, now);
        holdings.enterPeriod(period, now);
    }

    /** Forgets what was measured before now. */
    public void restartMeasures() {
        long now = scheduler.nowMicros();
        posting.accrue(1, now);
        billing.restartMeasures();
        posting.accrue(-1, now);
        holdings.restart(now);
    }

    /** GPUs of a chip a tenant holds now. */
    public int heldGpus(int tenant, int chip) {
        return holdings.held(tenant, chip);
    }

    /** GPU-hours of a chip a tenant held in a period. */
    public double heldGpuHours(int period, int tenant, int chip) {
        return holdings.gpuHours(period, tenant, chip);
    }

    /** GPU-hour events handled. */
    public long gpuHourEvents() {
        return hours.events();
    }

    /** Leases ever signed, those found in force at the start included. */
    public long signed() {
        return signed;
    }

    /** Leases that ended for a reason. */
    public long ended(LeaseEnd reason) {
        return ends[reason.ordinal()];
    }
}
