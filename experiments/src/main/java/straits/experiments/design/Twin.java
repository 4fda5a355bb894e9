package straits.experiments.design;

import static straits.scenario.Form.Kind.SLUG;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.scenario.Default;
import straits.scenario.Form;
import straits.scenario.Meaning;

/**
 * A regime run against itself with some rules changed, on the same random numbers. Either rules are dropped, kept alone or
 * replaced, all at once in one other world; or a waterfall runs the regime with sets of its rules.
 *
 * @param regime key of the regime
 * @param drop keys of rules that are dropped
 * @param only keys of rules that stay, all others being dropped; empty if that is not wanted
 * @param replace keys of rules that are replaced, each with the regime whose rule of that key, or only rule, stands in
 * @param waterfall effects of all rules, instead of any of these; missing if not wanted
 */
public record Twin(
        @Meaning("key of the regime") @Form(SLUG) String regime,
        @Meaning("rules that are dropped") @Default("[]") List<String> drop,

        @Meaning("rules that stay, all others being dropped") @Default("[]")
        List<String> only,

        @Meaning("rules that are replaced, each by that of another regime, named by its key") @Default("{}")
        Map<String, String> replace,

        @Meaning("effects of all rules one by one, instead of changing any") @Nullable
        Waterfall waterfall) {

    /** Copies the collections, so that the record stays immutable. */
    public Twin {
        drop = List.copyOf(drop);
        only = List.copyOf(only);
        replace = Copies.of(replace);
    }

    /** The changes in words, as in "without country-cap". */
    public String words() {
        List<String> words = new ArrayList<>();
        if (!only.isEmpty()) {
            words.add("with only " + String.join(" and ", only));
        }
        if (!drop.isEmpty()) {
            words.add("without " + String.join(" and ", drop));
        }
        replace.forEach((rule, from) -> words.add("with " + rule + " as in " + from));
        return String.join(", ", words);
    }

    /** The regimes it is made from, its own first. */
    List<String> needed() {
        Set<String> needed = new LinkedHashSet<>(List.of(regime));
        needed.addAll(replace.values());
        return List.copyOf(needed);
    }

    /** Key of the other world. */
    String otherKey() {
        return regime + "-" + words().replaceAll("[ ,]+", "-");
    }
}
