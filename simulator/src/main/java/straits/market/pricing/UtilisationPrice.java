package straits.market.pricing;

/**
 * The logarithm of the price moves in proportion to utilisation less a target.
 *
 * @param target utilisation at which the price stands still
 * @param sensitivity change of ln price per review and unit of utilisation
 */
record UtilisationPrice(double target, double sensitivity) implements PricingPolicy {

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        double utilisation = PricingPolicy.utilisationFraction(leased, rentable);
        return price * StrictMath.exp(sensitivity * (utilisation - target));
    }
}
