package straits.market;

import java.util.Comparator;
import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.spot.Reclaim;
import straits.market.spot.SpotBook;
import straits.market.spot.Venue;
import straits.scenario.Market.Waiting;

/**
 * Clearings of spot markets. Between clearings a price stands: whoever bids at least that and finds GPUs free has them at once,
 * on arrival or as they come free, the highest bid first.
 */
final class SpotMarket {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final SpotBook book;
    private final Reclaim reclaim;
    private final WaitingRoom waiting;
    private final OfferChoice choice;
    private final Line line;
    private final SpotBids bids;
    private final boolean waitersBlock;

    SpotMarket(MarketParts parts, WaitingRoom waiting, OfferChoice choice, Line line, SpotBids bids) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        inventory = parts.inventory();
        book = parts.spot();
        reclaim = parts.reclaim();
        this.waiting = waiting;
        this.choice = choice;
        this.line = line;
        this.bids = bids;
        waitersBlock = catalog.scenario().market().waiting() == Waiting.FIFO_STRICT;
    }

    /** Schedules the first clearings. */
    void start() {
        book.venues().stream()
                .mapToLong(Venue::periodMicros)
                .distinct()
                .sorted()
                .forEach(this::scheduleClearing);
    }

    private void scheduleClearing(long periodMicros) {
        long at = scheduler.nowMicros() + periodMicros;
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.SPOT_CLEARING, 0, periodMicros);
        }
    }

    /** Clears the markets that do so once in a period of the given length. */
    void onClearing(long periodMicros) {
        scheduleClearing(periodMicros);
        List<Venue> venues = book.venues().stream()
                .filter(venue -> venue.periodMicros() == periodMicros)
                .toList();
        reclaim.turnOut(new SpotRound(catalog, book, bids, venues, scheduler.nowMicros()).clear());
        venues.forEach(venue -> venue.pools().forEach(this::fillIn));
    }

    /** Serves bids in the line from what is free in a pool at the price that stands. */
    void fillIn(int pool) {
        boolean kept = waitersBlock && waiting.waitedFor(pool);
        if (!book.sells(pool) || kept || inventory.free(pool) == 0) {
            return;
        }
        List<Integer> takers = bids.entries().stream()
                .filter(entry -> bids.microUsd(entry, pool) >= book.entryMicroUsd(pool)
                        && bids.mayBid(entry, pool, inventory.free(pool)))
                .sorted(Comparator.comparingLong(entry -> -bids.microUsd(entry, pool)))
                .toList();
        for (int entry : takers) {
            if (bids.gpus(entry, pool) <= choice.free(entry, pool)) {
                choice.takeSpot(entry, pool);
                line.serve(entry);
            }
        }
    }
}
