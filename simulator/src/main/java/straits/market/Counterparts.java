package straits.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.bargaining.AlternatingOffers;
import straits.market.bargaining.BargainingStrategy;
import straits.market.bargaining.EqualSplit;
import straits.market.bargaining.Negotiation;
import straits.market.bargaining.ReservationValues;
import straits.market.bargaining.SealedBids;
import straits.market.bargaining.Sides;
import straits.market.inventory.Inventory;
import straits.market.pricing.PriceBook;
import straits.regulation.Gatekeeper;
import straits.scenario.Provider;
import straits.scenario.ProviderNegotiation;
import straits.scenario.Quantity;
import straits.scenario.TenantNegotiation;
import straits.units.Money;
import straits.units.SimTime;

/**
 * With whom an anchor tenant negotiates at a review, about how many GPUs, and what each side would do without the other. The
 * tenant asks the cheapest by list price first. Its reservation value is the price at which offers that stand would fill what
 * it asks for, the most it pays, or what the block is worth to it, whichever is least. The others it negotiates with
 * are its outside option: the least they take for as much as it lacks, if they have that.
 */
final class Counterparts {

    private static final double HOURS_PER_YEAR = 8760;

    /** What lies so little beside a whole micro-USD is one. */
    private static final double ROUNDING = 1e-6;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final PriceBook prices;
    private final Gatekeeper gatekeeper;
    private final int tenant;
    private final TenantNegotiation spec;
    private final BlockOffers offers;
    private final Negotiations.Buyer buyer;
    private final ReservationValues values;
    private final long termMicros;
    private final int minBlock;
    private final double maxUsdPerH100e;

    /** A provider's pool that can be asked, with the list price per H100-equivalent. */
    private record Listed(int pool, ProviderNegotiation provider, long microUsd, double unitUsd) {}

    /** A pool that is asked for GPUs at the least its provider takes. */
    private record Asked(Listed listed, int provider, BlockOffers.Offer least, int gpus, double h100e) {}

