package straits.experiments.montecarlo;

/**
 * What a provider's account of a month says of costs and assets. What follows cash is NaN where it states no cost.
 *
 * @param electricityUsd electricity of the GPU-hours sold
 * @param operationsUsd operations of the GPU-hours sold
 * @param cashUsd cash that came in less what went out
 * @param depreciationUsd written off
 * @param capitalUsd cost of capital on the book value
 * @param purchasesUsd paid for GPUs and halls that went into service
 * @param bookUsd book value at the end
 * @param presentUsd cash of the month, discounted to the start of the run
 */
public record ProviderBooks(
        double electricityUsd,
        double operationsUsd,
        double cashUsd,
        double depreciationUsd,
        double capitalUsd,
        double purchasesUsd,
        double bookUsd,
        double presentUsd) {}
