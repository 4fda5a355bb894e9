package straits.experiments.montecarlo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a clause of a rule refused in a month: requests of a tenant class, what an anchor tenant wanted at its reviews, or
 * shipments to a provider.
 *
 * @param key run and month
 * @param subjectKind whose wishes they were, in a word
 * @param tenant who wanted to lease; empty for shipments
 * @param provider whose shipments; empty for leases
 * @param country where; empty for requests
 * @param rule key of the rule
 * @param clause what decided
 * @param requests how many were refused
 * @param h100eHours what they asked for: of leases for their own workload, of shipments by training performance
 * @param gpus GPUs of shipments that stayed behind; null for leases
 * @param quotaLeftTpp left on the quota after the last of them; null without a quota
 * @param quotaRenews when the quota renews next; null for never
 */
public record DenialRow(
        PeriodKey key,
        String subjectKind,
        String tenant,
        String provider,
        String country,
        String rule,
        String clause,
        long requests,
        double h100eHours,
        @Nullable Long gpus,
        @Nullable Long quotaLeftTpp,
        @Nullable LocalDate quotaRenews) {}
