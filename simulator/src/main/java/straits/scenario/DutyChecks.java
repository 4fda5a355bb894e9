package straits.scenario;

import java.util.List;

/** A duty is a share of a price, so that every chip it covers must have one. */
final class DutyChecks {

    private final Scenario scenario;
    private final List<Finding> findings;

    DutyChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run(String regimeKey, Regime regime) {
        regime.rules().forEach((key, rule) -> {
            if (rule instanceof AtShipment.Duty duty) {
                scenario.chips().forEach((chipKey, chip) -> chip(chipKey, chip, duty, regimeKey + ": " + key));
            }
        });
    }

    private void chip(String key, Chip chip, AtShipment.Duty duty, String rule) {
        if (chip.purchasePrice() == null && duty.scope().coversTpp(chip.tpp().value())) {
            findings.add(Finding.fault(
                    "chips." + key,
                    "missing purchase_price, of which the duty of rule " + rule + " takes a share",
                    "chips." + key + ".tpp"));
        }
    }
}
