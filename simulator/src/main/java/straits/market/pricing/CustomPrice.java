package straits.market.pricing;

import straits.catalog.Catalog;
import straits.extension.Extensions;
import straits.extension.PricePolicy;
import straits.extension.PriceReview;
import straits.market.cost.UnitCost;
import straits.scenario.Pricing;
import straits.units.Money;

/** The price of a pool moves as an extension says. */
final class CustomPrice implements PricingPolicy {

    private final Catalog catalog;
    private final UnitCost cost;
    private final int pool;
    private final String name;
    private final PricePolicy policy;
    private double startUsd = Double.NaN;

    CustomPrice(Catalog catalog, int pool, Pricing pricing) {
        this.catalog = catalog;
        cost = new UnitCost(catalog);
        this.pool = pool;
        name = pricing.policy();
        policy = Extensions.create(Extensions.installed().pricePolicies(), name, pricing.texts());
    }

    @Override
    public double next(double price, int leased, int rentable, long nowMicros) {
        double usd = price / Money.MICRO_USD_PER_USD;
        startUsd = Double.isNaN(startUsd) ? usd : startUsd;
        PriceReview review = new PriceReview(
                catalog.providers().slug(catalog.pools().provider(pool)),
                catalog.sites().slug(catalog.pools().site(pool)),
                catalog.chips().slug(catalog.pools().chip(pool)),
                catalog.timeline().date(nowMicros),
                usd,
                startUsd,
                cost.marginalUsd(pool, nowMicros),
                PricingPolicy.utilisationFraction(leased, rentable));
        double next = policy.next(review);
        if (!(next >= 0 && next < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("price policy \"" + name + "\" gave " + next + " USD per GPU-hour for "
                    + review + "; must be 0 or more");
        }
        return next * Money.MICRO_USD_PER_USD;
    }
}
