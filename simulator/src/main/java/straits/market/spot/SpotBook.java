package straits.market.spot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.market.tenant.Request;
import straits.scenario.SpotSale;
import straits.units.Money;

/** Spot leases in force and the prices at which spot markets stand, by pool. */
public final class SpotBook {

    private final PriceBook prices;
    private final Inventory inventory;
    private final List<Venue> venues;
    private final @Nullable SpotSale[] sales;
    private final @Nullable SpotMechanism[] mechanisms;
    private final long[] standingMicroUsd;
    private final long[] entryMicroUsd;
    private final List<List<SpotLease>> running = new ArrayList<>();
    private final Map<Integer, SpotLease> byLease = new HashMap<>();
    private final SpotMeasures measures;
    private long serials;

    /** No lease yet; every pool that sells spot leases stands at its reserve. */
    public SpotBook(Catalog catalog, PriceBook prices, Inventory inventory) {
        this.prices = prices;
        this.inventory = inventory;
        venues = Venues.of(catalog);
        int pools = catalog.pools().size();
        sales = new SpotSale[pools];
        mechanisms = new SpotMechanism[pools];
        standingMicroUsd = new long[pools];
        entryMicroUsd = new long[pools];
        Arrays.fill(entryMicroUsd, Long.MAX_VALUE);
        int counted = venues.isEmpty() ? 0 : pools;
        measures = new SpotMeasures(
                catalog.classCount(), counted, catalog.timeline().periods());
        for (int pool = 0; pool < pools; pool++) {
            running.add(new ArrayList<>());
            sales[pool] = Venues.sale(catalog, pool);
        }
        venues.forEach(this::open);
    }

    private void open(Venue venue) {
        for (int pool : venue.pools()) {
            mechanisms[pool] = venue.mechanism();
            stand(pool, reserveMicroUsd(pool, 0), reserveMicroUsd(pool, 0));
        }
    }

    private void stand(int pool, long microUsd, long entry) {
        standingMicroUsd[pool] = microUsd;
        entryMicroUsd[pool] = entry;
        measures.price(pool, microUsd);
    }

    /** The markets; none if nobody sells spot leases. */
    public List<Venue> venues() {
        return venues;
    }

    /** Whether a pool sells spot leases. */
    public boolean sells(int pool) {
        return mechanisms[pool] != null;
    }

    /** The least bid that gets in before the next clearing, in micro-USD per GPU-hour; {@link Long#MAX_VALUE} for none. */
    public long entryMicroUsd(int pool) {
        return entryMicroUsd[pool];
    }

    /** What a lease with a bid pays now in a pool that sells, in micro-USD per GPU-hour. */
    public long chargeMicroUsd(int pool, long bidMicroUsd) {
        SpotMechanism mechanism = mechanisms[pool];
        return mechanism == null ? bidMicroUsd : mechanism.chargeMicroUsd(standingMicroUsd[pool], bidMicroUsd);
    }

    SpotSale sale(int pool) {
        SpotSale sale = sales[pool];
        if (sale == null) {
            throw new IllegalStateException("pool " + pool + " sells no spot leases");
        }
        return sale;
    }

    /** What a pool asks at a time: a share of its price on demand, or marginal cost if that is more. */
    private long reserveMicroUsd(int pool, long nowMicros) {
        long share =
                Math.round(prices.onDemandMicroUsd(pool) * sale(pool).reserve().value());
        return Math.max(share, Money.ofUsd(prices.cost().marginalUsd(pool, nowMicros)));
    }

    /** What a pool sells at a clearing: all its GPUs that are free or in leases that give way. */
    public Ask ask(int pool, long nowMicros) {
        return new Ask(reserveMicroUsd(pool, nowMicros), inventory.available(pool));
    }

    /** A market has cleared: its pools stand at the price until the next clearing. */
    public void cleared(Venue venue, Clearing clearing, long nowMicros) {
        measures.close(nowMicros);
        for (int each = 0; each < venue.pools().size(); each++) {
            stand(
                    venue.pools().get(each),
                    clearing.microUsd(),
                    clearing.entryMicroUsd().get(each));
        }
    }

    /** Leases of a pool that have not been told to go, in the order in which they began. */
    public List<SpotLease> running(int pool) {
        return running.get(pool).stream().filter(lease -> !lease.noticed()).toList();
    }

    /** A spot lease begins. */
    public void started(int lease, Request request, int pool, int gpus, long bidMicroUsd, long nowMicros) {
        SpotLease begun = new SpotLease(lease, request, pool, gpus, bidMicroUsd, nowMicros, serials++);
        running.get(pool).add(begun);
        byLease.put(lease, begun);
        measures.count(SpotMeasures.Flow.STARTED, request.tenant(), pool);
        if (request.visit() > 0) {
            measures.count(SpotMeasures.Flow.RESTARTED, request.tenant(), pool);
        }
    }

    @Nullable
    SpotLease find(int lease) {
        return byLease.get(lease);
    }

    SpotLease lease(int lease) {
        SpotLease found = byLease.get(lease);
        if (found == null) {
            throw new IllegalStateException("lease " + lease + " is no spot lease");
        }
        return found;
    }

    void ended(SpotLease lease) {
        byLease.remove(lease.lease());
        running.get(lease.pool()).remove(lease);
    }

    /** What happened. */
    public SpotMeasures measures() {
        return measures;
    }
}
