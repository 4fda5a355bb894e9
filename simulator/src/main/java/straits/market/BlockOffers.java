package straits.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.regulation.Gatekeeper;
import straits.scenario.AnchorTenant;
import straits.scenario.Quantity;
import straits.scenario.Workload;
import straits.units.SimTime;

/** What an anchor tenant could sign now: every pool it accepts, on demand and for each of its terms. */
final class BlockOffers {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final PriceBook prices;
    private final Gatekeeper gatekeeper;
    private final int tenant;
    private final AnchorTenant spec;
    private final boolean[] compatible;
    private final long[] termMicros;
    private final long horizonMicros;

    /**
     * One offer.
     *
     * @param pool where
     * @param committed whether it is for a term
     * @param termMicros the term; an hour on demand
     * @param minGpus least size
     * @param microUsd price per GPU-hour
     * @param unitUsd price per H100-equivalent and hour
     */
    record Offer(int pool, boolean committed, long termMicros, int minGpus, long microUsd, double unitUsd) {}

    BlockOffers(MarketParts parts, int tenant) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        horizonMicros = catalog.timeline().horizonMicros();
        inventory = parts.inventory();
        prices = parts.prices();
        gatekeeper = parts.gatekeeper();
        this.tenant = tenant;
        spec = catalog.anchor(tenant);
        compatible = catalog.compatiblePools(tenant);
        termMicros = (spec.rentsBlocks() ? spec.terms() : List.<Quantity>of())
                .stream()
                        .mapToDouble(Quantity::value)
                        .mapToLong(SimTime::durationOfHours)
                        .toArray();
    }

    /** The pools it accepts. */
    boolean[] compatible() {
        return compatible;
    }

    /** Offers at or below the most it pays with anything free, by unit price, ties by pool and term. */
    List<Offer> cheapestFirst() {
        List<Offer> offers = new ArrayList<>();
        for (int pool = 0; pool < compatible.length; pool++) {
            if (compatible[pool] && inventory.available(pool) > 0) {
                addAffordable(offers, pool);
            }
        }
        offers.sort(Comparator.comparingDouble(Offer::unitUsd)
                .thenComparingInt(Offer::pool)
                .thenComparingLong(Offer::termMicros));
        return offers;
    }

    private void addAffordable(List<Offer> offers, int pool) {
        for (long term : termMicros) {
            int least = Math.max((int) Math.round(spec.minBlock().value()), prices.minGpus(pool, term));
            add(offers, pool, true, term, least, prices.termMicroUsd(pool, term, least));
        }
        if (spec.rentsOnDemand()) {
            add(offers, pool, false, SimTime.MICROS_PER_HOUR, 1, prices.onDemandMicroUsd(pool));
        }
    }

    private void add(List<Offer> offers, int pool, boolean committed, long term, int minGpus, long standing) {
        long microUsd = gatekeeper.quotedMicroUsd(gatekeeper.owedShares(tenant, pool), standing);
        double unit = prices.unitUsd(pool, microUsd, workload());
        if (unit <= spec.maxPrice().value()) {
            offers.add(new Offer(pool, committed, term, minGpus, microUsd, unit));
        }
    }

    /** GPUs that can be had under an offer: of what is free, blocks get only the usable share. */
    int available(Offer offer) {
        int free = inventory.available(offer.pool());
        return offer.committed() ? (int) (free * spec.blockUsableFraction().value()) : free;
    }

    /** Whether a pool has a chip and a country the tenant accepts. */
    boolean accepts(int pool) {
        return compatible[pool];
    }

    /** How long an offer is planned for: on demand to the end of the run. */
    long plannedMicros(Offer offer) {
        return offer.committed() ? offer.termMicros() : horizonMicros - scheduler.nowMicros();
    }

    /** The shortest time an offer of a pool is planned for, whatever its size; 0 if all are above what the tenant pays. */
    long shortestMicros(int pool) {
        List<Offer> offers = new ArrayList<>();
        addAffordable(offers, pool);
        return offers.stream().mapToLong(this::plannedMicros).min().orElse(0);
    }

    private Workload workload() {
        return spec.workload();
    }
}
