package straits.experiments.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.regulation.Clause;
import straits.regulation.Quotas;
import straits.scenario.Regime;

/**
 * A refusal in plain words: the rule and the clause that decided, what is left of the quota and when it renews, and the
 * lawful routes that the rules themselves provide. How much was asked for stands elsewhere, never beside an amount of a rule.
 */
final class RefusalWords {

    private final RuleWords rules;
    private final LawfulRoutes routes;

    RefusalWords(Regime regime) {
        rules = new RuleWords(regime);
        routes = new LawfulRoutes(regime);
    }

    /**
     * What decided.
     *
     * @param rule key of the rule
     * @param clause what about it
     * @param country where; empty for anywhere
     * @param on the day, for the routes open then
     * @param quota what was used up; null if nothing was
     */
    record Decided(
            String rule,
            Clause clause,
            String country,
            LocalDate on,
            @Nullable QuotaLeft quota) {}

    /**
     * A quota as the refusal left it.
     *
     * @param name what it stands for
     * @param leftTpp what can still be drawn
     * @param renews when it renews next; null for never
     */
    record QuotaLeft(
            Quotas.Name name, long leftTpp, @Nullable LocalDate renews) {}

    /** The sentences, joined by blanks. */
    String of(Decided refusal) {
        StringBuilder words = new StringBuilder();
        words.append(Words.capital(rules.of(refusal.rule())))
                .append(" decided: ")
                .append(because(refusal))
                .append('.');
        QuotaLeft quota = refusal.quota();
        if (quota != null) {
            words.append(' ').append(left(quota));
        }
        List<String> open = routes.of(rules.rule(refusal.rule()), refusal.country(), refusal.on());
        open.forEach(route -> words.append(' ').append(route));
        return words.toString();
    }

    private static String because(Decided refusal) {
        return switch (refusal.clause()) {
            case TURNED_AWAY -> "the licence desk had no room for the application";
            case REFUSED -> "the licence was refused";
            case RETURNED -> "the application came back without action and was not filed again";
            case PENDING -> "the licence was not decided in time";
            case CAP_EXHAUSTED -> "the cap of " + refusal.country() + " covers no more";
            case ALLOCATION_EXHAUSTED -> "the allocation" + whose(refusal.quota()) + " covers no more";
            case QUOTA_EXHAUSTED -> "the quota" + whose(refusal.quota()) + " covers no more";
            case PROHIBITED -> "it does not allow this, or no more of it";
            case COMPUTE_THRESHOLD -> "the training compute is more than it allows";
            case SCREENED_OUT -> "the screening was not passed";
            case PERMIT_REFUSED -> "the country's own permit was refused";
            case EXPIRED -> "the licence has expired";
            case SUSPENDED -> "the licence is suspended";
            case REVOKED -> "the licence is revoked";
        };
    }

    private static String whose(@Nullable QuotaLeft quota) {
        if (quota == null) {
            return "";
        }
        Quotas.Name name = quota.name();
        return (name.holder().isEmpty() ? "" : " of " + name.holder())
                + (name.country().isEmpty() ? "" : " in " + name.country());
    }

    private static String left(QuotaLeft quota) {
        LocalDate renews = quota.renews();
        return "Left on the quota: " + Figures.whole(quota.leftTpp()) + " TPP; it "
                + (renews == null ? "never renews" : "renews on " + StoryDates.words(renews)) + ".";
    }
}
