package straits.experiments.montecarlo;

/**
 * A tenant over a month. Need and unfilled are of anchor tenants only, for their own workload; NaN for classes.
 *
 * @param key run and month
 * @param tenant class or anchor tenant
 * @param gpus time average held
 * @param h100e time average held, by training performance
 * @param gpuHours GPU-hours held
 * @param billedGpuHours GPU-hours charged
 * @param spendUsd charges
 * @param committedSpendUsd charges under leases for a term
 * @param needH100e time average needed
 * @param needTrainingH100e of this for training
 * @param needInferenceH100e of this for inference
 * @param needByDateH100e time average of the need by date, where one is written, whether it counts or not
 * @param unfilledH100e time average needed, affordable and not held
 */
public record TenantRow(
        PeriodKey key,
        String tenant,
        double gpus,
        double h100e,
        double gpuHours,
        double billedGpuHours,
        double spendUsd,
        double committedSpendUsd,
        double needH100e,
        double needTrainingH100e,
        double needInferenceH100e,
        double needByDateH100e,
        double unfilledH100e) {}
