package straits.market.bargaining;

/**
 * A tenant and a provider that negotiate a block. Prices are in USD per GPU-hour, discount factors per round. The reservation
 * values are whole micro-USD.
 *
 * @param limitUsd the tenant's reservation value: the most it pays
 * @param floorUsd the provider's reservation value: the least it takes
 * @param limitBelievedUsd what the provider takes the tenant's reservation value for
 * @param floorBelievedUsd what the tenant takes the provider's reservation value for
 * @param outsideUsd price from which on others would supply the tenant instead; infinite if they cannot
 * @param tenantDiscount what a gain in the next round is worth to the tenant now, above 0 and below 1
 * @param providerDiscount the same for the provider
 */
public record Sides(
        double limitUsd,
        double floorUsd,
        double limitBelievedUsd,
        double floorBelievedUsd,
        double outsideUsd,
        double tenantDiscount,
        double providerDiscount) {

    /** Two sides that know each other's reservation values. */
    public static Sides informed(
            double limitUsd, double floorUsd, double outsideUsd, double tenantDiscount, double providerDiscount) {
        return new Sides(limitUsd, floorUsd, limitUsd, floorUsd, outsideUsd, tenantDiscount, providerDiscount);
    }

    /** The most the tenant pays to this provider: others may do with less. */
    public double ceilingUsd() {
        return Math.min(limitUsd, outsideUsd);
    }

    /** Whether the two would have something to gain from each other, but the tenant more from others. */
    public boolean outbid() {
        return floorUsd <= limitUsd && !gain();
    }

    /** Whether any price leaves neither side worse off than without the other. */
    public boolean gain() {
        return floorUsd <= ceilingUsd();
    }
}
