package straits.supply;

import java.time.LocalDate;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.scenario.Delivery;
import straits.scenario.Quantity;

/** What becomes of orders before they leave: cancelled, or sent to another site. Drawn by order, whatever else happens to it. */
final class OrderChanges {

    static final long CANCELLED = 0;
    private static final long DIVERTED = 1;

    private final Catalog catalog;
    private final KeyedDraws draws;

    OrderChanges(Catalog catalog, Randomness randomness) {
        this.catalog = catalog;
        draws = randomness.keyed("order change");
    }

    /** Schedules what is drawn for an order. */
    void schedule(Tranche tranche, Scheduler scheduler) {
        Delivery.Cancellation cancellation = tranche.order().terms().cancellation();
        if (cancellation != null && happens(tranche, CANCELLED, cancellation.probability())) {
            schedule(tranche, CANCELLED, cancellation.on(), scheduler);
        }
        Delivery.Diversion diversion = tranche.order().terms().diversion();
        if (diversion != null && happens(tranche, DIVERTED, diversion.probability())) {
            schedule(tranche, DIVERTED, diversion.on(), scheduler);
        }
    }

    private boolean happens(Tranche tranche, long change, Quantity probability) {
        return draws.uniform(tranche.order().key(), change, 0) < probability.value();
    }

    private void schedule(Tranche tranche, long change, LocalDate on, Scheduler scheduler) {
        long at = catalog.timeline().micros(on);
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.ORDER_CHANGE, tranche.id(), change);
        }
    }

    /** Sends a tranche to its other site; returns whether that is in another country, where its licences are worth nothing. */
    boolean divert(Tranche tranche) {
        Delivery terms = tranche.order().terms();
        if (terms.diversion() == null) {
            return false;
        }
        int country = catalog.pools().country(tranche.pool());
        tranche.goTo(catalog.poolId(terms.provider(), terms.diversion().to(), terms.chip()));
        boolean abroad = catalog.pools().country(tranche.pool()) != country;
        if (abroad) {
            tranche.order().leaveCountry();
        }
        return abroad;
    }
}
