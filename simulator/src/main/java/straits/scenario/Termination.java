package straits.scenario;

import static straits.scenario.Dimension.FRACTION;

/**
 * What is owed when a rule ends a committed lease before its time.
 *
 * @param refund share of the money prepaid and not yet used that the provider pays back; it keeps the rest
 * @param fee share of the charges left that the tenant owes
 */
public record Termination(
        @Meaning("share of the unused prepayment that is paid back") @In(FRACTION) @Within(high = 1) @Default("1")
        Quantity refund,

        @Meaning("share of the charges left that the tenant owes") @In(FRACTION) @Within(high = 1) @Default("0")
        Quantity fee) {}
