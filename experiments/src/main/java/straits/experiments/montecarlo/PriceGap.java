package straits.experiments.montecarlo;

import java.util.List;
import straits.catalog.Catalog;
import straits.simulation.Snapshot;

/**
 * By how much one group of pools was dearer than another, the base, for the same chip (or chip and month), leases with and without commitment apart:
 * (mean paid to the others - to the base) / to the base, weighted by the GPU-hours of both where both sold.
 */
final class PriceGap {

    private final double[] baseUsd;
    private final double[] baseGpuHours;
    private final double[] otherUsd;
    private final double[] otherGpuHours;

    /** Which pools are the base in a month. */
    interface Base {

        /** Whether a pool belongs to the base in a month. */
        boolean holds(Month month, int pool);
    }

    PriceGap(int chips) {
        baseUsd = new double[2 * chips];
        baseGpuHours = new double[2 * chips];
        otherUsd = new double[2 * chips];
        otherGpuHours = new double[2 * chips];
    }

    /** The gap of a run, each chip over the whole of it. */
    static double overall(Snapshot run, List<Month> months, Base base) {
        PriceGap gap = new PriceGap(run.catalog().chips().size());
        months.forEach(month -> gap.add(run, month, base, 0));
        return gap.weightedMean();
    }

    /** The gap of a run, each chip month by month, so that a price that moves in time is no gap. */
    static double monthly(Snapshot run, List<Month> months, Base base) {
        int chips = run.catalog().chips().size();
        PriceGap gap = new PriceGap(chips * run.catalog().timeline().periods());
        months.forEach(month -> gap.add(run, month, base, chips * month.period()));
        return gap.weightedMean();
    }

    private void add(Snapshot run, Month month, Base base, int firstChip) {
        Catalog catalog = run.catalog();
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            for (boolean committed : new boolean[] {false, true}) {
                sold(
                        firstChip + catalog.pools().chip(pool),
                        committed,
                        base.holds(month, pool),
                        run.billing().revenueUsd(month.period(), pool, committed),
                        run.billing().soldGpuHours(month.period(), pool, committed));
            }
        }
    }

    void sold(int chip, boolean committed, boolean base, double usd, double gpuHours) {
        int cell = 2 * chip + (committed ? 1 : 0);
        if (base) {
            baseUsd[cell] += usd;
            baseGpuHours[cell] += gpuHours;
        } else {
            otherUsd[cell] += usd;
            otherGpuHours[cell] += gpuHours;
        }
    }

    /** The gap; NaN if no chip was sold by both, or only for nothing by the base. */
    double weightedMean() {
        double sum = 0;
        double weights = 0;
        for (int cell = 0; cell < baseUsd.length; cell++) {
            if (baseUsd[cell] > 0 && otherGpuHours[cell] > 0) {
                double weight = baseGpuHours[cell] + otherGpuHours[cell];
                double basePrice = baseUsd[cell] / baseGpuHours[cell];
                double otherPrice = otherUsd[cell] / otherGpuHours[cell];
                sum += weight * (otherPrice - basePrice) / basePrice;
                weights += weight;
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }
}
