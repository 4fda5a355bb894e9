package straits.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leases held at the start: each in a pool that has the GPUs, all of a pool together. */
final class OpeningLeaseChecks {

    private static final double ROUNDING = 1e-6;

    private final Scenario scenario;
    private final List<Finding> findings;
    private final Map<List<String>, Double> leased = new HashMap<>();

    OpeningLeaseChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        scenario.anchors().forEach((key, anchor) -> {
            for (int i = 0; i < anchor.opening().size(); i++) {
                check("anchors." + key + ".opening[" + i + "]", anchor.opening().get(i));
            }
        });
    }

    private void check(String at, AnchorTenant.OpeningLease lease) {
        Provider provider = scenario.providers().get(lease.provider());
        if (provider == null) {
            return;
        }
        String fleetPath = "providers." + lease.provider() + ".fleet";
        String pool = lease.chip() + " at " + lease.site() + " of " + lease.provider();
        Optional<Provider.Fleet> fleet = provider.fleet().stream()
                .filter(candidate -> candidate.site().equals(lease.site()))
                .filter(candidate -> candidate.chip().equals(lease.chip()))
                .findFirst();
        if (fleet.isEmpty()) {
            findings.add(Finding.fault(at, "no fleet of " + pool, at + ".site", at + ".chip", fleetPath));
            return;
        }
        double rentable =
                fleet.get().installed().value() * fleet.get().rentableFraction().value();
        double total = leased.merge(
                List.of(lease.provider(), lease.site(), lease.chip()),
                lease.gpus().value(),
                Double::sum);
        if (total > rentable + ROUNDING) {
            findings.add(Finding.fault(
                    at + ".gpus",
                    "found " + Words.number(total)
                            + " GPUs leased at the start with those before it; must be at most the "
                            + Words.number(rentable) + " rentable GPUs of " + pool,
                    fleetPath));
        }
    }
}
