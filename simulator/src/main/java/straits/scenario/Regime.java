package straits.scenario;

import java.util.Map;

/**
 * Export rules in force: a dated list of rules and the desk that decides on licences.
 *
 * @param title one line
 * @param summary what it stands for, how far it is real
 * @param rules the rules by key
 * @param desk the licence desk
 */
public record Regime(
        @Meaning("one line") String title,

        @Meaning("what it stands for, how far it is real") @Default("''")
        String summary,

        @Meaning("the rules by key") @Default("{}") Map<String, Rule> rules,
        @Meaning("the licence desk") @Default("{}") Desk desk) {

    /** Copies the map, so that the record stays immutable. */
    public Regime {
        rules = Copies.of(rules);
    }
}
