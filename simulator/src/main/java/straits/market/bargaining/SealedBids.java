package straits.market.bargaining;

/**
 * Each side bids once without seeing the other's reservation value, of which it knows only that it lies anywhere between two
 * bounds, and they trade at the mid-point if the tenant's bid is at or above the provider's: the equilibrium in linear
 * strategies of K. Chatterjee and W. Samuelson, "Bargaining under Incomplete Information", Operations Research 31, 1983.
 * Nobody bids what it would regret: outside the bounds a bid stops at the bidder's own reservation value, which within them
 * changes no trade.
 */
public final class SealedBids implements BargainingStrategy {

    private static final double SLOPE = 2.0 / 3;
    private static final double TENANT_SHADE = 1.0 / 12;
    private static final double PROVIDER_SHADE = 1.0 / 4;

    private final double lowUsd;
    private final double rangeUsd;

    /** Bids for values between two bounds, in USD per GPU-hour. */
    public SealedBids(double lowUsd, double highUsd) {
        this.lowUsd = lowUsd;
        rangeUsd = highUsd - lowUsd;
    }

    @Override
    public boolean begins(Sides sides) {
        return true;
    }

    @Override
    public double price(Sides sides, int round) {
        double bid = Math.min(sides.limitUsd(), bid(sides.limitUsd(), TENANT_SHADE));
        double ask = Math.max(sides.floorUsd(), bid(sides.floorUsd(), PROVIDER_SHADE));
        return bid >= ask ? (bid + ask) / 2 : NO_PRICE;
    }

    private double bid(double valueUsd, double shade) {
        return lowUsd + SLOPE * (valueUsd - lowUsd) + shade * rangeUsd;
    }

    @Override
    public boolean goesOn() {
        return false;
    }
}
