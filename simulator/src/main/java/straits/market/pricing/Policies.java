package straits.market.pricing;

import java.util.List;
import java.util.Objects;
import straits.catalog.Catalog;
import straits.market.cost.UnitCost;
import straits.scenario.Dated;
import straits.scenario.Pricing;

/** Price policies by name: the one place where a scenario's word becomes a policy of a pool. */
record Policies(Catalog catalog, UnitCost cost) {

    /**
     * The policy of a pool.
     *
     * @param listed price listed at the start, in micro-USD per GPU-hour
     */
    PricingPolicy of(int pool, Pricing pricing, long listed) {
        return switch (pricing.policy()) {
            case Pricing.POSTED -> new PostedPrice();
            case Pricing.SCHEDULE -> new SchedulePrice(catalog.timeline(), schedule(pool, pricing));
            case Pricing.UTILISATION ->
                new UtilisationPrice(
                        pricing.target().value(), pricing.sensitivity().value());
            case Pricing.OCCUPANCY -> new OccupancyPrice(listed, pricing.stepList());
            case Pricing.BUSY_GPUS -> new BusyGpusPrice(pricing.busyPriceList());
            case Pricing.FULL_COST_PLUS -> new FullCostPlusPrice(cost, pool);
            case Pricing.CONGESTION_PRICE ->
                new CongestionPrice(
                        cost, pool, Objects.requireNonNull(pricing.expected(), "congestion-price without expected"));
            default -> new CustomPrice(catalog, pool, pricing);
        };
    }

    private List<Dated> schedule(int pool, Pricing pricing) {
        String chip = catalog.chips().slug(catalog.pools().chip(pool));
        return pricing.schedules().getOrDefault(chip, List.of());
    }
}
