package straits.scenario;

import java.util.List;

/** The terms of reserved leases and blocks. */
final class ContractChecks {

    private static final int MOST_STAGES = 250;

    private final Scenario scenario;
    private final List<Finding> findings;
    private final DistributionChecks distributions;

    ContractChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
        distributions = new DistributionChecks(findings);
    }

    void run() {
        scenario.tenantClasses().forEach((key, tenants) -> reserved("tenant_classes." + key, tenants));
        scenario.anchors().forEach((key, anchor) -> block("anchors." + key + ".block", anchor));
    }

    private void block(String path, AnchorTenant anchor) {
        BlockContract contract = anchor.block();
        if (contract == null) {
            return;
        }
        double later = contract.ramp().stream()
                .mapToDouble(stage -> stage.share().value())
                .sum();
        if (later >= 1) {
            findings.add(Finding.fault(
                    path + ".ramp",
                    "found stages of " + Words.number(later)
                            + " in all; they must add to less than 1: the rest begins at signing"));
        }
        double before = 0;
        for (int i = 0; i < contract.ramp().size(); i++) {
            double after = contract.ramp().get(i).after().value();
            if (after <= before) {
                findings.add(Finding.fault(
                        path + ".ramp[" + i + "].after",
                        "found " + Words.number(after) + " h; must be above the stage before, " + Words.number(before)
                                + " h"));
            }
            before = after;
        }
        if (contract.ramp().size() > MOST_STAGES) {
            findings.add(Finding.fault(
                    path + ".ramp", "found " + contract.ramp().size() + " stages; at most " + MOST_STAGES));
        }
    }

    private void reserved(String path, TenantClass tenants) {
        ReservedContract contract = tenants.reserved();
        if (contract == null) {
            return;
        }
        if (tenants.contract() != TenantClass.Contract.RESERVED) {
            findings.add(Finding.fault(
                    path + ".reserved",
                    "found terms of reserved leases, and the contract is on_demand; write contract: reserved",
                    path + ".contract"));
        }
        distributions.check(path + ".reserved.used", contract.used());
        Distribution needEnds = contract.needEnds();
        if (needEnds != null) {
            distributions.check(path + ".reserved.need_ends", needEnds);
        }
        if (tenants.duration() instanceof Distribution.Constant constant) {
            term(path + ".duration", constant.value().value());
        }
    }

    private void term(String path, double hours) {
        if (hours < ReservedContract.SHORTEST_HOURS || hours > ReservedContract.LONGEST_HOURS) {
            findings.add(Finding.fault(
                    path,
                    "found a term of " + Words.number(hours)
                            + " h; a reserved term is 1 to 60 months, 730 to 43800 h"));
        }
    }
}
