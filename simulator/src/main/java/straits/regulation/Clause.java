package straits.regulation;

import java.util.Locale;

/** What about a rule decided a refusal. */
public enum Clause {
    /** The licence desk had no room for the application. */
    TURNED_AWAY,
    /** The licence was denied. */
    REFUSED,
    /** The application came back without action and was not filed again. */
    RETURNED,
    /** The licence was not decided, or the screening not over, in time. */
    PENDING,
    /** The cap of the country is used up. */
    CAP_EXHAUSTED,
    /** The allocation of a company is used up. */
    ALLOCATION_EXHAUSTED,
    /** The quota of a licence is used up. */
    QUOTA_EXHAUSTED,
    /** The rule does not allow it, or allows no more. */
    PROHIBITED,
    /** The training compute lies above what the rule allows. */
    COMPUTE_THRESHOLD,
    /** The customer did not pass the screening. */
    SCREENED_OUT,
    /** A third country gave no permit. */
    PERMIT_REFUSED,
    /** The licence expired. */
    EXPIRED,
    /** The licence is suspended. */
    SUSPENDED,
    /** The licence is revoked. */
    REVOKED;

    /** What a decision that grants no licence says. */
    public static Clause of(DeskListener.Decision decision) {
        return switch (decision) {
            case RETURNED -> RETURNED;
            case WITHDRAWN -> PENDING;
            default -> REFUSED;
        };
    }

    /** The word of tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
