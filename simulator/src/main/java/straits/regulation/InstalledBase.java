package straits.regulation;

import straits.catalog.Catalog;
import straits.scenario.Provider;

/** GPUs by pool that stand there at the start or were shipped since, whatever became of them. */
final class InstalledBase {

    private final long[] gpus;

    InstalledBase(Catalog catalog) {
        gpus = new long[catalog.pools().size()];
        for (int provider = 0; provider < catalog.providers().size(); provider++) {
            for (Provider.Fleet fleet : catalog.provider(provider).fleet()) {
                int site = catalog.sites().id(fleet.site());
                int chip = catalog.chips().id(fleet.chip());
                add(
                        catalog.pools().id(provider, site, chip),
                        Math.round(fleet.installed().value()));
            }
        }
    }

    void add(int pool, long more) {
        gpus[pool] += more;
    }

    long gpus(int pool) {
        return gpus[pool];
    }
}
