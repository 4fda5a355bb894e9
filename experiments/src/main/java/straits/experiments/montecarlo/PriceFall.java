package straits.experiments.montecarlo;

import java.util.List;
import straits.catalog.Catalog;
import straits.market.inventory.PoolState;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** How far the price of a chip fell from a month to a later one. */
final class PriceFall {

    private final Snapshot run;
    private final Catalog catalog;

    PriceFall(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
    }

    /** Greatest fall of the price of an H100 over its peak before; 0 if it never falls, NaN if there are none on offer. */
    double ofH100(List<Month> months) {
        double peak = Double.NaN;
        double fall = Double.NaN;
        for (Month month : months) {
            double price = meanUsd(month);
            if (!Double.isNaN(price)) {
                peak = Double.isNaN(peak) ? price : Math.max(peak, price);
                double now = peak == 0 ? 0 : 1 - price / peak;
                fall = Double.isNaN(fall) ? now : Math.max(fall, now);
            }
        }
        return fall;
    }

    private double meanUsd(Month month) {
        double usd = 0;
        double gpus = 0;
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            if (catalog.h100ePerGpu(Workload.TRAINING, catalog.pools().chip(pool)) == 1) {
                double offered = hours(month, pool, PoolState.LEASED) + hours(month, pool, PoolState.FREE);
                usd += offered * run.prices().meanUsd(month.period(), pool);
                gpus += offered;
            }
        }
        return gpus == 0 ? Double.NaN : usd / gpus;
    }

    private double hours(Month month, int pool, PoolState state) {
        return run.inventory().gpuHours(month.period(), pool, state);
    }
}
