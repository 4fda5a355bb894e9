package straits.experiments.design;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.scenario.AtLease;
import straits.scenario.AtShipment;
import straits.scenario.Regime;
import straits.scenario.Rule;
import straits.scenario.file.Texts;

/** Whether a twin asks for something, and for rules that its regime has. */
final class TwinChecks {

    private final Twin twin;
    private final Regime regime;
    private final Map<String, Regime> written;
    private final Faults faults;

    TwinChecks(Twin twin, Regime regime, Map<String, Regime> written, Faults faults) {
        this.twin = twin;
        this.regime = regime;
        this.written = written;
        this.faults = faults;
    }

    /** The rule of a regime that stands in for one of a key: that of the same key, else its only one. */
    static Optional<Rule> standIn(Regime from, String key) {
        Rule same = from.rules().get(key);
        boolean alone = from.rules().size() == 1;
        return same == null && alone ? from.rules().values().stream().findFirst() : Optional.ofNullable(same);
    }

    void run() {
        boolean changes = !(twin.drop().isEmpty()
                && twin.only().isEmpty()
                && twin.replace().isEmpty());
        if (changes == (twin.waterfall() != null)) {
            faults.add(
                    "twin",
                    changes
                            ? "found a waterfall beside drop, only or replace; it switches every rule by itself"
                            : "found nothing to change; must have drop, only, replace or waterfall");
        }
        if (regime.rules().isEmpty()) {
            faults.add("twin.regime", "found \"" + twin.regime() + "\", which has no rule");
            return;
        }
        rules("drop", twin.drop());
        rules("only", twin.only());
        rules("replace", twin.replace().keySet());
        overlaps();
        twin.replace().forEach(this::standIn);
        Waterfall waterfall = twin.waterfall();
        if (waterfall != null) {
            waterfall(waterfall);
        }
    }

    private void rules(String where, Collection<String> keys) {
        for (String key : keys) {
            if (!regime.rules().containsKey(key)) {
                faults.add("twin." + where, unknown(key));
            }
        }
    }

    private String unknown(String key) {
        Set<String> known = regime.rules().keySet();
        return Texts.unknown("rule", key, known, "rules of " + twin.regime() + ": " + String.join(", ", known));
    }

    private void overlaps() {
        for (String key : regime.rules().keySet()) {
            boolean kept = twin.only().isEmpty() || twin.only().contains(key);
            boolean dropped = twin.drop().contains(key);
            if (dropped && (twin.only().contains(key) || twin.replace().containsKey(key))) {
                faults.add("twin.drop", "found " + key + ", which is kept or replaced as well");
            } else if (!kept && twin.replace().containsKey(key)) {
                faults.add("twin.replace", "found " + key + ", which only drops; name it there too");
            }
        }
    }

    private void standIn(String key, String from) {
        Regime source = written.get(from);
        if (source != null && standIn(source, key).isEmpty()) {
            faults.add(
                    "twin.replace." + key,
                    "found " + from + ", which has no rule \"" + key + "\" and not one rule alone; its rules: "
                            + (source.rules().isEmpty()
                                    ? "none"
                                    : String.join(", ", source.rules().keySet())));
        } else if (source != null) {
            fits(key, from, source, standIn(source, key).orElseThrow());
        }
    }

    /** What a rule that stands in refers to must mean the same here. */
    private void fits(String key, String from, Regime source, Rule rule) {
        for (String tier : rule.scope().tiers()) {
            List<String> here = regime.tiers().get(tier);
            if (here != null && !here.equals(source.tiers().get(tier))) {
                faults.add("twin.replace." + key, "the tier " + tier + " has other countries in " + from);
            }
        }
        String review = review(rule);
        if (review != null && !regime.desk().reviewClasses().containsKey(review)) {
            faults.add(
                    "twin.replace." + key,
                    "the rule in " + from + " needs the review class " + review + ", which the desk of " + twin.regime()
                            + " has not; copy that regime (straits regime copy) and add the class");
        }
    }

    private static @Nullable String review(Rule rule) {
        if (rule instanceof AtShipment.HardwareLicence licence) {
            return licence.review();
        }
        if (rule instanceof AtShipment.ThirdCountryPermit permit) {
            return permit.review();
        }
        return rule instanceof AtLease.RemoteAccess access ? access.review() : null;
    }

    private void waterfall(Waterfall waterfall) {
        List<String> order = waterfall.order();
        rules("waterfall.order", order);
        boolean each = order.size() == regime.rules().size() && new HashSet<>(order).size() == order.size();
        if (!order.isEmpty() && !each) {
            faults.add(
                    "twin.waterfall.order",
                    "found " + String.join(", ", order) + "; must name each rule once: "
                            + String.join(", ", regime.rules().keySet()));
        }
        if (waterfall.permutations() % 2 != 0) {
            faults.add(
                    "twin.waterfall.permutations",
                    "found " + waterfall.permutations() + "; must be even: each order goes with its reverse");
        }
        if (regime.rules().size() > RuleSets.MOST_RULES) {
            faults.add(
                    "twin.regime",
                    "found " + regime.rules().size() + " rules; a waterfall has at most " + RuleSets.MOST_RULES);
        }
    }
}
