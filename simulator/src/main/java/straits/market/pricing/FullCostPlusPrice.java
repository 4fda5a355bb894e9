package straits.market.pricing;

import straits.market.cost.UnitCost;
import straits.units.Money;

/**
 * The full cost of a GPU-hour with the required margin, whatever others ask. It follows the price of electricity.
 *
 * @param cost what GPU-hours cost
 * @param pool whose
 */
record FullCostPlusPrice(UnitCost cost, int pool) implements PricingPolicy {

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        return cost.requiredUsd(pool, nowMicros) * Money.MICRO_USD_PER_USD;
    }

    @Override
    public boolean prescribes() {
        return true;
    }

    @Override
    public long nextChangeMicros(long nowMicros) {
        return cost.nextChangeMicros(pool, nowMicros);
    }
}
