package straits.market.lease;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.measurement.LevelIntegrals;
import straits.regulation.Gatekeeper;
import straits.units.Money;
import straits.units.SimTime;

/**
 * The life of a lease from signing to end. Every lease in force has one GPU-hour event per hour of its own clock, which
 * closes the hour, quotes a floating price anew and authorises the next hour before it is used. The last hour, whole or
 * not, is posted when the lease ends.
 */
public final class Metering {

    /** Payload of the hour that was under way when a lease found in force was laid: it is shorter than an hour. */
    private static final long BROKEN = 1;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final PriceBook prices;
    private final Gatekeeper gatekeeper;
    private final Billing billing;
    private final CapacityListener listener;
    private final long horizonMicros;
    private final LeaseBook leases = new LeaseBook();
    private final LevelIntegrals holdings;
    private final int[] chipOfPool;
    private final long[] ends = new long[LeaseEnd.values().length];
    private LeaseListener watcher = LeaseListener.NONE;
    private long signed;
    private long gpuHourEvents;

    /** No lease yet. */
    public Metering(
            Catalog catalog,
            Scheduler scheduler,
            Inventory inventory,
            PriceBook prices,
            Gatekeeper gatekeeper,
            Billing billing,
            CapacityListener listener) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.prices = prices;
        this.gatekeeper = gatekeeper;
        this.billing = billing;
        this.listener = listener;
        horizonMicros = catalog.timeline().horizonMicros();
        holdings = new LevelIntegrals(
                catalog.tenants().size() * catalog.chips().size(),
                catalog.timeline().periods());
        chipOfPool = new int[catalog.pools().size()];
        for (int pool = 0; pool < chipOfPool.length; pool++) {
            chipOfPool[pool] = catalog.pools().chip(pool);
        }
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
        holdings.add(holding(tenant, pool), gpus, now);
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

    private int holding(int tenant, int pool) {
        return tenant * catalog.chips().size() + chipOfPool[pool];
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
        beginHour(lease, microUsd, now, firstHourMicros);
    }

    /**
     * Authorises what is used of the hour that begins now and schedules its end, or the lease's if that comes first.
     *
     * @param microUsd price in force per GPU-hour
     * @param micros time to the end of the hour
     */
    private void beginHour(int lease, long microUsd, long now, long micros) {
        long terms = leases.terms(lease);
        long owed = leases.owedShares(lease);
        if (owed != 0) {
            leases.hourShare(lease, gatekeeper.shareFraction(owed));
        }
        long cutEnd = Math.min(leases.endMicros(lease), horizonMicros);
        long left = cutEnd - now;
        long hourCharge = microUsd * LeaseBook.gpusOf(terms);
        if (!billing.authorise(LeaseBook.tenantOf(terms), Money.charge(hourCharge, Math.min(micros, left)))) {
            end(lease, LeaseEnd.BUDGET_EXHAUSTED);
        } else if (left <= micros) {
            scheduler.schedule(cutEnd, EventKind.LEASE_END, lease, 0);
        } else if (micros == SimTime.MICROS_PER_HOUR && owed == 0) {
            beginWholeHour(lease, terms, leases.priceAndLimit(lease), cutEnd);
        } else {
            leases.brokenHourEnd(lease, now + micros);
            scheduler.schedule(now + micros, EventKind.GPU_HOUR, lease, BROKEN);
        }
    }

    private void beginWholeHour(int lease, long terms, long priceAndLimit, long cutEnd) {
        scheduler.scheduleAfter(SimTime.MICROS_PER_HOUR, EventKind.GPU_HOUR, lease, terms, priceAndLimit, cutEnd);
    }

    /**
     * Handles the end of an hour of a lease, and of those of other leases that come next.
     *
     * @param payload as the event has it
     */
    public void onGpuHours(int lease, long payload) {
        if (payload == BROKEN) {
            onBrokenHour(lease);
            return;
        }
        int next = lease;
        do {
            onWholeHour(next);
            next = scheduler.follow();
        } while (next != Scheduler.NONE);
    }

    private void onBrokenHour(int lease) {
        if (leases.passed(lease)) {
            return;
        }
        gpuHourEvents++;
        long now = scheduler.nowMicros();
        closeHour(lease, now);
        reprice(lease, leases.floating(lease) ? quotedMicroUsd(lease) : leases.microUsdPerGpuHour(lease), now);
    }

    private long quotedMicroUsd(int lease) {
        return gatekeeper.quotedMicroUsd(leases.owedShares(lease), prices.onDemandMicroUsd(leases.pool(lease)));
    }

    /**
     * Nine of ten events come here. Both prices are read whether the lease floats or not, since floating and locked leases
     * come in no order and a branch between them would be guessed wrong.
     */
    private void onWholeHour(int lease) {
        if (leases.passed(lease)) {
            return;
        }
        gpuHourEvents++;
        long now = scheduler.nowMicros();
        long terms = scheduler.first();
        long held = LeaseBook.priceOf(scheduler.second());
        billing.chargeHour(terms, held);
        leases.hourStart(lease, now);
        long quoted = prices.onDemandMicroUsd(LeaseBook.poolOf(terms));
        long microUsd = LeaseBook.isFloating(terms) ? quoted : held;
        if (microUsd == held) {
            beginNextHour(lease, terms, held, now);
        } else {
            reprice(lease, microUsd, now);
        }
    }

