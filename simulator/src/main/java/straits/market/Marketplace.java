package straits.market;

import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.CapacityListener;
import straits.market.spot.Reclaim;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.scenario.Market.Waiting;

/**
 * Where request meets offer. A request is placed at once, files one licence application, waits, or ends; whatever
 * happens, it ends in exactly one {@link Outcome}.
 */
public final class Marketplace implements CapacityListener {

    private final Scheduler scheduler;
    private final ClassDemand[] demand;
    private final WaitingRoom waiting;
    private final OfferChoice choice;
    private final OutcomeBook outcomes;
    private final Placement placement;
    private final Orbit orbit;
    private final Members members;
    private final Line line;
    private final Permits permits;
    private final SpotMarket spot;
    private final Reclaim reclaim;
    private final Request arriving = new Request();

    /** A market without requests. */
    public Marketplace(MarketParts parts, Reservations reservations) {
        Catalog catalog = parts.catalog();
        scheduler = parts.scheduler();
        demand = new ClassDemand[catalog.classCount()];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            demand[tenant] = new ClassDemand(catalog, tenant, parts.randomness());
        }
        int periods = catalog.timeline().periods();
        waiting = new WaitingRoom(catalog.pools().chips(), catalog.chips().size(), demand.length, periods);
        boolean waitersBlock = catalog.scenario().market().waiting() == Waiting.FIFO_STRICT;
        choice = new OfferChoice(parts, demand, waiting, waitersBlock);
        outcomes = new OutcomeBook(demand.length, periods, catalog.timeline().horizonMicros());
        orbit = new Orbit(parts, demand);
        members = new Members(parts, demand);
        placement = new Placement(parts, demand, choice, outcomes, reservations, orbit, members);
        line = new Line(parts, demand, waiting, choice, placement);
        permits = new Permits(parts, demand, waiting, choice, placement, line);
        SpotBids bids = new SpotBids(parts, demand, waiting, choice);
        spot = new SpotMarket(parts, waiting, choice, line, bids);
        reclaim = parts.reclaim();
    }

    /** Tells somebody of requests served from now on. */
    public void watch(RequestListener who) {
        placement.watch(who);
    }

    /** Schedules the first arrival of each class. */
    public void start() {
        for (int tenant = 0; tenant < demand.length; tenant++) {
            scheduleArrival(tenant);
        }
        spot.start();
        members.start();
    }

    private void scheduleArrival(int tenant) {
        long at = demand[tenant].nextArrivalMicros(scheduler.nowMicros());
        if (at != Long.MAX_VALUE) {
            scheduler.schedule(at, EventKind.LEASE_REQUEST, tenant, 0);
        }
    }

    /**
     * Handles the arrival of a request of a class, for the first time or again.
     *
     * @param payload as the event has it
     */
    public void onLeaseRequest(int tenant, long payload) {
        if (payload < 0) {
            orbit.leave(payload, arriving);
            place(arriving);
        } else if (payload > 0) {
            members.draw(tenant, payload, arriving);
            outcomes.arrived();
            place(arriving);
        } else {
            onArrival(tenant);
        }
    }

    private void onArrival(int tenant) {
        ClassDemand who = demand[tenant];
        who.draw(arriving, scheduler.nowMicros());
        scheduleArrival(tenant);
        if (who.poisson()) {
            outcomes.drawn(arriving.h100e(), arriving.arrivedMicros(), arriving.durationMicros());
        }
        if (!who.elastic() || who.comes(choice.leastUsd(tenant))) {
            outcomes.arrived();
            place(arriving);
        }
    }

    /** Brings a request to the choice. */
    private void place(Request request) {
        choice.evaluate(request, 0, 0);
        if (choice.best() != OfferChoice.NONE) {
            placement.serve(request, List.of());
        } else if (choice.attainable() != OfferChoice.NONE) {
            permits.attain(line.enter(request));
        } else if (placement.waits(request)) {
            choice.noteAccepted(line.enter(request));
        } else {
            placement.end(request, placement.unplaced(request));
        }
    }

    /** Clears the spot markets that do so once in a period of the given length. */
    public void onSpotClearing(long periodMicros) {
        spot.onClearing(periodMicros);
    }

    /** Offers what reclaimed spot leases have left, and takes their requests in again for what is left of their work. */
    public void onSpotReturn() {
        reclaim.leftOver().forEach(this::capacityGained);
        for (Request request : reclaim.returning()) {
            outcomes.arrivedAgain();
            place(request);
        }
    }

    /** Handles the end of a request's screening, if it still waits for it. */
    public void onScreened(int ticket) {
        permits.onScreened(ticket);
    }

    /** Handles the end of a waiting request's patience. */
    public void onPatienceExpiry(int entry) {
        if (waiting.pending(entry)) {
            permits.expire(entry);
        } else {
            line.leave(entry, waiting.acceptsAny(entry) ? Outcome.NO_CAPACITY : Outcome.TOO_EXPENSIVE);
        }
        line.serveMovedUp();
    }

    @Override
    public void capacityGained(int pool) {
        line.capacityGained(pool);
        spot.fillIn(pool);
    }

    /** Frees requests of applications and screenings that no rule asks any more, and tries all anew. */
    public void onRuleChange() {
        permits.withdrawMoot();
        reconsider();
    }

    /** Tries all waiting requests anew, in order, after prices or rules have changed. */
    public void reconsider() {
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            waiting.acceptNone(entry);
        }
        int entry = waiting.first();
        while (entry != WaitingRoom.NONE) {
            int following = waiting.next(entry);
            if (!waiting.pending(entry)) {
                reconsider(entry);
            }
            entry = following;
        }
    }

    private void reconsider(int entry) {
        Request request = waiting.request(entry);
        choice.evaluate(request, waiting.passed(entry), waiting.failed(entry));
        if (choice.best() != OfferChoice.NONE) {
            line.serve(entry);
            return;
        }
        choice.noteAccepted(entry);
        if (waiting.acceptsAny(entry)) {
            return;
        }
        if (choice.attainable() != OfferChoice.NONE) {
            permits.attain(entry);
        } else if (!placement.waits(request)) {
            line.leave(entry, placement.unplaced(request));
        }
    }

    /** Ends all requests that still wait: the run is over. */
    public void close() {
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            placement.file(waiting.request(entry), Outcome.STILL_WAITING);
        }
        orbit.close(placement);
        waiting.measures().close(scheduler.nowMicros());
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period) {
        outcomes.enterPeriod(period);
        waiting.measures().enterPeriod(period, scheduler.nowMicros());
    }

    /** Forgets what was measured before now. */
    public void restartMeasures() {
        outcomes.restart(scheduler.nowMicros());
        waiting.restart(scheduler.nowMicros());
    }

    /** Requests by outcome. */
    public OutcomeBook outcomes() {
        return outcomes;
    }

    /** Requests of a class in the line, licences pending included, integrated over time in hours. */
    public double waitingHours(int tenant) {
        return waiting.measures().totalUnitHours(tenant);
    }

    /** What requests in the line have waited since measuring began, one by one, in microseconds. */
    public long waitedMicros() {
        return waiting.waitedMicros(scheduler.nowMicros());
    }

    /** The length of the line of a class since measuring began, integrated up to now, in requests x microseconds. */
    public long lineMicros(int tenant) {
        return waiting.measures().totalUnitMicros(tenant, scheduler.nowMicros());
    }

    /** Requests that have come and not ended: those in the line, and those that will come again. */
    public int waitingNow() {
        return waiting.count() + orbit.count();
    }

    /** The demand of a class. */
    public ClassDemand demand(int tenant) {
        return demand[tenant];
    }
}
