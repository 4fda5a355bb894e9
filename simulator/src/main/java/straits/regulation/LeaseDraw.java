package straits.regulation;

/**
 * What an anchor's lease draws on a quota while it is in force.
 *
 * @param rule id of the rule
 * @param quota id of the quota
 * @param tpp how much
 */
public record LeaseDraw(int rule, int quota, long tpp) {}
