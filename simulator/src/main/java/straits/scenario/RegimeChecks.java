package straits.scenario;

import java.time.LocalDate;
import java.util.List;

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
        new LeaseRuleChecks(prefix, regime, findings).run();
        new DeskChecks(prefix + "desk.", regime.desk(), findings).run();
    }

    private void dates(String path, Rule.Dates dates) {
        LocalDate announced = dates.announced();
        LocalDate rescinded = dates.rescinded();
        if (announced != null && announced.isAfter(dates.effective())) {
            findings.add(Finding.fault(
                    path + ".announced",
                    "found " + announced + "; must be at or before effective, " + dates.effective(),
                    path + ".effective"));
        }
        if (rescinded != null && rescinded.isBefore(dates.effective())) {
            findings.add(Finding.fault(
                    path + ".rescinded",
                    "found " + rescinded + "; must be at or after effective, " + dates.effective(),
                    path + ".effective"));
        }
    }
}
