package straits.experiments.story;

import java.time.LocalDate;
import java.util.Locale;
import straits.scenario.AtShipment;
import straits.scenario.Regime;
import straits.scenario.Rule;

/** A rule by its kind, key and dates; never by its amounts. */
final class RuleWords {

    private final Regime regime;

    RuleWords(Regime regime) {
        this.regime = regime;
    }

    Rule rule(String key) {
        Rule rule = regime.rules().get(key);
        if (rule == null) {
            throw new IllegalArgumentException("the regime has no rule \"" + key + "\"");
        }
        return rule;
    }

    /** As: rule "asean-cap" (country cap, announced 13 January 2025, in force from 15 May 2025). */
    String of(String key) {
        Rule rule = rule(key);
        return "rule \"" + key + "\" (" + kind(rule) + ", " + dates(rule.dates()) + ")";
    }

    /** {@code CountryCap} is "country cap"; a rule of an extension goes by the name of that. */
    static String kind(Rule rule) {
        return rule instanceof AtShipment.Custom custom
                ? custom.kind()
                : rule.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
    }

    private static String dates(Rule.Dates dates) {
        LocalDate announced = dates.announced();
        LocalDate rescinded = dates.rescinded();
        return (announced == null ? "" : "announced " + StoryDates.words(announced) + ", ")
                + "in force from " + StoryDates.words(dates.effective())
                + (dates.compliance() == null ? "" : ", to be obeyed from " + StoryDates.words(dates.compliance()))
                + (rescinded == null ? "" : " until rescinded on " + StoryDates.words(rescinded));
    }
}
