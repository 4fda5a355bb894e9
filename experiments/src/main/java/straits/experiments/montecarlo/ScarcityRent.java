package straits.experiments.montecarlo;

import straits.catalog.Pools;
import straits.scenario.Provider;
import straits.simulation.Snapshot;

/**
 * What buyers without commitment paid above the providers' list prices: prices move with how scarce GPUs are, lists do not. List
 * prices are the same in all regimes, so that between two of them the difference is what one made GPUs scarcer.
 */
final class ScarcityRent {

    private final Snapshot run;
    private final double[] listUsdPerGpuHour;

    ScarcityRent(Snapshot run) {
        this.run = run;
        Pools pools = run.catalog().pools();
        listUsdPerGpuHour = new double[pools.size()];
        for (int pool = 0; pool < listUsdPerGpuHour.length; pool++) {
            Provider owner = run.catalog().provider(pools.provider(pool));
            Provider.Offer offer = owner.offers().get(run.catalog().chips().slug(pools.chip(pool)));
            listUsdPerGpuHour[pool] =
                    offer == null ? Double.NaN : offer.onDemand().value();
        }
    }

    /** List price on demand of a pool, in USD per GPU-hour. */
    double listUsdPerGpuHour(int pool) {
        return listUsdPerGpuHour[pool];
    }

    /** The rent a pool took in a period, in USD. */
    double usd(int period, int pool) {
        return run.billing().revenueUsd(period, pool, false)
                - listUsdPerGpuHour[pool] * run.billing().soldGpuHours(period, pool, false);
    }
}
