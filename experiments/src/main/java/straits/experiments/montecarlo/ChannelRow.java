package straits.experiments.montecarlo;

/**
 * What a channel supplied an anchor tenant with in a month.
 *
 * @param key run and month
 * @param tenant anchor tenant
 * @param channel {@code rent_on_demand} or {@code block}: leases without and with commitment for a term
 * @param gpuHours GPU-hours charged
 * @param h100eHours the same by training performance
 * @param spendUsd charges
 */
public record ChannelRow(
        PeriodKey key, String tenant, String channel, double gpuHours, double h100eHours, double spendUsd) {}
