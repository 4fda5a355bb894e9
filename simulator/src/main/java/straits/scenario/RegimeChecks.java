package straits.scenario;

import java.time.LocalDate;
import java.util.List;

/** Dates of rules and chances at the licence desk. */
final class RegimeChecks {

    private static final double ROUNDING = 1e-9;

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
        regime.desk().reviewClasses().forEach((key, review) -> review(prefix + "desk.review_classes." + key, review));
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

    private void review(String path, Regime.Review review) {
        new DistributionChecks(findings).check(path + ".review_time", review.reviewTime());
        double decided = review.approve().value() + review.deny().value();
        if (decided > 1 + ROUNDING) {
            findings.add(Finding.fault(
                    path,
                    "found approve and deny that add to " + Words.number(decided) + "; must add to at most 1",
                    path + ".approve",
                    path + ".deny"));
        }
    }
}
