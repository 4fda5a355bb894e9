package straits.market.spot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.lease.LeaseEnd;
import straits.market.lease.Metering;
import straits.market.lease.SpotKeeper;
import straits.market.spot.SpotMeasures.Flow;
import straits.market.tenant.Request;
import straits.scenario.SpotBidding;
import straits.units.SimTime;

/**
 * How spot leases end before their time: others need their GPUs, or a clearing has turned them out. A lease that needs them
 * and finds too few free waits for the notice to be over; what is free, and what comes free in the pool from leases under
 * notice, is held for it.
 */
public final class Reclaim implements SpotKeeper {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Metering metering;
    private final SpotBook book;
    private final Map<Integer, Claim> claims = new HashMap<>();
    private final Deque<Request> returning = new ArrayDeque<>();
    private final TreeSet<Integer> leftOver = new TreeSet<>();
    private ReclaimListener watcher = ReclaimListener.NONE;
    private boolean quiet;
    private boolean returnScheduled;

    /** Nothing is reclaimed yet. */
    public Reclaim(Catalog catalog, Scheduler scheduler, Inventory inventory, Metering metering, SpotBook book) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.metering = metering;
        this.book = book;
    }

    /** Tells somebody of leases that must go for others, from now on. */
    public void watch(ReclaimListener who) {
        watcher = who;
    }

    @Override
    public long hourMicroUsd(int lease) {
        SpotLease spot = book.lease(lease);
        return spot.noticed()
                ? metering.leases().microUsdPerGpuHour(lease)
                : book.chargeMicroUsd(spot.pool(), spot.bidMicroUsd());
    }

    @Override
    public long makeRoom(int lease, int pool, int gpus) {
        int missing = gpus - inventory.free(pool);
        List<SpotLease> victims = Victims.of(book.sale(pool).victims(), book.running(pool), missing);
        watcher.reclaimed(pool, missing, List.copyOf(victims));
        long notice = noticeMicros(pool);
        if (notice == 0) {
            endQuietly(victims, Flow.RECLAIMED_FOR_DEMAND);
        } else {
            Claim claim = new Claim(pool, gpus, victims);
            victims.forEach(victim -> notice(victim, claim));
            hold(claim, inventory.free(pool));
            claims.put(lease, claim);
        }
        return scheduler.nowMicros() + notice;
    }

    private long noticeMicros(int pool) {
        return SimTime.ofDrawnHours(book.sale(pool).notice().value());
    }

    private void notice(SpotLease lease, @Nullable Claim claim) {
        lease.notice(claim);
        inventory.reclaimable(lease.pool(), -lease.gpus());
    }

    private void hold(Claim claim, int freeGpus) {
        int more = claim.hold(freeGpus);
        if (more > 0) {
            inventory.hold(claim.pool(), more, scheduler.nowMicros());
        }
    }

    @Override
    public void handOver(int lease) {
        Claim claim = claims.remove(lease);
        if (claim == null) {
            throw new IllegalStateException("lease " + lease + " claims nothing");
        }
        endQuietly(claim.victims(), Flow.RECLAIMED_FOR_DEMAND);
        if (claim.heldGpus() > 0) {
            inventory.unhold(claim.pool(), claim.heldGpus(), scheduler.nowMicros());
        }
    }

    /** Turns out leases that a clearing did not fill, at once or with notice. */
    public void turnOut(List<SpotLease> leases) {
        for (SpotLease lease : leases) {
            long notice = noticeMicros(lease.pool());
            if (notice == 0) {
                endQuietly(List.of(lease), Flow.RECLAIMED_FOR_PRICE);
            } else {
                notice(lease, null);
                long at = scheduler.nowMicros() + notice;
                if (at < catalog.timeline().horizonMicros()) {
                    scheduler.schedule(at, EventKind.RECLAIM, lease.lease(), lease.serial());
                }
            }
        }
    }

    /** Handles the end of the notice that a lease had, if it has not ended before. */
    public void onReclaim(int lease, long serial) {
        SpotLease spot = book.find(lease);
        if (spot != null && spot.serial() == serial) {
            endQuietly(List.of(spot), Flow.RECLAIMED_FOR_PRICE);
        }
    }

    private void endQuietly(List<SpotLease> leases, Flow why) {
        quiet = true;
        for (SpotLease lease : leases) {
            book.measures().count(why, lease.request().tenant(), lease.pool());
            metering.endEarly(lease.lease(), LeaseEnd.RECLAIMED);
        }
        quiet = false;
    }

    @Override
    public boolean ended(int lease, LeaseEnd reason) {
        SpotLease spot = book.lease(lease);
        book.ended(spot);
        if (!spot.noticed()) {
            inventory.reclaimable(spot.pool(), -spot.gpus());
        }
        account(spot, reason);
        Claim claim = spot.claim();
        if (claim != null && !quiet) {
            claim.left(spot);
            hold(claim, spot.gpus());
        }
        if (quiet) {
            leftOver.add(spot.pool());
            scheduleReturn();
        }
        return quiet;
    }

    private void account(SpotLease lease, LeaseEnd reason) {
        Request request = lease.request();
        SpotBidding terms = terms(request);
        boolean again = request.visit() > 0;
        long now = scheduler.nowMicros();
        long ran = now - lease.startedMicros();
        if (reason == LeaseEnd.COMPLETED) {
            book.measures().count(Flow.COMPLETED, request.tenant(), lease.pool());
            lost(lease, Math.min(ran, Work.restartMicros(terms, again)));
            return;
        }
        if (reason != LeaseEnd.RECLAIMED) {
            lost(lease, ran);
            return;
        }
        long notice = lease.noticed() ? noticeMicros(lease.pool()) : 0;
        Work work = Work.reclaimed(terms, request.durationMicros(), ran, again, notice);
        lost(lease, work.lostMicros());
        if (work.leftMicros() > 0) {
            request.comeBack(work.leftMicros(), now);
            returning.add(request);
        }
    }

    private SpotBidding terms(Request request) {
        SpotBidding terms = catalog.tenantClass(request.tenant()).spot();
        if (terms == null) {
            throw new IllegalStateException("a spot lease of a class that bids for none");
        }
        return terms;
    }

    private void lost(SpotLease lease, long micros) {
        book.measures().lost(lease.request().tenant(), lease.pool(), lease.gpus() * SimTime.toHours(micros));
    }

    private void scheduleReturn() {
        if (!returnScheduled) {
            returnScheduled = true;
            scheduler.schedule(scheduler.nowMicros(), EventKind.SPOT_RETURN, 0, 0);
        }
    }

    /** Pools in which reclaimed leases have left GPUs since this was last asked. */
    public List<Integer> leftOver() {
        returnScheduled = false;
        List<Integer> pools = List.copyOf(leftOver);
        leftOver.clear();
        return pools;
    }

    /** Requests whose leases were reclaimed since this was last asked, for what is left of their work. */
    public List<Request> returning() {
        List<Request> all = List.copyOf(returning);
        returning.clear();
        return all;
    }
}
