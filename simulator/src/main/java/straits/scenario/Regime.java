package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Export rules in force: a dated list of rules and the desk that decides on licences.
 *
 * @param title one line
 * @param summary what it stands for, how far it is real
 * @param tiers groups of countries that scopes name
 * @param rules the rules by key
 * @param desk the licence desk
 */
public record Regime(
        @Meaning("one line") String title,

        @Meaning("what it stands for, how far it is real") @Default("''")
        String summary,

        @Meaning("groups of countries that scopes name") @Refers("countries") @Default("{}")
        Map<String, List<String>> tiers,

        @Meaning("the rules by key") @Default("{}") Map<String, Rule> rules,
        @Meaning("the licence desk") @Default("{}") Desk desk) {

    /** Copies the maps, so that the record stays immutable. */
    public Regime {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        tiers.forEach((key, countries) -> lists.put(key, List.copyOf(countries)));
        tiers = Copies.of(lists);
        rules = Copies.of(rules);
    }

    /** Whether a scope of this regime covers a country, by itself or by a tier. A tier without countries covers none. */
    public boolean covers(Rule.Scope scope, String country) {
        boolean all = scope.destinations().isEmpty() && scope.tiers().isEmpty();
        return all
                || scope.destinations().contains(country)
                || scope.tiers().stream()
                        .anyMatch(tier -> tiers.getOrDefault(tier, List.of()).contains(country));
    }

    /**
     * The licence desk: first come, first reviewed.
     *
     * @param reviewers how many work at a time; missing means as many as there are applications
     * @param room applications in the house at a time, waiting and under review; missing means no limit; beyond it they
     *     are turned away
     * @param approvalsPerYear approvals per calendar year; missing means no limit; beyond it an application is denied
     * @param reviewClasses how applications are reviewed, by class
     */
    public record Desk(
            @Meaning("reviewers at work; missing means no limit") @Within(low = 1) @Nullable
            Integer reviewers,

            @Meaning("applications in the house; missing means no limit") @Within(low = 1) @Nullable
            Integer room,

            @Meaning("approvals per calendar year; missing means no limit") @Within @Nullable
            Integer approvalsPerYear,

            @Meaning("how applications are reviewed, by class") @Default("{}")
            Map<String, Review> reviewClasses) {

        /** Copies the map, so that the record stays immutable. */
        public Desk {
            reviewClasses = Copies.of(reviewClasses);
        }
    }

    /**
     * How a class of applications is reviewed. What is neither approved nor denied is returned without action.
     *
     * @param reviewTime time a reviewer takes
     * @param approve probability of approval, with or without conditions
     * @param deny probability of denial
     * @param resubmit probability that a returned application is filed again
     */
    public record Review(
            @Meaning("time a reviewer takes") @In(HOURS) @Within
            Distribution reviewTime,

            @Meaning("probability of approval") @In(FRACTION) @Within(high = 1)
            Quantity approve,

            @Meaning("probability of denial; the rest is returned without action")
            @In(FRACTION)
            @Within(high = 1)
            @Default("0")
            Quantity deny,

            @Meaning("probability that a returned application is filed again")
            @In(FRACTION)
            @Within(high = 1)
            @Default("0")
            Quantity resubmit) {}
}
