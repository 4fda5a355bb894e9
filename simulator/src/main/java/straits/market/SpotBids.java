package straits.market;

import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.market.spot.SpotBook;
import straits.market.tenant.ClassDemand;
import straits.market.tenant.Request;
import straits.scenario.TenantClass.Contract;

/** The bids for spot leases that stand in the line. */
final class SpotBids {

    private final ClassDemand[] demand;
    private final WaitingRoom waiting;
    private final OfferChoice choice;
    private final SpotBook book;
    private final boolean[][] compatible;
    private final int[] chipOfPool;

    SpotBids(MarketParts parts, ClassDemand[] demand, WaitingRoom waiting, OfferChoice choice) {
        Catalog catalog = parts.catalog();
        book = parts.spot();
        this.demand = demand;
        this.waiting = waiting;
        this.choice = choice;
        chipOfPool = catalog.pools().chips();
        compatible = new boolean[demand.length][];
        for (int tenant = 0; tenant < demand.length; tenant++) {
            compatible[tenant] = catalog.compatiblePools(tenant);
        }
    }

    /** Entries that bid, in order of the line; who waits for a licence or a screening does not. */
    List<Integer> entries() {
        List<Integer> entries = new ArrayList<>();
        for (int entry = waiting.first(); entry != WaitingRoom.NONE; entry = waiting.next(entry)) {
            boolean spot = demand[waiting.request(entry).tenant()].spec().contract() == Contract.SPOT;
            if (spot && !waiting.pending(entry)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    Request request(int entry) {
        return waiting.request(entry);
    }

    /** GPUs an entry asks of a pool. */
    int gpus(int entry, int pool) {
        Request request = waiting.request(entry);
        return demand[request.tenant()].gpus(request.h100e(), chipOfPool[pool]);
    }

    /** What an entry bids in a pool, in micro-USD per GPU-hour. */
    long microUsd(int entry, int pool) {
        return choice.limitMicroUsd(waiting.request(entry), pool);
    }

    /** Whether an entry may bid in a pool, at any price, for what is at most there. */
    boolean mayBid(int entry, int pool, int gpus) {
        return book.sells(pool)
                && compatible[waiting.request(entry).tenant()][pool]
                && gpus(entry, pool) <= gpus
                && choice.lawful(entry, pool);
    }
}
