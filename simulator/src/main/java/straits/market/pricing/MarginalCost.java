package straits.market.pricing;

import java.util.List;
import straits.catalog.Catalog;
import straits.scenario.Dated;
import straits.scenario.Provider;
import straits.scenario.Site;

/**
 * Marginal cost of a GPU-hour: IT power x load x PUE x price of electricity + operations. It is the floor of every
 * moving price.
 */
final class MarginalCost {

    private MarginalCost() {}

    /** Marginal cost of a pool at a time, in USD per GPU-hour. */
    static double usdPerGpuHour(Catalog catalog, int pool, long nowMicros) {
        Site site = catalog.site(catalog.pools().site(pool));
        Provider provider = catalog.provider(catalog.pools().provider(pool));
        double kilowatts = catalog.chip(catalog.pools().chip(pool)).itPower().value()
                * site.loadFactor().value()
                * site.pue().value();
        double price =
                at(catalog, catalog.country(catalog.pools().country(pool)).electricityPrice(), nowMicros);
        return kilowatts * price + provider.operationsCost().value();
    }

    private static double at(Catalog catalog, List<Dated> prices, long nowMicros) {
        double value = prices.get(0).value().value();
        for (Dated dated : prices) {
            if (catalog.timeline().micros(dated.from()) <= nowMicros) {
                value = dated.value().value();
            }
        }
        return value;
    }
}
