package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import straits.catalog.Catalog;
import straits.catalog.Pools;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** Rows of pools. */
final class PoolRows {

    private final Snapshot run;
    private final Catalog catalog;
    private final Pools pools;

    PoolRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
        pools = catalog.pools();
    }

    List<PoolRow> series(List<Month> months) {
        List<PoolRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int pool = 0; pool < pools.size(); pool++) {
                rows.add(row(month, pool));
            }
        }
        return rows;
    }

    private PoolRow row(Month month, int pool) {
        return new PoolRow(
                month.key(),
                catalog.providers().slug(pools.provider(pool)),
                catalog.countries().slug(pools.country(pool)),
                ownerClass(pools.provider(pool)),
                catalog.chips().slug(pools.chip(pool)),
                catalog.sites().slug(pools.site(pool)),
                mean(month, pool, PoolState.INSTALLED),
                mean(month, pool, PoolState.CAPTIVE),
                mean(month, pool, PoolState.FREE),
                mean(month, pool, PoolState.HELD),
                mean(month, pool, PoolState.LEASED),
                mean(month, pool, PoolState.DOWN),
                mean(month, pool, PoolState.CURTAILED),
                run.prices().meanUsd(month.period(), pool),
                revenueUsd(month, pool),
                soldGpuHours(month, pool));
    }

    private String ownerClass(int provider) {
        return catalog.provider(provider).ownerClass().name().toLowerCase(Locale.ROOT);
    }

    private double mean(Month month, int pool, PoolState state) {
        return run.inventory().gpuHours(month.period(), pool, state) / month.hours();
    }

    private double revenueUsd(Month month, int pool) {
        return run.billing().revenueUsd(month.period(), pool, false)
                + run.billing().revenueUsd(month.period(), pool, true);
    }

    private double soldGpuHours(Month month, int pool) {
        return run.billing().soldGpuHours(month.period(), pool, false)
                + run.billing().soldGpuHours(month.period(), pool, true);
    }
}
