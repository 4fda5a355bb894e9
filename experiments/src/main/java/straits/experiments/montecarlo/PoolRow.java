package straits.experiments.montecarlo;

/**
 * A pool over a month: GPUs by state as time averages over what was measured of the month.
 *
 * @param key run and month
 * @param provider owner
 * @param country where
 * @param ownerClass class of the owner
 * @param chip which chip
 * @param site site
 * @param installed GPUs in service, the sum of the six states that follow
 * @param captive GPUs never offered
 * @param free GPUs on offer
 * @param held GPUs promised
 * @param leased GPUs in leases
 * @param down GPUs failed
 * @param curtailed GPUs without power
 * @param meanUsdPerGpuHour mean price on demand
 * @param revenueUsd charges of the month
 * @param gpuHours GPU-hours charged
 */
public record PoolRow(
        PeriodKey key,
        String provider,
        String country,
        String ownerClass,
        String chip,
        String site,
        double installed,
        double captive,
        double free,
        double held,
        double leased,
        double down,
        double curtailed,
        double meanUsdPerGpuHour,
        double revenueUsd,
        double gpuHours) {}