    private void reprice(int lease, long microUsd, long now) {
        if (microUsd > leases.limitMicroUsd(lease)) {
            end(lease, LeaseEnd.PRICED_OUT);
        } else {
            leases.price(lease, microUsd);
            beginHour(lease, microUsd, now, SimTime.MICROS_PER_HOUR);
        }
    }

    private void beginNextHour(int lease, long terms, long microUsd, long now) {
        long cutEnd = scheduler.third();
        if (cutEnd - now <= SimTime.MICROS_PER_HOUR) {
            beginHour(lease, microUsd, now, SimTime.MICROS_PER_HOUR);
        } else if (billing.authorise(LeaseBook.tenantOf(terms), microUsd * LeaseBook.gpusOf(terms))) {
            beginWholeHour(lease, terms, scheduler.second(), cutEnd);
        } else {
            end(lease, LeaseEnd.BUDGET_EXHAUSTED);
        }
    }

    private void closeHour(int lease, long now) {
        long micros = now - leases.hourStartMicros(lease);
        billing.charge(leases.terms(lease), leases.microUsdPerGpuHour(lease), micros);
        if (leases.hourShare(lease) > 0) {
            billing.share(leases.pool(lease), shareMicroUsd(lease, micros));
        }
        leases.hourStart(lease, now);
    }

    private long shareMicroUsd(int lease, long micros) {
        long chargeMicroUsd = Money.charge(leases.hourChargeMicroUsd(lease), micros);
        return Math.round(chargeMicroUsd * leases.hourShare(lease));
    }

    /** Handles the end of a lease's time. */
    public void onLeaseEnd(int lease) {
        if (!leases.passed(lease)) {
            closeHour(lease, scheduler.nowMicros());
            end(lease, LeaseEnd.COMPLETED);
        }
    }

    /** Ends leases that draw on a quota, those that would run longest first, until what is left of it covers the others. */
    public void endBeyond(int quota) {
        int lease = longest(quota);
        while (lease >= 0 && gatekeeper.quotas().withdrawingTpp(quota) > 0) {
            revoke(lease);
            lease = longest(quota);
        }
    }

    private int longest(int quota) {
        int longest = -1;
        for (int lease = 0; lease < leases.highWater(); lease++) {
            boolean draws = leases.active(lease) && gatekeeper.drawsOn(leases.draw(lease), quota);
            if (draws && (longest < 0 || leases.endMicros(lease) > leases.endMicros(longest))) {
                longest = lease;
            }
        }
        return longest;
    }

    /** Ends a lease before its time: the hour under way is charged as far as it was used, and no more set aside for it. */
    public void revoke(int lease) {
        long now = scheduler.nowMicros();
        long hourStart = leases.hourStartMicros(lease);
        long hourEnd = Math.min(leases.hourEndMicros(lease), Math.min(leases.endMicros(lease), horizonMicros));
        long hourCharge = leases.hourChargeMicroUsd(lease);
        long setAside = Money.charge(hourCharge, hourEnd - hourStart);
        billing.release(leases.tenant(lease), setAside - Money.charge(hourCharge, now - hourStart));
        closeHour(lease, now);
        leases.linger(lease);
        end(lease, LeaseEnd.REVOKED);
    }

    private void end(int lease, LeaseEnd reason) {
        ends[reason.ordinal()]++;
        int pool = leases.pool(lease);
        int gpus = leases.gpus(lease);
        long now = scheduler.nowMicros();
        watcher.leaseEnded(now, leases, lease, reason);
        inventory.release(pool, gpus, now);
        holdings.add(holding(leases.tenant(lease), pool), -gpus, now);
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
                closeHour(lease, now);
                ends[LeaseEnd.RUNNING_AT_END.ordinal()]++;
                watcher.leaseEnded(now, leases, lease, LeaseEnd.RUNNING_AT_END);
            }
        }
        holdings.close(now);
    }

    private void accrue(int sign) {
        long now = scheduler.nowMicros();
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease)) {
                long micros = now - leases.hourStartMicros(lease);
                billing.accrue(leases, lease, micros, sign);
                billing.accrueShare(leases.pool(lease), sign * shareMicroUsd(lease, micros));
            }
        }
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period) {
        accrue(1);
        billing.enterPeriod(period);
        accrue(-1);
        holdings.enterPeriod(period, scheduler.nowMicros());
    }

    /** Forgets what was measured before now. */
    public void restartMeasures() {
        accrue(1);
        billing.restartMeasures();
        accrue(-1);
        holdings.restart(scheduler.nowMicros());
    }

    /** GPUs of a chip a tenant holds now. */
    public int heldGpus(int tenant, int chip) {
        return holdings.level(tenant * catalog.chips().size() + chip);
    }

    /** GPU-hours of a chip a tenant held in a period. */
    public double heldGpuHours(int period, int tenant, int chip) {
        return holdings.unitHours(period, tenant * catalog.chips().size() + chip);
    }

    /** GPU-hour events handled. */
    public long gpuHourEvents() {
        return gpuHourEvents;
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
