package straits.market.pricing;

import java.util.List;
import straits.scenario.Pricing.BusyPrice;
import straits.units.Money;

/** A price by the number of GPUs leased: that of the last row that the number has reached. */
final class BusyGpusPrice implements PricingPolicy {

    private final int[] from;
    private final double[] microUsd;

    /**
     * The table of a pool.
     *
     * @param prices by leased GPUs, ascending, the first from 0
     */
    BusyGpusPrice(List<BusyPrice> prices) {
        from = prices.stream().mapToInt(row -> (int) row.from().value()).toArray();
        microUsd = prices.stream()
                .mapToDouble(row -> row.price().value() * Money.MICRO_USD_PER_USD)
                .toArray();
    }

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        int row = from.length - 1;
        while (from[row] > leased) {
            row--;
        }
        return microUsd[row];
    }

    @Override
    public boolean prescribes() {
        return true;
    }
}
