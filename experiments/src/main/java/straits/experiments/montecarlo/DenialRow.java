package straits.experiments.montecarlo;

/**
 * Requests of a tenant class refused in a month under a clause of a rule.
 *
 * @param key run and month
 * @param tenant tenant class
 * @param rule key of the rule
 * @param clause what refused
 * @param requests how many
 * @param h100eHours what they asked for, for their own workload
 */
public record DenialRow(PeriodKey key, String tenant, String rule, String clause, long requests, double h100eHours) {}
