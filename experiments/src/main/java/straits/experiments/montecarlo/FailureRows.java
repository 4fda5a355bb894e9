package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.catalog.Pools;
import straits.market.failure.OutageMeasures;
import straits.market.failure.Outages;
import straits.market.inventory.PoolState;
import straits.market.lease.Interruptions;
import straits.simulation.Snapshot;

/** Rows of failures by month and pool, and the answers that are sums over them; none where nothing fails. */
final class FailureRows {

    private FailureRows() {}

    static List<FailureRow> of(Snapshot run, List<Month> months) {
        Outages outages = run.outages();
        return outages == null ? List.of() : of(run, outages, months);
    }

    private static List<FailureRow> of(Snapshot run, Outages outages, List<Month> months) {
        List<FailureRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int pool = 0; pool < run.catalog().pools().size(); pool++) {
                rows.add(row(run, outages.measures(), outages.interruptions(), month, pool));
            }
        }
        return rows;
    }

    private static FailureRow row(
            Snapshot run, OutageMeasures measures, Interruptions interruptions, Month month, int pool) {
        Catalog catalog = run.catalog();
        Pools pools = catalog.pools();
        int period = month.period();
        return new FailureRow(
                month.key(),
                catalog.providers().slug(pools.provider(pool)),
                catalog.countries().slug(pools.country(pool)),
                catalog.chips().slug(pools.chip(pool)),
                catalog.sites().slug(pools.site(pool)),
                measures.failures(period, pool),
                measures.failedGpus(period, pool),
                run.inventory().gpuHours(period, pool, PoolState.DOWN) / month.hours(),
                measures.crewHours(period, pool) / month.hours(),
                interruptions.interruptions(period, pool),
                interruptions.ended(period, pool),
                interruptions.lostGpuHours(period, pool),
                interruptions.creditUsd(period, pool));
    }

    static Answers addTo(Answers answers, Snapshot run, List<Month> months) {
        if (run.outages() == null) {
            return answers;
        }
        List<FailureRow> rows = of(run, months);
        double installed = gpuHours(run, months, PoolState.INSTALLED);
        double up = installed - gpuHours(run, months, PoolState.DOWN);
        return answers.withRatio(Answer.AVAILABILITY_FRACTION, up, installed)
                .with(Answer.NODE_FAILURES, (double)
                        rows.stream().mapToLong(FailureRow::failures).sum())
                .with(Answer.LEASE_INTERRUPTIONS, (double)
                        rows.stream().mapToLong(FailureRow::interruptions).sum())
                .with(
                        Answer.LOST_GPU_HOURS,
                        rows.stream().mapToDouble(FailureRow::lostGpuHours).sum())
                .with(
                        Answer.FAILURE_CREDITS_USD,
                        rows.stream().mapToDouble(FailureRow::creditsUsd).sum());
    }

    private static double gpuHours(Snapshot run, List<Month> months, PoolState state) {
        double sum = 0;
        for (Month month : months) {
            for (int pool = 0; pool < run.catalog().pools().size(); pool++) {
                sum += run.inventory().gpuHours(month.period(), pool, state);
            }
        }
        return sum;
    }
}
