package straits.experiments.montecarlo;

/**
 * A provider's account of a month.
 *
 * @param key run and month
 * @param provider the provider
 * @param ownerClass how export rules see it
 * @param revenueUsd charges
 * @param costUsd marginal cost of the GPU-hours sold
 * @param complianceCostUsd what rules cost it
 * @param books its costs one by one, and its assets
 */
public record ProviderRow(
        PeriodKey key,
        String provider,
        String ownerClass,
        double revenueUsd,
        double costUsd,
        double complianceCostUsd,
        ProviderBooks books) {

    /** Revenue less cost. */
    public double marginUsd() {
        return revenueUsd - costUsd;
    }

    /** Margin less compliance, depreciation and cost of capital; NaN where no cost is stated. */
    public double profitUsd() {
        return marginUsd() - complianceCostUsd - books.depreciationUsd() - books.capitalUsd();
    }
}
