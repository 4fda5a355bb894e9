package straits.market.pricing;

/** The price stays as listed. */
final class PostedPrice implements PricingPolicy {

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        return price;
    }
}
