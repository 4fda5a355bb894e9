package straits.supply;

import java.time.LocalDate;
import straits.catalog.Catalog;
import straits.scenario.Provider;

/** What providers have at the start. */
final class OpeningFleets {

    private final Catalog catalog;
    private final long[] gpus;

    OpeningFleets(Catalog catalog) {
        this.catalog = catalog;
        gpus = new long[catalog.pools().size()];
    }

    void install(Energisation energisation) {
        catalog.scenario().providers().forEach((key, provider) -> {
            for (Provider.Fleet fleet : provider.fleet()) {
                install(energisation, catalog.poolId(key, fleet.site(), fleet.chip()), fleet);
            }
        });
    }

    private void install(Energisation energisation, int pool, Provider.Fleet fleet) {
        int installed = (int) Math.round(fleet.installed().value());
        LocalDate since = fleet.inServiceSince();
        long sinceMicros = since == null ? 0 : catalog.timeline().micros(since);
        energisation.install(pool, installed, fleet.rentableFraction().value(), sinceMicros);
        gpus[pool] += installed;
    }

    long gpus(int pool) {
        return gpus[pool];
    }
}
