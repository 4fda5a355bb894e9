package straits.scenario;

import java.util.List;

/** How many things there may be: each lease keeps its tenant and its pool in 15 bits. */
final class SizeChecks {

    private static final int MOST = 1 << 15;

    private final Scenario scenario;
    private final List<Finding> findings;

    SizeChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        int tenants = scenario.tenantClasses().size() + scenario.anchors().size();
        most("tenant_classes", tenants, "tenant classes and anchors together");
        most("providers", PoolName.of(scenario).size(), "pools, each a provider's chips of one kind at one site");
    }

    private void most(String path, int found, String what) {
        if (found > MOST) {
            findings.add(Finding.fault(path, "found " + found + " " + what + "; must be at most " + MOST));
        }
    }
}
