package straits.scenario;

import static straits.scenario.Form.Kind.SLUG;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Export rules in force: a dated list of rules and the desk that decides on licences.
 *
 * @param title one line
 * @param summary what it stands for, how far it is real
 * @param tiers groups of countries that scopes name
 * @param rules the rules by key
 * @param desk the licence desk
 * @param elsewhere countries and providers that rules may name and the scenario has not
 */
public record Regime(
        @Meaning("one line") String title,

        @Meaning("what it stands for, how far it is real") @Default("''")
        String summary,

        @Meaning("groups of countries that scopes name") @Refers("countries") @Default("{}")
        Map<String, List<String>> tiers,

        @Meaning("the rules by key") @Default("{}") Map<String, Rule> rules,
        @Meaning("the licence desk") @Default("{}") Desk desk,

        @Meaning("countries and providers that rules may name and the scenario has not") @Form(SLUG) @Default("[]")
        List<String> elsewhere) {

    /** Copies the maps, so that the record stays immutable. */
    public Regime {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        tiers.forEach((key, countries) -> lists.put(key, List.copyOf(countries)));
        tiers = Copies.of(lists);
        rules = Copies.of(rules);
        elsewhere = List.copyOf(elsewhere);
    }

    /** The same, which may name these as well. */
    public Regime withElsewhere(Collection<String> names) {
        TreeSet<String> all = new TreeSet<>(elsewhere);
        all.addAll(names);
        return new Regime(title, summary, tiers, rules, desk, List.copyOf(all));
    }

    /** Whether a scope of this regime covers a country, by itself or by a tier. A tier without countries covers none. */
    public boolean covers(Rule.Scope scope, String country) {
        boolean all = scope.destinations().isEmpty() && scope.tiers().isEmpty();
        return all
                || scope.destinations().contains(country)
                || scope.tiers().stream()
                        .anyMatch(tier -> tiers.getOrDefault(tier, List.of()).contains(country));
    }
}
