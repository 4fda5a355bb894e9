package straits.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who sells spot leases, and who bids for them. */
final class SpotChecks {

    private final Scenario scenario;
    private final List<Finding> findings;

    SpotChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        scenario.tenantClasses().forEach(this::tenantClass);
        oneClock();
    }

    private void tenantClass(String key, TenantClass tenants) {
        String path = "tenant_classes." + key;
        SpotBidding bidding = tenants.spot();
        if (tenants.contract() != TenantClass.Contract.SPOT) {
            if (bidding != null) {
                findings.add(Finding.fault(
                        path + ".spot", "found spot; it goes with contract: spot only", path + ".contract"));
            }
            return;
        }
        if (bidding == null) {
            findings.add(Finding.fault(path + ".contract", "found spot; needs spot as well, at least spot: {}"));
        } else {
            new DistributionChecks(findings).check(path + ".spot.bid", bidding.bid());
        }
        if (tenants.population() != null) {
            findings.add(Finding.fault(
                    path + ".population",
                    "found a population whose contract is spot; who comes back for reclaimed work is no new visit of its tenant, so they do not go together",
                    path + ".contract"));
        }
        if (tenants.opening().value() > 0) {
            findings.add(Finding.fault(
                    path + ".opening",
                    "found " + Words.number(tenants.opening().value())
                            + " H100e; spot leases take what others leave, so none is found at the start; must be 0",
                    path + ".contract"));
        }
        if (scenario.providers().values().stream().allMatch(provider -> provider.spot() == null)) {
            findings.add(Finding.fault(path + ".contract", "found spot; no provider has spot", "providers"));
        }
    }

    /** Providers of one call market are called at the same times. */
    private void oneClock() {
        Map<String, Double> clearings = new LinkedHashMap<>();
        scenario.providers().forEach((key, provider) -> {
            SpotSale sale = provider.spot();
            if (sale != null && sale.mechanism() == SpotSale.Mechanism.DOUBLE_AUCTION) {
                clearings.put(key, sale.clearing().value());
            }
        });
        String first = clearings.keySet().stream().findFirst().orElse("");
        clearings.forEach((key, hours) -> {
            double expected = clearings.getOrDefault(first, hours);
            if (Math.abs(hours - expected) > 0) {
                findings.add(Finding.fault(
                        "providers." + key + ".spot.clearing",
                        "found " + Words.number(hours)
                                + " h; providers of one double auction are called together: must be "
                                + Words.number(expected) + " h as for " + first,
                        "providers." + first + ".spot.clearing"));
            }
        });
    }
}
