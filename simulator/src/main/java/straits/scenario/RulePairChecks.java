package straits.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rules at shipment that contradict, repeat or miss each other. What has a defined meaning although it is probably not meant is
 * a warning; what leaves open which of two rules is meant is a fault.
 */
final class RulePairChecks {

    private final String prefix;
    private final Regime regime;
    private final List<Finding> findings;
    private final List<String> keys;

    RulePairChecks(String prefix, Regime regime, List<Finding> findings) {
        this.prefix = prefix;
        this.regime = regime;
        this.findings = findings;
        keys = new ArrayList<>(regime.rules().keySet());
    }

    void run() {
        List<Rule> rules = new ArrayList<>(regime.rules().values());
        for (int later = 0; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (overlap(rules.get(earlier).dates(), rules.get(later).dates())) {
                    pair(earlier, rules.get(earlier), later, rules.get(later));
                }
            }
            base(later, rules.get(later));
        }
    }

    private void pair(int earlier, Rule first, int later, Rule second) {
        if (!sameScope(first.scope(), second.scope())) {
            return;
        }
        if (lifts(second, first) || lifts(first, second)) {
            findings.add(Finding.fault(
                            path(later),
                            "contradicts " + path(earlier)
                                    + ": one exempts, without a limit, from all that the other covers on the same days; give them"
                                    + " different scopes or dates, the exemption a limit, or leave both out")
                    .beside(path(earlier)));
        } else if (first.getClass() == second.getClass() && !consequence(second).isEmpty()) {
            findings.add(Finding.warning(
                            path(later),
                            "covers what " + path(earlier) + " covers, at the same time: " + consequence(second))
                    .beside(path(earlier)));
        }
    }

    private static boolean lifts(Rule exemption, Rule base) {
        return exemption instanceof AtShipment.GatekeeperExemption lifting
                && lifting.limits().isEmpty()
                && isBase(base)
                && base.dates().effective().equals(exemption.dates().effective())
                && end(base.dates()).equals(end(exemption.dates()));
    }

    private static boolean isBase(Rule rule) {
        return rule instanceof AtShipment.HardwareLicence || rule instanceof AtShipment.CountryCap;
    }

    /** What two rules of a kind come to; empty where two are nothing to wonder about. */
    private static String consequence(Rule rule) {
        if (rule instanceof AtShipment.CountryCap) {
            return "a shipment draws on both, and the tighter decides";
        }
        if (rule instanceof AtShipment.HardwareLicence || rule instanceof AtShipment.ThirdCountryPermit) {
            return "a shipment needs both";
        }
        if (rule instanceof AtShipment.Exemption || rule instanceof AtShipment.LowCountExemption) {
            return "the first in the file is used up first";
        }
        return rule instanceof AtShipment.Duty ? "both are due" : "";
    }

    /** An exemption with nothing to be exempt from does nothing at all. */
    private void base(int exemption, Rule rule) {
        Predicate<Rule> base = null;
        String needed = "";
        if (rule instanceof AtShipment.Exemption) {
            base = RulePairChecks::isBase;
            needed = "a hardware_licence or a country_cap";
        } else if (rule instanceof AtShipment.LowCountExemption) {
            base = AtShipment.CountryCap.class::isInstance;
            needed = "a country_cap";
        }
        if (base != null
                && regime.rules().values().stream()
                        .filter(base)
                        .noneMatch(each -> overlap(each.dates(), rule.dates()))) {
            findings.add(Finding.warning(
                    path(exemption),
                    "exempts from nothing: no rule of this regime is in force at the same time that is " + needed));
        }
    }

    private static boolean overlap(Rule.Dates one, Rule.Dates other) {
        return one.effective().isBefore(end(other))
                && other.effective().isBefore(end(one))
                && one.effective().isBefore(end(one))
                && other.effective().isBefore(end(other));
    }

    private static LocalDate end(Rule.Dates dates) {
        LocalDate rescinded = dates.rescinded();
        return rescinded == null ? LocalDate.MAX : rescinded;
    }

    /** In whatever order and by whatever tiers it is written; where the numbers come from is no part of it. */
    private boolean sameScope(Rule.Scope one, Rule.Scope other) {
        return countries(one).equals(countries(other))
                && Set.copyOf(one.ownerHomes()).equals(Set.copyOf(other.ownerHomes()))
                && Set.copyOf(one.ownerClasses()).equals(Set.copyOf(other.ownerClasses()))
                && Set.copyOf(one.owners()).equals(Set.copyOf(other.owners()))
                && one.minTpp().value() == other.minTpp().value()
                && max(one) == max(other);
    }

    /** Empty for all: a tier has at least one. */
    private Set<String> countries(Rule.Scope scope) {
        Set<String> countries = new HashSet<>(scope.destinations());
        scope.tiers().forEach(tier -> countries.addAll(regime.tiers().getOrDefault(tier, List.of())));
        return countries;
    }

    private static double max(Rule.Scope scope) {
        Quantity max = scope.maxTpp();
        return max == null ? Double.POSITIVE_INFINITY : max.value();
    }

    private String path(int rule) {
        return prefix + "rules." + keys.get(rule);
    }
}
