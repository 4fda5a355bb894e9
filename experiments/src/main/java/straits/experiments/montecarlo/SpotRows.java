package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import straits.catalog.Catalog;
import straits.catalog.Pools;
import straits.market.spot.SpotMeasures;
import straits.market.spot.SpotMeasures.Flow;
import straits.scenario.TenantClass.Contract;
import straits.simulation.Snapshot;

/** Rows of the pools that sell spot leases, by month. */
final class SpotRows {

    private final Snapshot run;
    private final Catalog catalog;
    private final Pools pools;
    private final List<Integer> bidders;

    SpotRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
        pools = catalog.pools();
        bidders = IntStream.range(0, catalog.classCount())
                .filter(tenant -> catalog.tenantClass(tenant).contract() == Contract.SPOT)
                .boxed()
                .toList();
    }

    List<SpotRow> of(List<Month> months) {
        List<SpotRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int pool = 0; pool < pools.size(); pool++) {
                if (catalog.provider(pools.provider(pool)).spot() != null) {
                    rows.add(row(month, pool));
                }
            }
        }
        return rows;
    }

    private SpotRow row(Month month, int pool) {
        int period = month.period();
        SpotMeasures spot = run.spot();
        return new SpotRow(
                month.key(),
                catalog.providers().slug(pools.provider(pool)),
                catalog.countries().slug(pools.country(pool)),
                catalog.chips().slug(pools.chip(pool)),
                catalog.sites().slug(pools.site(pool)),
                spot.meanUsd(period, pool),
                sum(tenant -> run.billing().chargedGpuHours(period, tenant, pool)),
                sum(tenant -> run.billing().chargedUsd(period, tenant, pool)),
                count(period, pool, Flow.STARTED),
                count(period, pool, Flow.RESTARTED),
                count(period, pool, Flow.COMPLETED),
                count(period, pool, Flow.RECLAIMED_FOR_DEMAND),
                count(period, pool, Flow.RECLAIMED_FOR_PRICE),
                sum(tenant -> spot.lostGpuHours(period, tenant, pool)));
    }

    private long count(int period, int pool, Flow flow) {
        return bidders.stream()
                .mapToLong(tenant -> run.spot().count(period, tenant, pool, flow))
                .sum();
    }

    private double sum(IntToDoubleFunction ofTenant) {
        return bidders.stream().mapToDouble(ofTenant::applyAsDouble).sum();
    }
}
