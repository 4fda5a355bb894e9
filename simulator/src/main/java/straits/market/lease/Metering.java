package straits.market.lease;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
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
    private final Work work;
    private final long[] ends = new long[LeaseEnd.values().length];
    private LeaseListener watcher = LeaseListener.NONE;
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
        work = new Work(catalog);
    }

    /** The leases in force. */
    public LeaseBook leases() {
        return leases;
    }

    /** Tells somebody of leases from now on. */
    public void watch(LeaseListener who) {
        watcher = who;
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
     * @param durationMicros length, or work of a tenant whose leases go on until it is done; at least 1
     * @param firstHourMicros time to the first boundary of its hours, at most an hour
     */
    public void start(
            int lease, long microUsd, long limitMicroUsd, PriceTerms terms, long durationMicros, long firstHourMicros) {
        long now = scheduler.nowMicros();
        leases.term(lease, now, now + work.begin(lease, leases.tenant(lease), durationMicros, now));
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

    /** Handles the end of a lease's time, which may have been put off. */
    public void onLeaseEnd(int lease) {
        if (leases.over(lease)) {
            return;
        }
        posting.close(lease, scheduler.nowMicros());
        if (scheduler.nowMicros() < leases.endMicros(lease)) {
            hours.goOn(lease);
        } else {
            end(lease, LeaseEnd.COMPLETED);
        }
    }

    /** Ends a lease before its time: the hour under way is charged as far as it was used, and no more set aside for it. */
    public void endEarly(int lease, LeaseEnd reason) {
        breakHour(lease);
        end(lease, reason);
    }

    /** Posts the hour under way as far as it was used, and sets no more aside for it. */
    private void breakHour(int lease) {
        long now = scheduler.nowMicros();
        long hourStart = leases.hourStartMicros(lease);
        long hourEnd = setAsideUntil(lease);
        long hourCharge = leases.hourChargeMicroUsd(lease);
        long setAside = Money.charge(hourCharge, hourEnd - hourStart);
        billing.release(leases.tenant(lease), setAside - Money.charge(hourCharge, now - hourStart));
        posting.close(lease, now);
        leases.brokenHourEnd(lease, hourEnd);
        leases.linger(lease);
    }

    /** Up to when the running hour of a lease was authorised; then its event comes. */
    private long setAsideUntil(int lease) {
        return Math.min(leases.hourEndMicros(lease), Math.min(leases.endMicros(lease), horizonMicros));
    }

    /** Ends a lease because GPUs of it have failed, perhaps all. */
    void interrupt(int lease, int failed) {
        breakHour(lease);
        inventory.fail(leases.pool(lease), PoolState.LEASED, failed, scheduler.nowMicros());
        end(lease, LeaseEnd.INTERRUPTED, leases.gpus(lease) - failed);
    }

    /** Takes GPUs that have failed out of a lease that keeps others; it ends if the rest of its hour is beyond its budget. */
    void shrink(int lease, int failed) {
        long now = scheduler.nowMicros();
        int pool = leases.pool(lease);
        breakHour(lease);
        inventory.fail(pool, PoolState.LEASED, failed, now);
        holdings.add(leases.tenant(lease), pool, -failed, now);
        leases.shrink(lease, failed);
        long rest = Money.charge(leases.hourChargeMicroUsd(lease), setAsideUntil(lease) - now);
        if (!billing.authorise(leases.tenant(lease), rest)) {
            end(lease, LeaseEnd.BUDGET_EXHAUSTED);
        }
    }

    /** Lets a lease end later. */
    void putOff(int lease, long toMicros) {
        leases.brokenHourEnd(lease, setAsideUntil(lease));
        leases.linger(lease);
        leases.putOff(lease, toMicros);
    }

    /** What interruptions undo. */
    Work work() {
        return work;
    }

    private void end(int lease, LeaseEnd reason) {
        end(lease, reason, leases.gpus(lease));
    }

    /** Ends a lease, of which some GPUs go back on offer. */
    private void end(int lease, LeaseEnd reason, int released) {
        ends[reason.ordinal()]++;
        int pool = leases.pool(lease);
        int gpus = leases.gpus(lease);
        long now = scheduler.nowMicros();
        watcher.leaseEnded(now, leases, lease, reason);
        inventory.release(pool, released, now);
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
