package straits.market.lease;

import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.pricing.PriceBook;
import straits.regulation.Gatekeeper;
import straits.units.SimTime;

/**
 * The hours of leases. Every lease in force has one GPU-hour event per hour of its own clock, which closes the hour, quotes
 * a floating price anew and authorises the next hour before it is used.
 */
final class HourMeter {

    /** Payload of the hour that was under way when a lease found in force was laid: it is shorter than an hour. */
    private static final long BROKEN = 1;

    private final Scheduler scheduler;
    private final PriceBook prices;
    private final Gatekeeper gatekeeper;
    private final Billing billing;
    private final LeaseBook leases;
    private final HourPosting posting;
    private final long horizonMicros;
    private final Ending ending;
    private LeaseListener watcher = LeaseListener.NONE;
    private SpotKeeper spot = SpotKeeper.NONE;
    private long gpuHourEvents;

    /** What becomes of a lease that gets no further hour. */
    interface Ending {

        /** It ends, its last hour being posted. */
        void end(int lease, LeaseEnd reason);
    }

    HourMeter(
            Scheduler scheduler,
            PriceBook prices,
            Gatekeeper gatekeeper,
            Billing billing,
            LeaseBook leases,
            HourPosting posting,
            long horizonMicros,
            Ending ending) {
        this.scheduler = scheduler;
        this.prices = prices;
        this.gatekeeper = gatekeeper;
        this.billing = billing;
        this.leases = leases;
        this.posting = posting;
        this.horizonMicros = horizonMicros;
        this.ending = ending;
    }

    void watch(LeaseListener who) {
        watcher = who;
    }

    /** Who knows the prices of spot leases. */
    void spot(SpotKeeper keeper) {
        spot = keeper;
    }

    /** GPU-hour events handled. */
    long events() {
        return gpuHourEvents;
    }

    /**
     * Authorises what is used of the hour that begins now and schedules its end, or the lease's if that comes first.
     *
     * @param micros time to the end of the hour
     */
    void begin(int lease, long now, long micros) {
        long terms = leases.terms(lease);
        long owed = leases.owedShares(lease);
        if (owed != 0) {
            leases.hourShare(lease, gatekeeper.shareFraction(owed));
        }
        long cutEnd = Math.min(leases.endMicros(lease), horizonMicros);
        long left = cutEnd - now;
        LeaseContract contract = leases.contract(lease);
        if (contract != null) {
            contract.beginHour();
        }
        if (!billing.authorise(LeaseBook.tenantOf(terms), posting.dueMicroUsd(lease, Math.min(micros, left)))) {
            ending.end(lease, LeaseEnd.BUDGET_EXHAUSTED);
        } else if (left <= micros) {
            scheduler.schedule(cutEnd, EventKind.LEASE_END, lease, 0);
        } else if (micros == SimTime.MICROS_PER_HOUR && owed == 0 && contract == null && !leases.isSpot(lease)) {
            beginWholeHour(lease, terms, leases.priceAndLimit(lease), cutEnd);
        } else {
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
    void onGpuHours(int lease, long payload) {
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
        if (!leases.over(lease)) {
            endHour(lease);
        }
    }

    /** What a whole hour carries along is out of date: its lease has ended, or has changed within the hour. */
    private void onChanged(int lease) {
        if (leases.active(lease)) {
            endHour(lease);
        }
    }

    private void endHour(int lease) {
        gpuHourEvents++;
        posting.close(lease, scheduler.nowMicros());
        goOn(lease);
    }

    /** Quotes a lease anew whose last hour is posted, and begins the next if it still wants one. */
    void goOn(int lease) {
        long held = leases.microUsdPerGpuHour(lease);
        reprice(lease, leases.floating(lease) ? quotedMicroUsd(lease) : held, scheduler.nowMicros());
    }

    private long quotedMicroUsd(int lease) {
        return leases.isSpot(lease)
                ? spot.hourMicroUsd(lease)
                : gatekeeper.quotedMicroUsd(leases.owedShares(lease), prices.onDemandMicroUsd(leases.pool(lease)));
    }

    /**
     * Nine of ten events come here. Both prices are read whether the lease floats or not, since floating and locked leases
     * come in no order and a branch between them would be guessed wrong.
     */
    private void onWholeHour(int lease) {
        if (leases.passed(lease)) {
            onChanged(lease);
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
            ending.end(lease, LeaseEnd.PRICED_OUT);
        } else {
            if (microUsd != leases.microUsdPerGpuHour(lease)) {
                watcher.repriced(now, leases, lease, microUsd);
                leases.price(lease, microUsd);
            }
            begin(lease, now, SimTime.MICROS_PER_HOUR);
        }
    }

    private void beginNextHour(int lease, long terms, long microUsd, long now) {
        long cutEnd = scheduler.third();
        if (cutEnd - now <= SimTime.MICROS_PER_HOUR) {
            begin(lease, now, SimTime.MICROS_PER_HOUR);
        } else if (billing.authorise(LeaseBook.tenantOf(terms), microUsd * LeaseBook.gpusOf(terms))) {
            beginWholeHour(lease, terms, scheduler.second(), cutEnd);
        } else {
            ending.end(lease, LeaseEnd.BUDGET_EXHAUSTED);
        }
    }
}
