package straits.market.lease;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.market.pricing.PriceBook;
import straits.regulation.Gatekeeper;
import straits.units.SimTime;

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
    private final ContractPosting contracts;
    private final HourPosting posting;
    private final HourMeter hours;
    private final TenantHoldings holdings;
    private final Work work;
    private final long[] ends = new long[LeaseEnd.values().length];
    private final Map<Integer, Start> deferred = new HashMap<>();
    private LeaseListener watcher = LeaseListener.NONE;
    private SpotKeeper spot = SpotKeeper.NONE;
    private LeaseEndListener afterwards = lease -> {};
    private long signed;

    /** How a lease starts that waits for its GPUs. */
    private record Start(
            long microUsd, long limitMicroUsd, PriceTerms terms, long durationMicros, long firstHourMicros) {}

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
        contracts = new ContractPosting(leases, billing);
        posting = new HourPosting(leases, billing, contracts);
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
        contracts.watch(who);
        hours.watch(who);
    }

    /** Who keeps the spot leases. */
    public void spot(SpotKeeper keeper) {
        spot = keeper;
        hours.spot(keeper);
    }

    /** Lets somebody act on the end of leases from now on. */
    public void afterwards(LeaseEndListener who) {
        afterwards = who;
    }

    /**
     * Takes GPUs into a lease, where too few are free from spot leases; {@link #start} must follow.
     *
     * @param draw what it drew on quotas, to be given back at its end; {@link Gatekeeper#NO_QUOTA} for nothing
     */
    public int open(int tenant, int pool, int gpus, int draw) {
        int lease = sign(tenant, pool, gpus, draw);
        long now = scheduler.nowMicros();
        long ready = gpus > inventory.free(pool) ? spot.makeRoom(lease, pool, gpus) : now;
        if (ready == now) {
            take(pool, gpus);
        } else {
            leases.defer(lease, ready);
        }
        return lease;
    }

    /** Takes free GPUs into a lease that gives way to others; {@link #start} must follow. */
    public int openSpot(int tenant, int pool, int gpus, int draw) {
        int lease = sign(tenant, pool, gpus, draw);
        leases.spot(lease);
        inventory.reclaimable(pool, gpus);
        take(pool, gpus);
        return lease;
    }

    private int sign(int tenant, int pool, int gpus, int draw) {
        holdings.add(tenant, pool, gpus, scheduler.nowMicros());
        gatekeeper.leaseSigned(pool);
        signed++;
        return leases.open(tenant, pool, gpus, draw);
    }

    private void take(int pool, int gpus) {
        inventory.lease(pool, gpus, scheduler.nowMicros());
        prices.occupied(pool, scheduler.nowMicros());
    }

    /**
     * Lets an open lease, not yet started, owe a share of its charges.
     *
     * @param shares the bits of the rules that ask for it; 0 for none
     */
    public void owe(int lease, long shares) {
        leases.owe(lease, shares);
    }

    /** Puts an open lease, not yet started, under a contract; it must be committed. */
    public void bind(int lease, @Nullable LeaseContract contract) {
        leases.bind(lease, contract);
    }

    /**
     * Starts an open lease, once its GPUs are there; it ends at once if its tenant's budget does not cover the first hour, or
     * what it must prepay.
     *
     * @param microUsd price at signing per GPU-hour
     * @param limitMicroUsd most the tenant pays per GPU-hour
     * @param terms whether the price moves and whether the tenant is committed
     * @param durationMicros length, or work of a tenant whose leases go on until it is done; at least 1
     * @param firstHourMicros time to the first boundary of its hours, at most an hour
     */
    public void start(
            int lease, long microUsd, long limitMicroUsd, PriceTerms terms, long durationMicros, long firstHourMicros) {
        if (!leases.active(lease)) {
            defer(lease, new Start(microUsd, limitMicroUsd, terms, durationMicros, firstHourMicros));
            return;
        }
        long now = scheduler.nowMicros();
        leases.term(lease, now, now + work.begin(lease, leases.tenant(lease), durationMicros, now));
        leases.brokenHourEnd(lease, now + firstHourMicros);
        leases.basis(lease, terms, limitMicroUsd);
        leases.price(lease, microUsd);
        watcher.leaseStarted(now, leases, lease);
        if (contracts.prepay(lease, now)) {
            planExit(lease, now);
            hours.begin(lease, now, firstHourMicros);
        } else {
            end(lease, LeaseEnd.BUDGET_EXHAUSTED);
        }
    }

    private void planExit(int lease, long now) {
        LeaseContract contract = leases.contract(lease);
        long left = Math.min(leases.endMicros(lease), horizonMicros) - now;
        if (contract != null && contract.party().exitMicros() < left) {
            contract.exitScheduled(
                    scheduler.schedule(now + contract.party().exitMicros(), EventKind.LEASE_EXIT, lease, 0));
        }
    }

    private void defer(int lease, Start start) {
        deferred.put(lease, start);
        long ready = leases.hourStartMicros(lease);
        if (ready < horizonMicros) {
            scheduler.schedule(ready, EventKind.HANDOVER, lease, 0);
        }
    }

    /** Handles the arrival of the GPUs that a signed lease waited for. */
    public void onHandover(int lease) {
        Start start = deferred.remove(lease);
        if (start == null) {
            throw new IllegalStateException("lease " + lease + " waits for no GPUs");
        }
        spot.handOver(lease);
        take(leases.pool(lease), leases.gpus(lease));
        leases.resume(lease);
        start(lease, start.microUsd, start.limitMicroUsd, start.terms, start.durationMicros, start.firstHourMicros);
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
        long now = scheduler.nowMicros();
        posting.close(lease, now);
        LeaseContract contract = leases.contract(lease);
        if (now < leases.endMicros(lease)) {
            hours.goOn(lease);
        } else if (contract != null && contract.renews()) {
            scheduler.schedule(now, EventKind.RENEWAL, lease, contract.party().generation());
        } else {
            end(lease, LeaseEnd.COMPLETED);
        }
    }

    /** Ends a lease whose term is over and that is not renewed after all. */
    public void complete(int lease) {
        end(lease, LeaseEnd.COMPLETED);
    }

    /** Whether an event comes for a lease that has ended before; its id is free from now on. */
    public boolean passed(int lease) {
        return leases.passed(lease);
    }

    /** Begins another term of a lease whose term is over, on the same GPUs. */
    public void renew(int lease, long microUsd, long durationMicros, LeaseContract contract) {
        long now = scheduler.nowMicros();
        contracts.settle(leases.contract(lease), lease, LeaseEnd.RENEWED, now);
        ends[LeaseEnd.RENEWED.ordinal()]++;
        watcher.leaseEnded(now, leases, lease, LeaseEnd.RENEWED);
        signed++;
        gatekeeper.leaseSigned(leases.pool(lease));
        leases.bind(lease, contract);
        start(
                lease,
                microUsd,
                leases.limitMicroUsd(lease),
                PriceTerms.COMMITTED,
                durationMicros,
                SimTime.MICROS_PER_HOUR);
    }

    /** Handles the time at which a tenant has no more use for a lease: it leaves, unless to stay is cheaper. */
    public void onExit(int lease) {
        LeaseContract contract = leases.contract(lease);
        if (contract != null && contract.worthLeaving()) {
            endEarly(lease, LeaseEnd.EXITED);
        } else if (contract != null) {
            contract.abandon();
        }
    }

    /** Ends a lease for another that is open and begins now, on other GPUs. */
    public void swap(int lease, int other, long microUsd, long limitMicroUsd, long durationMicros) {
        endEarly(lease, LeaseEnd.SWAPPED);
        start(other, microUsd, limitMicroUsd, PriceTerms.COMMITTED, durationMicros, SimTime.MICROS_PER_HOUR);
    }

    /** Lets the provider of a lease owe its tenant something, until the month ends. */
    public void credit(int lease, long microUsd) {
        contracts.credit(lease, microUsd, scheduler.nowMicros());
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
        long setAside = posting.dueMicroUsd(lease, hourEnd - hourStart);
        billing.release(leases.tenant(lease), setAside - posting.dueMicroUsd(lease, now - hourStart));
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
        watcher.leaseEnded(now, leases, lease, LeaseEnd.SHRUNK);
        inventory.fail(pool, PoolState.LEASED, failed, now);
        holdings.add(leases.tenant(lease), pool, -failed, now);
        leases.shrink(lease, failed);
        watcher.leaseStarted(now, leases, lease);
        long rest = posting.dueMicroUsd(lease, setAsideUntil(lease) - now);
        if (!billing.authorise(leases.tenant(lease), rest)) {
            end(lease, LeaseEnd.BUDGET_EXHAUSTED);
        }
    }

    /** Lets a lease end later; what it has authorised of its hour ends as before. */
    void putOff(int lease, long toMicros) {
        leases.brokenHourEnd(lease, setAsideUntil(lease));
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
        endContract(lease, reason, now);
        watcher.leaseEnded(now, leases, lease, reason);
        afterwards.leaseEnded(lease);
        inventory.release(pool, released, now);
        holdings.add(leases.tenant(lease), pool, -gpus, now);
        if (leases.draw(lease) != Gatekeeper.NO_QUOTA) {
            gatekeeper.giveBackLease(leases.draw(lease));
        }
        boolean quietly = leases.isSpot(lease) && spot.ended(lease, reason);
        leases.close(lease);
        if (!quietly) {
            listener.capacityGained(pool);
        }
    }

    private void endContract(int lease, LeaseEnd reason, long now) {
        LeaseContract contract = leases.contract(lease);
        if (contract != null) {
            contracts.settle(contract, lease, reason, now);
            scheduler.cancel(contract.exitHandle());
        }
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

    /** Leases that have been signed and are not over: in force, or waiting for their GPUs. */
    public int underWay() {
        return leases.activeCount() + deferred.size();
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
