package straits.market.lease;

/** Why a lease ended. */
public enum LeaseEnd {
    /** Its time was over. */
    COMPLETED,
    /** The next hour's price passed what the tenant would pay. */
    PRICED_OUT,
    /** The next hour did not fit the tenant's budget. */
    BUDGET_EXHAUSTED,
    /** A rule ended it, or the licence it was signed under had ended, and the time to wind it down was over. */
    REVOKED,
    /** The run ended first. */
    RUNNING_AT_END,
    /** GPUs it ran on failed. */
    INTERRUPTED,
    /** Its term was over, and another began at once. */
    RENEWED,
    /** Its tenant had no more use for it and paid to leave. */
    EXITED,
    /** Its tenant moved to a newer chip of the same provider. */
    SWAPPED,
    /** A spot lease that gave way, to others who need the GPUs or to higher bids. */
    RECLAIMED,
    /** Some of the GPUs it ran on failed; it goes on with the others as if it were another. */
    SHRUNK
}
