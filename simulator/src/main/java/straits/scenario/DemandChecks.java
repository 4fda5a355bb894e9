package straits.scenario;

import java.util.List;

/** Tenant classes, anchor tenants and what is asked about one of them. */
final class DemandChecks {

    private static final double ROUNDING = 1e-9;
    private static final double HOURS_PER_YEAR = 8760;

    private final Scenario scenario;
    private final List<Finding> findings;
    private final DistributionChecks distributions;

    DemandChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
        this.distributions = new DistributionChecks(findings);
    }

    void run() {
        scenario.tenantClasses()
                .forEach((key, tenants) -> new TenantClassChecks(key, tenants, scenario, findings).run());
        scenario.deliveries()
                .forEach((key, delivery) -> distributions.check("deliveries." + key + ".slip", delivery.slip()));
        scenario.anchors().forEach(this::anchor);
        rivals();
    }

    private void anchor(String key, AnchorTenant anchor) {
        if (scenario.tenantClasses().containsKey(key)) {
            findings.add(Finding.fault("anchors." + key, "a tenant class has the same key; tenants need their own"));
        }
        String path = "anchors." + key + ".pacing.shares";
        AnchorTenant.Pacing pacing = anchor.pacing();
        double sum = pacing.shares().stream().mapToDouble(Quantity::value).sum();
        if (pacing.kind() == AnchorTenant.Pacing.Kind.SCHEDULED) {
            if (Math.abs(sum - 1) > ROUNDING) {
                findings.add(Finding.fault(
                        path,
                        "found shares that add to " + Words.number(sum) + "; must add to 1",
                        "anchors." + key + ".pacing.kind"));
            }
        } else if (!pacing.shares().isEmpty()) {
            findings.add(Finding.fault(
                    path, "found shares; they go with kind: scheduled only", "anchors." + key + ".pacing.kind"));
        }
    }

    private void rivals() {
        Question question = scenario.question();
        AnchorTenant asked = question == null ? null : scenario.anchors().get(question.tenant());
        if (question == null || asked == null) {
            return;
        }
        int years = (int) Math.ceil(scenario.horizon().value() / HOURS_PER_YEAR);
        for (int year = 0; year < years; year++) {
            if (exceeded(question, asked, year)) {
                return;
            }
        }
    }

    private boolean exceeded(Question question, AnchorTenant asked, int year) {
        double all = scenario.anchors().values().stream()
                .mapToDouble(anchor -> anchor.budgetOfYear(year))
                .sum();
        double own = asked.budgetOfYear(year);
        boolean exceeded = all - own >= own && scenario.anchors().size() > 1;
        if (exceeded) {
            findings.add(Finding.warning(
                    "question.tenant",
                    "the other anchor tenants have " + Words.number(all - own) + " USD a year together"
                            + (year == 0 ? "" : " in year " + (year + 1) + " of the run") + "; the budget of "
                            + question.tenant() + ", " + Words.number(own) + " USD, is expected to exceed it",
                    "anchors"));
        }
        return exceeded;
    }
}
