package straits.scenario.file;

import java.util.List;
import java.util.Map;
import straits.scenario.Pricing;

/** What goes together in the section of providers. */
final class MarketFit {

    /** A price policy of the tests. */
    static final String EXTENSION = "growing";

    private static final Map<String, String> OWN = Map.of(
            Pricing.OCCUPANCY, "steps",
            Pricing.BUSY_GPUS, "busy_prices",
            Pricing.SCHEDULE, "schedule",
            Pricing.CONGESTION_PRICE, "expected");

    private MarketFit() {}

    /** Every policy has what belongs to it and nothing that belongs to another. */
    static void pricing(Fitting pricing) {
        String policy = pricing.text("policy");
        pricing.only(OWN.getOrDefault(policy, ""), List.copyOf(OWN.values()));
        if (policy.equals(EXTENSION)) {
            pricing.put("parameters", "{share: " + (pricing.chance(0.5) ? "0.1" : "-0.05") + "}");
        }
    }
}
