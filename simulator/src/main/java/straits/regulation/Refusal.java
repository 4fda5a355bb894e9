package straits.regulation;

/**
 * What decided that a request, a lease or a shipment was refused.
 *
 * @param rule id of the rule, in the order of the regime
 * @param clause what about the rule decided
 * @param quota id of the quota that was used up; {@link Gatekeeper#NO_QUOTA} if none was
 */
public record Refusal(int rule, Clause clause, int quota) {}
