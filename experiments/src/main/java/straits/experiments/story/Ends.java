package straits.experiments.story;

import straits.market.lease.LeaseEnd;

/** Why leases end, in words. */
final class Ends {

    private Ends() {}

    static String because(LeaseEnd reason) {
        return switch (reason) {
            case COMPLETED -> "its time was over";
            case PRICED_OUT -> "the price of the next hour was above what the tenant pays";
            case BUDGET_EXHAUSTED -> "the next hour did not fit the tenant's budget";
            case REVOKED -> "a rule, or the end of its licence, had left it a time, which was over";
            case INTERRUPTED -> "GPUs it ran on had failed";
            case SHRUNK -> "some of its GPUs had failed, and it went on with the others";
            case RENEWED -> "its term was over and another began";
            case EXITED -> "its tenant had no more use for it and paid to leave";
            case SWAPPED -> "its tenant moved to a newer chip of the same provider";
            case RUNNING_AT_END -> "the run ended first";
            case RECLAIMED -> "a spot lease, it gave way to others";
            default -> Words.of(reason);
        };
    }
}
