package straits.scenario;

import java.util.List;

/** Negotiations of blocks: what belongs to which strategy, and whether there is anybody to negotiate with. */
final class NegotiationChecks {

    private final Scenario scenario;
    private final List<Finding> findings;
    private final DistributionChecks distributions;

    NegotiationChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
        distributions = new DistributionChecks(findings);
    }

    void run() {
        scenario.anchors().forEach((key, anchor) -> {
            TenantNegotiation negotiation = anchor.negotiation();
            if (negotiation != null) {
                tenant("anchors." + key, anchor, negotiation);
            }
        });
        scenario.providers().forEach((key, provider) -> {
            ProviderNegotiation negotiation = provider.negotiation();
            if (negotiation != null && negotiation.cost() != null) {
                distributions.check("providers." + key + ".negotiation.cost", negotiation.cost());
            }
        });
    }

    private void tenant(String anchorPath, AnchorTenant anchor, TenantNegotiation negotiation) {
        String path = anchorPath + ".negotiation";
        if (negotiation.value() != null) {
            distributions.check(path + ".value", negotiation.value());
        }
        distributions.check(path + ".misjudgement", negotiation.misjudgement());
        bids(path, negotiation);
        if (anchor.strategy() != null) {
            findings.add(Finding.fault(
                    path,
                    "found a negotiation beside the strategy " + anchor.strategy()
                            + "; must be one of them: an extension buys at list prices",
                    anchorPath + ".strategy"));
        }
        if (scenario.providers().values().stream().allMatch(provider -> provider.negotiation() == null)) {
            findings.add(Finding.warning(
                    path,
                    "no provider has a negotiation: this tenant will buy at list prices only; write negotiation: {} below"
                            + " the providers that negotiate",
                    "providers"));
        }
    }

    private void bids(String path, TenantNegotiation negotiation) {
        boolean sealed = negotiation.strategy() == TenantNegotiation.Strategy.SEALED_BIDS;
        TenantNegotiation.Bids bids = negotiation.bids();
        if (sealed && bids == null) {
            findings.add(Finding.fault(
                    path,
                    "sealed_bids needs bids: {low: .., high: ..}, the values that either side may have",
                    path + ".strategy"));
        } else if (!sealed && bids != null) {
            findings.add(Finding.fault(
                    path + ".bids", "found bids; they go with strategy: sealed_bids only", path + ".strategy"));
        } else if (bids != null && bids.low().value() >= bids.high().value()) {
            findings.add(Finding.fault(
                    path + ".bids",
                    "found low " + Words.number(bids.low().value()) + " and high "
                            + Words.number(bids.high().value()) + "; must be low < high"));
        }
    }
}
