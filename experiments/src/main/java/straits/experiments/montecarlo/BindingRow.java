package straits.experiments.montecarlo;

/**
 * What stopped an anchor tenant in a month.
 *
 * @param key run and month
 * @param tenant anchor tenant
 * @param shortfall its shortfall of the month
 */
public record BindingRow(PeriodKey key, String tenant, AnchorShortfall shortfall) {}
