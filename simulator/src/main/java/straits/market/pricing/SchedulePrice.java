package straits.market.pricing;

import java.util.List;
import straits.catalog.Timeline;
import straits.scenario.Dated;
import straits.units.Money;

/** A price by date: that of the last row whose day has begun. */
final class SchedulePrice implements PricingPolicy {

    private final long[] fromMicros;
    private final double[] microUsd;

    /**
     * The schedule of a pool.
     *
     * @param prices in USD per GPU-hour by date, ascending, the first at or before the start
     */
    SchedulePrice(Timeline timeline, List<Dated> prices) {
        fromMicros =
                prices.stream().mapToLong(row -> timeline.micros(row.from())).toArray();
        microUsd = prices.stream()
                .mapToDouble(row -> row.value().value() * Money.MICRO_USD_PER_USD)
                .toArray();
    }

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        int row = fromMicros.length - 1;
        while (row > 0 && fromMicros[row] > nowMicros) {
            row--;
        }
        return microUsd[row];
    }

    @Override
    public boolean prescribes() {
        return true;
    }

    @Override
    public long nextChangeMicros(long nowMicros) {
        for (long from : fromMicros) {
            if (from > nowMicros) {
                return from;
            }
        }
        return NEVER;
    }
}
