package straits.experiments.montecarlo;

/**
 * The accounts of a tenant or a provider in a month; one of the two names is empty.
 *
 * @param key run and month
 * @param tenant class or anchor tenant
 * @param provider the provider
 * @param usedUsd charges for hours that closed in the month
 * @param feesUsd owed by tenants beyond that
 * @param creditsUsd owed to tenants
 * @param sharedUsd handed on to the state
 * @param cashUsd paid by a tenant, received by a provider
 * @param advancesUsd prepaid by a tenant, deferred by a provider, at the end
 * @param receivableUsd what others owe at the end
 * @param payableUsd what is owed to others at the end
 */
public record LedgerRow(
        PeriodKey key,
        String tenant,
        String provider,
        double usedUsd,
        double feesUsd,
        double creditsUsd,
        double sharedUsd,
        double cashUsd,
        double advancesUsd,
        double receivableUsd,
        double payableUsd) {}
