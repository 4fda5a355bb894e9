package straits.market;

/** How a request ended: every request ends in exactly one of these. */
public enum Outcome {
    /** It got its lease. */
    SERVED,
    /** No pool has a chip and a country it accepts. */
    INCOMPATIBLE,
    /** Screening turned it away. */
    SCREENED_OUT,
    /** A rule or the licence desk refused it. */
    DENIED,
    /** Its patience ended before its licence was decided, or its screening was over. */
    LICENCE_PENDING,
    /** Every lawful offer was above what it would pay. */
    TOO_EXPENSIVE,
    /** Nothing it would pay for was free, or came free in time. */
    NO_CAPACITY,
    /** Its budget did not cover the first hour. */
    BUDGET_EXHAUSTED,
    /** It was still waiting when the run ended. */
    STILL_WAITING
}
