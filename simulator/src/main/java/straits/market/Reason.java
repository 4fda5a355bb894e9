package straits.market;

/** What stopped an anchor tenant from holding what it wanted and could pay for. */
public enum Reason {
    /** Nothing: it held all it needed. */
    NEED,
    /** Its budget or the pacing of it. */
    MONEY,
    /** Free GPUs cost more than it would pay. */
    PRICE,
    /** Nobody had a free GPU, nor one held back by any other reason. */
    CHIPS,
    /** GPUs stood at a site without the power for them. */
    POWER,
    /** GPUs were free or ordered, but a licence was pending, refused or used up. */
    LICENCE,
    /** A quota had left GPUs behind, or a rule at the lease granted no more, or none. */
    CAP,
    /** Screening. */
    SCREENING,
    /** GPUs were in transit or being installed. */
    TIME
}
