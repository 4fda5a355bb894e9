package straits.market;

import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.scenario.Market.Waiting;

/** The line of waiting requests: who enters and leaves it, and who is served when GPUs come free, by the discipline. */
final class Line implements CapacityListener {

    /** Handle of an expiry that lies beyond the run. */
    private static final long NO_EXPIRY = -1;

    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Waiting discipline;
    private final long horizonMicros;
    private final ClassDemand[] demand;
    private final WaitingRoom waiting;
    private final OfferChoice choice;
    private final Placement placement;
    private final PoolSet movedUp;
    private final PoolSet blocked;

    Line(MarketParts parts, ClassDemand[] demand, WaitingRoom waiting, OfferChoice choice, Placement placement) {
        scheduler = parts.scheduler();
        inventory = parts.inventory();
        discipline = parts.catalog().scenario().market().waiting();
        horizonMicros = parts.catalog().timeline().horizonMicros();
        this.demand = demand;
        this.waiting = waiting;
        this.choice = choice;
        this.placement = placement;
        int pools = parts.catalog().pools().size();
        movedUp = new PoolSet(pools);
        blocked = new PoolSet(pools);
    }

    /** Takes a request in at the end; returns its entry. */
    int enter(Request request) {
        int entry = waiting.enter(request, scheduler.nowMicros());
        long expiry = request.arrivedMicros() + demand[request.tenant()].patienceMicros(request);
        boolean expires = expiry < horizonMicros;
        long handle = expires ? scheduler.schedule(expiry, EventKind.PATIENCE_EXPIRY, entry, 0) : NO_EXPIRY;
        waiting.expiryHandle(entry, handle);
        return entry;
    }

    void leave(int entry, Outcome outcome) {
        placement.end(waiting.request(entry), outcome);
        leave(entry);
    }

    private void leave(int entry) {
        standAside(entry);
        if (waiting.expiryHandle(entry) != NO_EXPIRY) {
            scheduler.cancel(waiting.expiryHandle(entry));
        }
        waiting.leave(entry, scheduler.nowMicros());
    }

    /** Those behind an entry may move up to the pools it accepts; {@link #serveMovedUp} lets them. */
    void standAside(int entry) {
        if (discipline == Waiting.FIFO_STRICT) {
            waiting.addAccepted(entry, movedUp);
        }
    }

    /** Serves an entry, last evaluated, with the offer found. */
    void serve(int entry) {
        placement.serve(waiting.request(entry), waiting.licences(entry));
        leave(entry);
    }

    @Override
    public void capacityGained(int pool) {
        if (waiting.mayFit(pool, inventory.available(pool))) {
            switch (discipline) {
                case FIFO_STRICT -> {
                    movedUp.add(pool);
                    serveMovedUp();
                }
                case BACKFILL -> serveInOrder(pool);
                case SMALLEST_FIRST -> serveSmallestFirst(pool);
                case LOST -> throw new IllegalStateException("somebody waits where requests are lost");
            }
        }
    }

    /**
     * Serves the line, strictly in order, where GPUs came free or those ahead have left: whoever cannot be served keeps
     * every pool it would accept from those behind it.
     */
    void serveMovedUp() {
        blocked.clear();
        int entry = movedUp.isEmpty() ? WaitingRoom.NONE : waiting.first();
        while (entry != WaitingRoom.NONE && movedUp.exceeds(blocked)) {
            int following = waiting.next(entry);
            choice.evaluateAmong(entry, movedUp, blocked);
            if (choice.best() == OfferChoice.NONE) {
                waiting.addAccepted(entry, blocked);
            } else {
                serve(entry);
            }
            entry = following;
        }
        movedUp.clear();
    }

    private void serveInOrder(int pool) {
        int entry = waiting.first();
        int left = waiting.waitingOn(pool);
        while (left > 0 && inventory.available(pool) > 0) {
            int following = waiting.next(entry);
            if (waiting.accepts(entry, pool)) {
                serveAt(entry, pool);
                left--;
            }
            entry = following;
        }
    }

    private void serveSmallestFirst(int pool) {
        int entry = smallest(pool);
        while (entry != WaitingRoom.NONE && serveAt(entry, pool)) {
            entry = smallest(pool);
        }
    }

    private int smallest(int pool) {
        int best = WaitingRoom.NONE;
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            boolean smaller = best == WaitingRoom.NONE
                    || waiting.request(entry).h100e() < waiting.request(best).h100e();
            if (waiting.accepts(entry, pool) && smaller) {
                best = entry;
            }
        }
        return best;
    }

    private boolean serveAt(int entry, int pool) {
        if (waiting.gpus(entry, pool) > inventory.available(pool)) {
            return false;
        }
        choice.evaluateAt(entry, pool);
        boolean placed = choice.best() != OfferChoice.NONE;
        if (placed) {
            serve(entry);
        }
        return placed;
    }
}
