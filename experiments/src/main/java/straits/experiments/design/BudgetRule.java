package straits.experiments.design;

import java.util.List;
import java.util.Locale;
import straits.scenario.file.Setting;

/** Whether the budget of the tenant that the scenario asks about binds. Its need and the most it pays hold under both. */
public enum BudgetRule {
    /** Budget and pacing of the scenario. */
    AS_GIVEN,
    /** A budget that is counted and never binds; that of every other tenant stays. */
    UNLIMITED;

    /** Name in files: snake_case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of a block under this rule; a slash cannot stand in the name of another. */
    String blockName(String written) {
        return this == AS_GIVEN ? written : written.isEmpty() ? key() : written + "/" + key();
    }

    /** What it sets for a tenant, over anything that a point says of its pacing. */
    List<Setting> settings(String tenant) {
        return this == AS_GIVEN
                ? List.of()
                : List.of(new Setting("anchors." + tenant + ".pacing", "{kind: " + key() + "}"));
    }
}
