package straits.market.pricing;

import straits.market.cost.UnitCost;
import straits.scenario.Distribution;
import straits.scenario.Pricing.Visitors;
import straits.units.Money;

/**
 * The prices by number of GPUs leased that earn most over marginal cost in the long run, for the visitors the owner expects and
 * the GPUs the pool has: solved anew when the pool grows or electricity changes.
 */
final class CongestionPrice implements PricingPolicy {

    private final UnitCost cost;
    private final int pool;
    private final double ratePerHour;
    private final double meanHours;
    private final Willingness willingness;
    private int solvedGpus = -1;
    private double solvedCostUsd;
    private double[] usdByLeased = {};

    CongestionPrice(UnitCost cost, int pool, Visitors visitors) {
        this.cost = cost;
        this.pool = pool;
        ratePerHour = visitors.rate().value();
        meanHours = visitors.duration().value();
        willingness = willingness(visitors.willingness());
    }

    private static Willingness willingness(Distribution law) {
        if (law instanceof Distribution.Exponential exponential) {
            return new Willingness.Exponential(exponential.mean().value());
        }
        if (law instanceof Distribution.Uniform uniform) {
            return new Willingness.Uniform(uniform.low().value(), uniform.high().value());
        }
        throw new IllegalArgumentException("no solution for a willingness of " + law);
    }

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        solve(Math.max(1, rentable), cost.marginalUsd(pool, nowMicros));
        int row = Math.min(leased, usdByLeased.length - 1);
        return usdByLeased[row] * Money.MICRO_USD_PER_USD;
    }

    private void solve(int gpus, double costUsd) {
        if (gpus != solvedGpus || costUsd != solvedCostUsd) {
            usdByLeased = new CongestionOptimum(gpus, ratePerHour, meanHours, costUsd, willingness).prices();
            solvedGpus = gpus;
            solvedCostUsd = costUsd;
        }
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
