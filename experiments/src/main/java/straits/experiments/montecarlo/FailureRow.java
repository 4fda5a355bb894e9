package straits.experiments.montecarlo;

/**
 * Failures of a pool over a month.
 *
 * @param key run and month
 * @param provider owner
 * @param country where
 * @param chip which chip
 * @param site site
 * @param failures failures of nodes, and losses of a part with the site
 * @param failedGpus GPUs that these took
 * @param down GPUs down, time average
 * @param crewsBusy crews at work, time average
 * @param interruptions leases hit
 * @param endedLeases leases ended
 * @param lostGpuHours GPU-hours whose work was lost
 * @param creditsUsd what the provider credited for them
 */
public record FailureRow(
        PeriodKey key,
        String provider,
        String country,
        String chip,
        String site,
        long failures,
        long failedGpus,
        double down,
        double crewsBusy,
        long interruptions,
        long endedLeases,
        double lostGpuHours,
        double creditsUsd)
        implements OfPool {}
