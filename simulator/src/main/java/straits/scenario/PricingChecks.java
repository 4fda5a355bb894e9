package straits.scenario;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Price policies: that each has what it takes, nothing that belongs to another, and no line that it could not serve. */
final class PricingChecks {

    private final Scenario scenario;
    private final List<Finding> findings;

    PricingChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        scenario.providers().forEach((key, provider) -> {
            String path = "providers." + key + ".pricing";
            Pricing pricing = provider.pricing();
            strays(path, pricing);
            switch (pricing.policy()) {
                case Pricing.OCCUPANCY -> steps(path, pricing);
                case Pricing.BUSY_GPUS -> busyPrices(path, pricing);
                case Pricing.SCHEDULE -> schedule(path, provider);
                case Pricing.CONGESTION_PRICE -> visitors(path, pricing);
                case Pricing.FULL_COST_PLUS -> {
                    if (provider.cost() == null) {
                        fault(path + ".policy", "full-cost-plus needs the provider's cost");
                    }
                }
                default -> {}
            }
            if (pricing.followsAtOnce()) {
                nobodyWaitsForPrice(path + ".policy", pricing.policy());
            }
            purchasePrices(key, provider);
        });
    }

    private void strays(String path, Pricing pricing) {
        stray(path, "steps", Pricing.OCCUPANCY, pricing, !pricing.stepList().isEmpty());
        stray(path, "busy_prices", Pricing.BUSY_GPUS, pricing, pricing.busyPrices() != null);
        stray(path, "schedule", Pricing.SCHEDULE, pricing, pricing.schedule() != null);
        stray(path, "expected", Pricing.CONGESTION_PRICE, pricing, pricing.expected() != null);
    }

    private void stray(String path, String key, String owner, Pricing pricing, boolean written) {
        if (written && !pricing.policy().equals(owner)) {
            fault(
                    path + "." + key,
                    "found " + key + "; they go with the policy " + owner + ", not with " + pricing.policy());
        }
    }

    private void steps(String path, Pricing pricing) {
        List<Pricing.Step> steps = pricing.stepList();
        if (steps.isEmpty() || steps.get(0).from().value() != 0) {
            String at = steps.isEmpty() ? path + ".policy" : path + ".steps[0]";
            fault(at, "occupancy needs steps, the first of them from 0 %");
        }
        ascending(path + ".steps", steps, step -> step.from().value());
    }

    private void busyPrices(String path, Pricing pricing) {
        List<Pricing.BusyPrice> prices = pricing.busyPriceList();
        if (prices.isEmpty() || prices.get(0).from().value() != 0) {
            String at = prices.isEmpty() ? path + ".policy" : path + ".busy_prices[0]";
            fault(at, "busy-gpus needs busy_prices, the first of them from 0 GPUs");
        }
        ascending(path + ".busy_prices", prices, price -> price.from().value());
    }

    private <T> void ascending(String path, List<T> items, ToDoubleFunction<T> from) {
        for (int i = 1; i < items.size(); i++) {
            double before = from.applyAsDouble(items.get(i - 1));
            double value = from.applyAsDouble(items.get(i));
            if (value <= before) {
                fault(
                        path + "[" + i + "]",
                        "found " + Words.number(value) + "; must be above the step before, " + Words.number(before));
            }
        }
    }

    /** Such a price may fall at any lease's end; asking the whole line again each time is not what waiting for a review means. */
    private void nobodyWaitsForPrice(String path, String policy) {
        scenario.tenantClasses().forEach((key, tenant) -> {
            if (tenant.waitsForPrice()) {
                String at = "tenant_classes." + key + ".waits_for_price";
                findings.add(Finding.fault(
                        path,
                        "found " + policy + ", and " + at + " is true; they wait for reviews, which it has not",
                        at));
            }
        });
    }

    private void schedule(String path, Provider provider) {
        if (provider.pricing().schedule() == null) {
            fault(
                    path + ".policy",
                    "schedule needs the key schedule: prices by chip and date, or the name of a CSV file");
            return;
        }
        for (String chip : provider.offers().keySet()) {
            if (!provider.pricing().schedules().containsKey(chip)) {
                fault(path + ".schedule", "no price for " + chip + ", which the provider offers");
            }
        }
        for (String chip : provider.pricing().schedules().keySet()) {
            if (!provider.offers().containsKey(chip)) {
                fault(
                        path + ".schedule." + chip,
                        "found \"" + chip + "\", which the provider does not offer; offers: "
                                + String.join(", ", provider.offers().keySet()));
            }
        }
    }

    private void visitors(String path, Pricing pricing) {
        Pricing.Visitors visitors = pricing.expected();
        if (visitors == null) {
            fault(path + ".policy", "congestion-price needs expected: rate, duration and willingness of visitors");
            return;
        }
        Distribution willingness = visitors.willingness();
        String at = path + ".expected.willingness";
        new DistributionChecks(findings).check(at, willingness);
        if (!(willingness instanceof Distribution.Exponential) && !(willingness instanceof Distribution.Uniform)) {
            fault(at, "congestion-price is solved for exponential and uniform willingness only");
        }
    }

    private void purchasePrices(String key, Provider provider) {
        if (provider.cost() == null) {
            return;
        }
        for (String chip : provider.offers().keySet()) {
            Chip sold = scenario.chips().get(chip);
            if (sold != null && sold.purchasePrice() == null) {
                findings.add(Finding.fault(
                        "providers." + key + ".cost",
                        "needs chips." + chip + ".purchase_price, which is missing",
                        "chips." + chip));
            }
        }
    }

    private void fault(String path, String message) {
        findings.add(Finding.fault(path, message));
    }
}
