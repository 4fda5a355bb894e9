package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The licence desk of a regime: the higher priority first, then first come, first reviewed.
 *
 * @param reviewers how many work at a time; missing means as many as there are applications
 * @param room applications in the house at a time, waiting and under review; missing means no limit; beyond it they are
 *     turned away
 * @param approvalsPerYear approvals per calendar year; missing means no limit; beyond it an application is denied
 * @param reviewClasses how applications are reviewed, by class
 * @param agencies who else must agree to applications of some classes, by key
 * @param holds when the whole desk rests, in order and apart from each other
 */
public record Desk(
        @Meaning("reviewers at work; missing means no limit") @Within(low = 1) @Nullable
        Integer reviewers,

        @Meaning("applications in the house; missing means no limit") @Within(low = 1) @Nullable
        Integer room,

        @Meaning("approvals per calendar year; missing means no limit") @Within @Nullable
        Integer approvalsPerYear,

        @Meaning("how applications are reviewed, by class") @Default("{}")
        Map<String, Review> reviewClasses,

        @Meaning("who else must agree, by key") @Default("{}")
        Map<String, Agency> agencies,

        @Meaning("when the whole desk rests") @Default("[]") List<Hold> holds) {

    /** Copies the collections, so that the record stays immutable. */
    public Desk {
        reviewClasses = Copies.of(reviewClasses);
        agencies = Copies.of(agencies);
        holds = List.copyOf(holds);
    }

    /**
     * An agency that must agree. It is asked when the desk's own review begins and works beside it.
     *
     * @param reviewers how many work at a time; missing means as many as there are applications
     * @param reviewTime time a reviewer of the agency takes
     * @param agree probability that it agrees
     */
    public record Agency(
            @Meaning("reviewers at work; missing means no limit") @Within(low = 1) @Nullable
            Integer reviewers,

            @Meaning("time a reviewer takes") @In(HOURS) @Within
            Distribution reviewTime,

            @Meaning("probability that it agrees") @In(FRACTION) @Within(high = 1) @Default("1")
            Quantity agree) {}

    /**
     * A rest of the whole desk, its agencies included: no review begins, and those that run stand still.
     *
     * @param from first day
     * @param until first day of work
     */
    public record Hold(
            @Meaning("first day of rest") LocalDate from,
            @Meaning("first day of work after it") LocalDate until) {}
}
