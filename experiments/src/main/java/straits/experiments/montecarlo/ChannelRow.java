package straits.experiments.montecarlo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a channel supplied an anchor tenant with in a month, and at what cost.
 *
 * @param key run and month
 * @param tenant anchor tenant
 * @param channel {@code rent_on_demand} or {@code block}: leases without and with commitment for a term; or a key of its channels
 * @param kind the same for leases; else the kind of the channel
 * @param gpuHours GPU-hours charged; of chips of its own, in service
 * @param h100eHours the same by training performance; of efficiency and waiting, what was saved or put off
 * @param suppliedH100eHours the same for the workload that the channel counts for
 * @param spendUsd all that was paid
 * @param purchaseUsd of this for chips
 * @param first first day of the run on which it supplied anything; null if it has not yet
 */
public record ChannelRow(
        PeriodKey key,
        String tenant,
        String channel,
        String kind,
        double gpuHours,
        double h100eHours,
        double suppliedH100eHours,
        double spendUsd,
        double purchaseUsd,
        @Nullable LocalDate first) {}
