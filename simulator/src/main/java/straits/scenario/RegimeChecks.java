package straits.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates of rules, and the licence desk. */
final class RegimeChecks {

    private final String prefix;
    private final Regime regime;
    private final List<Finding> findings;

    RegimeChecks(String prefix, Regime regime, List<Finding> findings) {
        this.prefix = prefix;
        this.regime = regime;
        this.findings = findings;
    }

    void run() {
        regime.rules().forEach((key, rule) -> dates(prefix + "rules." + key + ".dates", rule.dates()));
        regime.tiers().forEach(this::tier);
        new RuleChecks(prefix, regime, findings).run();
        new RulePairChecks(prefix, regime, findings).run();
        new LeaseRuleChecks(prefix, regime, findings).run();
        new DeskChecks(prefix + "desk.", regime.desk(), findings).run();
    }

    private void tier(String key, List<String> countries) {
        if (countries.isEmpty()) {
            findings.add(Finding.fault(
                    prefix + "tiers." + key, "found an empty list; a tier must have at least one country"));
        }
    }

    private void dates(String path, Rule.Dates dates) {
        notBefore(path + ".effective", "announced", dates.announced(), dates.effective(), path);
        notBefore(path + ".compliance", "effective", dates.effective(), dates.compliance(), path);
        String known = dates.announced() == null ? "effective" : "announced";
        notBefore(path + ".rescinded", known, dates.knownFrom(), dates.rescinded(), path);
        ends(path, dates);
    }

    private void notBefore(
            String path, String name, @Nullable LocalDate earlier, @Nullable LocalDate date, String dates) {
        if (earlier != null && date != null && date.isBefore(earlier)) {
            findings.add(Finding.fault(
                    path, "found " + date + "; must be at or after " + name + ", " + earlier, dates + "." + name));
        }
    }

    /** What is announced and withdrawn is a rule that some plan for; one without an effect of any kind is a slip. */
    private void ends(String path, Rule.Dates dates) {
        LocalDate rescinded = dates.rescinded();
        if (rescinded != null && !rescinded.isAfter(dates.effective()) && !rescinded.isBefore(dates.knownFrom())) {
            findings.add(Finding.warning(
                    path + ".rescinded",
                    "found " + rescinded + "; effective is " + dates.effective() + ": the rule is never in force",
                    path + ".effective"));
        }
    }
}
