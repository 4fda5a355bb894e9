package straits.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.scenario.Failures.LostWork;
import straits.scenario.Failures.Nodes;
import straits.scenario.Failures.SiteLoss;

/** Failures, and the work that tenants lose to them. */
final class FailureChecks {

    private static final String AT = "failures.";

    private final Scenario scenario;
    private final List<Finding> findings;
    private final DistributionChecks distributions;

    FailureChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
        distributions = new DistributionChecks(findings);
    }

    void run() {
        Failures failures = scenario.failures();
        if (failures == null) {
            return;
        }
        if (failures.nodes() != null) {
            nodes(AT + "nodes", failures.nodes());
        }
        failures.byChip().forEach((key, nodes) -> nodes(AT + "by_chip." + key, nodes));
        failures.byProvider().forEach((key, nodes) -> nodes(AT + "by_provider." + key, nodes));
        SiteLoss siteLoss = failures.siteLoss();
        if (siteLoss != null) {
            distributions.check(AT + "site_loss.duration", siteLoss.duration());
        }
        scenario.providers()
                .forEach((key, provider) -> spotNotice("providers." + key + ".spot.notice", provider.spot()));
        failures.lostWork().forEach((key, work) -> lostWork(AT + "lost_work." + key, key, work));
    }

    /** GPUs promised to somebody at the end of a notice would not be there. */
    private void spotNotice(String path, @Nullable SpotSale sale) {
        if (sale != null && sale.notice().value() > 0) {
            findings.add(Finding.fault(
                    path, "found one; where GPUs fail, spot leases give way at once: must be 0 h", "failures"));
        }
    }

    private void nodes(String path, Nodes nodes) {
        distributions.check(path + ".repair", nodes.repair());
    }

    private void lostWork(String path, String tenant, LostWork work) {
        if (work.checkpointInterval() == null && work.checkpointCost().value() > 0) {
            findings.add(Finding.fault(
                    path + ".checkpoint_cost",
                    "found one; goes with checkpoint_interval",
                    path + ".checkpoint_interval"));
        }
        if (work.checkpointCost().value() > 0 && !work.finish()) {
            findings.add(Finding.fault(
                    path + ".checkpoint_cost",
                    "found one; goes with finish: true only, since other leases keep their length",
                    path + ".finish"));
        }
        TenantClass tenants = scenario.tenantClasses().get(tenant);
        boolean floats = tenants != null && tenants.contract() == TenantClass.Contract.ON_DEMAND;
        if (work.finish() && !floats) {
            findings.add(Finding.fault(
                    path + ".finish",
                    "found true; only leases on demand go on until their work is done, not those of a committed term"));
        }
    }
}
