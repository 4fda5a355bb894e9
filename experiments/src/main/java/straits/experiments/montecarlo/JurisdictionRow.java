package straits.experiments.montecarlo;

/**
 * What was computed in a month for a workload, as three answers to the question whose it is. They count the same hours and are never
 * added.
 *
 * @param key run and month
 * @param jurisdiction ISO code of two letters
 * @param workload training or inference, of the tenant
 * @param byLocation H100e-hours charged at sites there
 * @param byOwner H100e-hours charged by providers whose home it is
 * @param byUser H100e-hours charged to tenants whose home it is
 */
public record JurisdictionRow(
        PeriodKey key, String jurisdiction, String workload, double byLocation, double byOwner, double byUser) {}
