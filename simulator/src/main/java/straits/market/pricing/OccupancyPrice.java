package straits.market.pricing;

import java.util.List;
import straits.scenario.Pricing;

/** The price listed at the start, times the factor of the highest step that utilisation has reached. */
final class OccupancyPrice implements PricingPolicy {

    /** Three of ten GPUs have reached 30 %, whatever the last bit says. */
    private static final double ROUNDING = 1e-12;

    private final double listed;
    private final List<Pricing.Step> steps;

    /**
     * The price of a pool.
     *
     * @param listed price listed, in micro-USD per GPU-hour
     * @param steps by utilisation, ascending, the first from 0
     */
    OccupancyPrice(double listed, List<Pricing.Step> steps) {
        this.listed = listed;
        this.steps = List.copyOf(steps);
    }

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        double utilisation = PricingPolicy.utilisationFraction(leased, rentable);
        double factor = 1;
        for (Pricing.Step step : steps) {
            if (utilisation >= step.from().value() - ROUNDING) {
                factor = step.factor().value();
            }
        }
        return listed * factor;
    }
}