    Counterparts(MarketParts parts, int tenant, TenantNegotiation spec, BlockOffers offers, Negotiations.Buyer buyer) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        inventory = parts.inventory();
        prices = parts.prices();
        gatekeeper = parts.gatekeeper();
        this.tenant = tenant;
        this.spec = spec;
        this.offers = offers;
        this.buyer = buyer;
        values = new ReservationValues(catalog, inventory, prices, parts.randomness(), tenant, spec);
        termMicros = SimTime.durationOfHours(spec.term().value());
        minBlock = (int) Math.round(catalog.anchor(tenant).minBlock().value());
        maxUsdPerH100e = catalog.anchor(tenant).maxPrice().value();
    }

    /** The strategy of a scenario for a chip of a performance. */
    static BargainingStrategy strategy(TenantNegotiation spec, double h100ePerGpu) {
        return switch (spec.strategy()) {
            case ALTERNATING_OFFERS -> new AlternatingOffers();
            case EQUAL_SPLIT -> new EqualSplit();
            case SEALED_BIDS -> sealedBids(Objects.requireNonNull(spec.bids()), h100ePerGpu);
        };
    }

    private static SealedBids sealedBids(TenantNegotiation.Bids bids, double h100ePerGpu) {
        return new SealedBids(bids.low().value() * h100ePerGpu, bids.high().value() * h100ePerGpu);
    }

    /** The negotiations that a tenant could begin now who lacks something. */
    List<Negotiation> of(double lackedH100e) {
        List<BlockOffers.Offer> standing = offers.cheapestFirst();
        List<Asked> asked = asked(lackedH100e);
        return asked.stream()
                .map(each -> negotiation(each, standing, outsideUsdPerH100e(each, asked, lackedH100e)))
                .toList();
    }

    private List<Asked> asked(double lackedH100e) {
        List<Asked> asked = new ArrayList<>();
        for (Listed listed : listed(lackedH100e)) {
            if (asked.size() < spec.mostTalks()) {
                ask(asked, listed, lackedH100e);
            }
        }
        return asked;
    }

    private List<Listed> listed(double lackedH100e) {
        List<Listed> listed = new ArrayList<>();
        for (int pool = 0; pool < inventory.pools(); pool++) {
            ProviderNegotiation provider =
                    catalog.provider(catalog.pools().provider(pool)).negotiation();
            if (provider != null && offers.accepts(pool) && inventory.free(pool) >= minBlock) {
                int gpus = Math.max(minBlock, (int) wantedGpus(pool, lackedH100e));
                long microUsd = quoted(pool, prices.termMicroUsd(pool, termMicros, gpus));
                listed.add(new Listed(pool, provider, microUsd, unitUsd(pool, microUsd)));
            }
        }
        listed.sort(Comparator.comparingDouble(Listed::unitUsd).thenComparingInt(Listed::pool));
        return listed;
    }

    private void ask(List<Asked> asked, Listed listed, double lackedH100e) {
        int pool = listed.pool();
        double floorUsd = values.floorUsd(pool, listed.provider(), scheduler.nowMicros());
        long floorMicroUsd = quoted(pool, (long) Math.ceil(floorUsd * Money.MICRO_USD_PER_USD - ROUNDING));
        BlockOffers.Offer least = offer(pool, floorMicroUsd);
        double wanted = Math.min(inventory.free(pool), wantedGpus(pool, lackedH100e));
        int gpus = buyer.attainable(least, wanted);
        if (gpus >= minBlock) {
            asked.add(new Asked(listed, catalog.pools().provider(pool), least, gpus, gpus * h100ePerGpu(pool)));
        }
    }

    private double wantedGpus(int pool, double lackedH100e) {
        Quantity most = spec.maxGpus();
        double wanted = Math.min(Integer.MAX_VALUE, Math.ceil(lackedH100e / h100ePerGpu(pool)));
        return most == null ? wanted : Math.min(wanted, most.value());
    }

    private Negotiation negotiation(Asked asked, List<BlockOffers.Offer> standing, double outsideUsdPerH100e) {
        int pool = asked.listed().pool();
        long now = scheduler.nowMicros();
        double h100e = h100ePerGpu(pool);
        double worth = Math.min(maxUsdPerH100e, values.valueUsdPerH100e(asked.provider(), now));
        double most = Math.min(worth, standingUsdPerH100e(standing, asked.h100e()));
        long limitMicroUsd = (long) Math.floor(most * h100e * Money.MICRO_USD_PER_USD + ROUNDING);
        double limitUsd = Money.toUsd(Math.min(Provider.MAX_MICRO_USD_PER_GPU_HOUR, limitMicroUsd));
        double floorUsd = Money.toUsd(asked.least().microUsd());
        Sides sides = new Sides(
                limitUsd,
                floorUsd,
                limitUsd * values.providerMisjudges(asked.provider(), now),
                floorUsd * values.tenantMisjudges(asked.provider(), now),
                outsideUsdPerH100e * h100e,
                discount(spec.discountRate()),
                discount(asked.listed().provider().discountRate()));
        return new Negotiation(
                tenant,
                pool,
                now,
                asked.gpus(),
                termMicros,
                sides,
                asked.listed().microUsd());
    }

    /** What a gain one round later is worth now. */
    private double discount(Quantity ratePerYear) {
        return StrictMath.exp(-ratePerYear.value() * spec.round().value() / HOURS_PER_YEAR);
    }

    /** The unit price up to which standing offers must be taken for an amount, one of each pool; infinite if all are too few. */
    private double standingUsdPerH100e(List<BlockOffers.Offer> standing, double h100e) {
        PoolSet counted = new PoolSet(inventory.pools());
        double sum = 0;
        for (BlockOffers.Offer offer : standing) {
            if (!counted.contains(offer.pool())) {
                counted.add(offer.pool());
                sum += offers.available(offer) * h100ePerGpu(offer.pool());
            }
            if (sum >= h100e) {
                return offer.unitUsd();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The unit price up to which the other providers asked must be taken for all that is lacked; infinite if they have too little. */
    private static double outsideUsdPerH100e(Asked from, List<Asked> asked, double lackedH100e) {
        double sum = 0;
        List<Asked> cheapestFirst = asked.stream()
                .filter(each -> each.provider() != from.provider())
                .sorted(Comparator.comparingDouble(each -> each.least().unitUsd()))
                .toList();
        for (Asked each : cheapestFirst) {
            sum += each.h100e();
            if (sum >= lackedH100e) {
                return each.least().unitUsd();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** A block of GPUs of a pool at a price. */
    BlockOffers.Offer offer(int pool, long microUsd) {
        return new BlockOffers.Offer(pool, true, termMicros, minBlock, microUsd, unitUsd(pool, microUsd));
    }

    private long quoted(int pool, long standingMicroUsd) {
        return gatekeeper.quotedMicroUsd(gatekeeper.owedShares(tenant, pool), standingMicroUsd);
    }

    private double unitUsd(int pool, long microUsd) {
        return prices.unitUsd(pool, microUsd, catalog.workload(tenant));
    }

    /** Performance of a GPU of a pool for the tenant's workload. */
    double h100ePerGpu(int pool) {
        return catalog.h100ePerGpu(catalog.workload(tenant), catalog.pools().chip(pool));
    }
}
