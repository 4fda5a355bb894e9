package straits.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.scenario.TenantClass.ChoiceRule;

/** How the values of a tenant class fit together. */
final class TenantClassChecks {

    private final String path;
    private final TenantClass tenants;
    private final List<Finding> findings;
    private final DistributionChecks distributions;

    TenantClassChecks(String key, TenantClass tenants, List<Finding> findings) {
        path = "tenant_classes." + key + ".";
        this.tenants = tenants;
        this.findings = findings;
        distributions = new DistributionChecks(findings);
    }

    void run() {
        distributions.check(path + "size", tenants.size());
        distributions.check(path + "duration", tenants.duration());
        distributions.check(path + "willingness", tenants.willingness());
        distributions.check(path + "patience", tenants.patience());
        oneOrigin();
        population();
        choice();
        Retrial retrial = tenants.retrial();
        if (retrial != null) {
            distributions.check(path + "retrial.after", retrial.after());
        }
        if (tenants.elasticity() != null && tenants.arrivals() == null) {
            fault("elasticity", "found an elasticity; it goes with arrivals, whose rate it changes", "arrivals");
        }
    }

    /** Requests come from one place. */
    private void oneOrigin() {
        boolean open = tenants.arrivals() != null;
        String other = other();
        if (!open && other == null) {
            fault("arrivals", "missing: when requests come; must have arrivals or population");
        } else if (open && other != null) {
            fault(other, "found beside arrivals; requests come from one of the two, leave the other out", "arrivals");
        }
    }

    private @Nullable String other() {
        return tenants.population() == null ? null : "population";
    }

    private void population() {
        Population population = tenants.population();
        if (population == null) {
            return;
        }
        distributions.check(path + "population.think", population.think());
        if (tenants.opening().value() > 0) {
            fault(
                    "opening",
                    "found leases at the start; every member of a closed population starts thinking",
                    "population");
        }
    }

    private void choice() {
        boolean listed = tenants.choice().rule() == ChoiceRule.LISTED;
        List<String> providers = tenants.choice().providers();
        if (listed && providers.isEmpty()) {
            fault(
                    "choice.providers",
                    "missing: providers to try, first to last; rule: listed needs them",
                    "choice.rule");
        } else if (!listed && !providers.isEmpty()) {
            fault("choice.providers", "found a list of providers; it goes with rule: listed only", "choice.rule");
        }
    }

    private void fault(String key, String message, String... uses) {
        String[] paths = List.of(uses).stream().map(path::concat).toArray(String[]::new);
        findings.add(Finding.fault(path + key, message, paths));
    }
}
