package straits.experiments.montecarlo;

import straits.catalog.Pools;
import straits.simulation.Snapshot;
import straits.units.Money;

/** What rules cost a provider in a period: duties, screenings, and the shares of revenue it handed to the state. */
final class ComplianceUsd {

    private final Snapshot run;

    ComplianceUsd(Snapshot run) {
        this.run = run;
    }

    double of(int provider, int period) {
        double usd = Money.toUsd(run.gatekeeper().complianceCosts().microUsd(provider, period));
        Pools pools = run.catalog().pools();
        for (int pool = 0; pool < pools.size(); pool++) {
            usd += pools.provider(pool) == provider ? run.billing().revenueShareUsd(period, pool) : 0;
        }
        return usd;
    }
}
