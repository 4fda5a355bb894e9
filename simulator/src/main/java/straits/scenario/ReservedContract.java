package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;

import org.jspecify.annotations.Nullable;

/**
 * The terms of reserved leases, and what tenants do with them.
 *
 * @param prepaid share of the value of the contract paid when it is signed
 * @param takeOrPay share of the hours contracted that is charged whether used or not
 * @param used share of the hours contracted that a tenant uses; drawn for each lease and each renewal
 * @param needEnds time after which a tenant has no more use for it; missing: never before its term
 * @param exitFee share of the charges left that leaving before the term costs
 * @param renewal probability that a tenant wants another term
 * @param termination what is owed when a rule ends it
 */
public record ReservedContract(
        @Meaning("share of the contract's value paid at signing") @In(FRACTION) @Within(high = 1) @Default("0")
        Quantity prepaid,

        @Meaning("share of the hours contracted that is charged whether used or not")
        @In(FRACTION)
        @Within(high = 1)
        @Default("1")
        Quantity takeOrPay,

        @Meaning("share of the hours contracted that is used") @In(FRACTION) @Within(high = 1) @Default("1")
        Distribution used,

        @Meaning("time after which there is no more use for it; missing: never before its term")
        @In(HOURS)
        @Within(open = true)
        @Nullable
        Distribution needEnds,

        @Meaning("share of the charges left that leaving early costs") @In(FRACTION) @Within(high = 1) @Default("1")
        Quantity exitFee,

        @Meaning("probability of wanting another term") @In(FRACTION) @Within(high = 1) @Default("0")
        Quantity renewal,

        @Meaning("what is owed when a rule ends it") @Default("{}")
        Termination termination) {

    /** The shortest term, in hours: a month. */
    public static final double SHORTEST_HOURS = 730;

    /** The longest term, in hours: 60 months. */
    public static final double LONGEST_HOURS = 60 * SHORTEST_HOURS;

    /** A term drawn, in hours: a shorter one counts as the shortest, a longer one as the longest. */
    public static double termHours(double drawnHours) {
        return Math.min(LONGEST_HOURS, Math.max(SHORTEST_HOURS, drawnHours));
    }
}
