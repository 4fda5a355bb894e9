package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Form.Kind.SLUG;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a class of applications is reviewed. What is neither approved nor denied is returned without action.
 *
 * @param reviewTime time a reviewer takes
 * @param approve probability of approval, with or without conditions
 * @param deny probability of denial
 * @param resubmit probability that a returned application is filed again
 * @param priority files of a higher priority are reviewed before those of a lower; a review that has begun is not broken off
 * @param agencies agencies that must agree as well: what the desk would approve and one of them opposes is denied
 * @param conditional share of approvals that carry the conditions
 * @param conditions keys of the conditions
 * @param withdraw whether and when an applicant gives up; missing means never
 * @param backlog applications of others that are in the house at the start
 * @param licence what a licence of this class is worth
 */
public record Review(
        @Meaning("time a reviewer takes") @In(HOURS) @Within Distribution reviewTime,

        @Meaning("probability of approval") @In(FRACTION) @Within(high = 1)
        Quantity approve,

        @Meaning("probability of denial; the rest is returned without action")
        @In(FRACTION)
        @Within(high = 1)
        @Default("0")
        Quantity deny,

        @Meaning("probability that a returned application is filed again") @In(FRACTION) @Within(high = 1) @Default("0")
        Quantity resubmit,

        @Meaning("the higher is reviewed first") @Within(low = -1000, high = 1000) @Default("0")
        int priority,

        @Meaning("agencies that must agree as well") @Refers("desk.agencies") @Default("[]")
        List<String> agencies,

        @Meaning("share of approvals that carry conditions") @In(FRACTION) @Within(high = 1) @Default("0")
        Quantity conditional,

        @Meaning("keys of these conditions") @Form(SLUG) @Default("[]")
        List<String> conditions,

        @Meaning("when an applicant gives up; missing means never") @Nullable
        Withdrawal withdraw,

        @Meaning("applications of others in the house at the start") @Within(high = 1_000_000) @Default("0")
        int backlog,

        @Meaning("what a licence of this class is worth") @Default("{}")
        LicenceTerms licence) {

    /** Copies the lists, so that the record stays immutable. */
    public Review {
        agencies = List.copyOf(agencies);
        conditions = List.copyOf(conditions);
    }

    /**
     * When an applicant gives up on an application that is not decided.
     *
     * @param probability probability that it would at all
     * @param after time from filing, anew for every filing
     */
    public record Withdrawal(
            @Meaning("probability of giving up at all") @In(FRACTION) @Within(high = 1) @Default("1")
            Quantity probability,

            @Meaning("time from filing to giving up") @In(HOURS) @Within
            Distribution after) {}
}
