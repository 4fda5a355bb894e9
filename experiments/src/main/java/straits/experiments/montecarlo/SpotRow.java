package straits.experiments.montecarlo;

/**
 * The spot leases of a pool in a month.
 *
 * @param key run and month
 * @param provider owner
 * @param country where
 * @param chip which chip
 * @param site site
 * @param priceUsdPerGpuHour price that stood, time average
 * @param gpuHours GPU-hours charged
 * @param revenueUsd charges of the same
 * @param started leases begun
 * @param restarted of these, leases of jobs that came back
 * @param completed leases that did all they were for
 * @param reclaimedForDemand leases that gave way to others
 * @param reclaimedForPrice leases that a clearing turned out
 * @param lostGpuHours GPU-hours of leases that ended in the month that brought no lasting work
 */
public record SpotRow(
        PeriodKey key,
        String provider,
        String country,
        String chip,
        String site,
        double priceUsdPerGpuHour,
        double gpuHours,
        double revenueUsd,
        long started,
        long restarted,
        long completed,
        long reclaimedForDemand,
        long reclaimedForPrice,
        double lostGpuHours)
        implements OfPool {}
