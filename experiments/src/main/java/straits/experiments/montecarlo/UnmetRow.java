package straits.experiments.montecarlo;

/**
 * Requests of a tenant class that ended in a month without being served, by outcome.
 *
 * @param key run and month
 * @param tenant tenant class
 * @param outcome how they ended
 * @param requests how many
 * @param h100eHours what they asked for, for their own workload, cut at the end of the run
 */
public record UnmetRow(PeriodKey key, String tenant, String outcome, long requests, double h100eHours) {}
