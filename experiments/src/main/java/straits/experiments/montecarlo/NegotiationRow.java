package straits.experiments.montecarlo;

/**
 * What the negotiations of an anchor tenant with a provider came to, of those that ended in a month. Money is the value of blocks
 * over their whole term.
 *
 * @param key run and month
 * @param tenant anchor tenant
 * @param provider with whom
 * @param ended negotiations ended
 * @param agreed of these, with a signed block
 * @param meanRounds rounds of those agreed, on average; NaN if there are none
 * @param gpus GPUs signed
 * @param gpuHours GPU-hours signed
 * @param listUsd value of the blocks at list prices
 * @param agreedUsd value of the blocks as agreed
 * @param tenantGainUsd what the tenant would have paid at most less what was agreed
 * @param providerGainUsd what was agreed less the least that the provider would have taken
 */
public record NegotiationRow(
        PeriodKey key,
        String tenant,
        String provider,
        long ended,
        long agreed,
        double meanRounds,
        long gpus,
        double gpuHours,
        double listUsd,
        double agreedUsd,
        double tenantGainUsd,
        double providerGainUsd) {

    /** What the blocks cost less than at list prices. */
    public double savedUsd() {
        return listUsd - agreedUsd;
    }
}
