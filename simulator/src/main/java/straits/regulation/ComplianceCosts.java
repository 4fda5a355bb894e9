package straits.regulation;

import java.util.Arrays;
import java.util.Objects;
import straits.catalog.Catalog;
import straits.scenario.Quantity;
import straits.units.Money;

/** What rules cost providers, by provider and period. */
public final class ComplianceCosts {

    private final Catalog catalog;
    private final long[][] microUsd;
    private int period;

    ComplianceCosts(Catalog catalog) {
        this.catalog = catalog;
        microUsd = new long[catalog.providers().size()][catalog.timeline().periods()];
    }

    void enterPeriod(int entered) {
        period = entered;
    }

    /** Forgets what was posted so far. */
    void restart() {
        for (long[] row : microUsd) {
            Arrays.fill(row, 0);
        }
    }

    /** Posts a duty on GPUs that leave for a pool: a share of their purchase price, rounded once. */
    void duty(int pool, int gpus, double rate) {
        Quantity price = catalog.chip(catalog.pools().chip(pool)).purchasePrice();
        double usd = Objects.requireNonNull(price, "a duty on a chip without a price")
                        .value()
                * gpus
                * rate;
        post(catalog.pools().provider(pool), Money.ofUsd(usd));
    }

    void post(int provider, long amountMicroUsd) {
        microUsd[provider][period] = Math.addExact(microUsd[provider][period], amountMicroUsd);
    }

    /** What a provider paid in a period, in micro-USD. */
    public long microUsd(int provider, int paidIn) {
        return microUsd[provider][paidIn];
    }
}
