package straits.scenario;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fleets, deliveries, offers, and the power of sites. */
final class SupplyChecks {

    private static final double KW_PER_MW = 1000;
    private static final double ROUNDING = 1e-9;

    private final Scenario scenario;
    private final List<Finding> findings;

    SupplyChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        scenario.providers().forEach((key, provider) -> {
            fleet("providers." + key, provider);
            terms("providers." + key, provider);
            steps("providers." + key + ".pricing", provider.pricing());
        });
        scenario.deliveries().forEach(this::delivery);
        power();
    }

    private void fleet(String path, Provider provider) {
        Set<List<String>> pools = new HashSet<>();
        for (int i = 0; i < provider.fleet().size(); i++) {
            Provider.Fleet fleet = provider.fleet().get(i);
            String at = path + ".fleet[" + i + "]";
            if (!pools.add(List.of(fleet.site(), fleet.chip()))) {
                findings.add(Finding.fault(
                        at, fleet.chip() + " at " + fleet.site() + " a second time; must be one entry", at + ".site"));
            }
            offered(at + ".chip", path, provider, fleet.chip());
        }
    }

    private void terms(String path, Provider provider) {
        provider.offers().forEach((chip, offer) -> {
            Set<List<Double>> terms = new HashSet<>();
            for (int i = 0; i < offer.terms().size(); i++) {
                Provider.TermPrice term = offer.terms().get(i);
                String at = path + ".offers." + chip + ".terms[" + i + "]";
                if (!terms.add(List.of(term.term().value(), term.minGpus().value()))) {
                    findings.add(Finding.fault(
                            at, "the same term and least size a second time", at + ".term", at + ".min_gpus"));
                }
            }
            discounts(path + ".offers." + chip + ".discounts", offer.discounts());
        });
    }

    private void discounts(String path, List<Provider.Discount> discounts) {
        for (int i = 1; i < discounts.size(); i++) {
            Provider.Discount before = discounts.get(i - 1);
            Provider.Discount next = discounts.get(i);
            if (next.term().value() <= before.term().value()) {
                findings.add(Finding.fault(
                        path + "[" + i + "].term",
                        "found " + Words.number(next.term().value()) + " h; must be above the step before, "
                                + Words.number(before.term().value()) + " h"));
            }
            if (next.discount().value() < before.discount().value()) {
                findings.add(Finding.fault(
                        path + "[" + i + "].discount",
                        "found " + Words.number(next.discount().value())
                                + "; a longer term must have at least the discount of the step before, "
                                + Words.number(before.discount().value())));
            }
        }
    }

    private void steps(String path, Pricing pricing) {
        List<Pricing.Step> steps = pricing.stepList();
        if (!pricing.followsAtOnce()) {
            if (!steps.isEmpty()) {
                findings.add(Finding.fault(
                        path + ".steps",
                        "found steps; they go with the policy occupancy, not with " + pricing.policy()));
            }
        } else if (steps.isEmpty() || steps.get(0).from().value() != 0) {
            String at = steps.isEmpty() ? path + ".policy" : path + ".steps[0]";
            findings.add(Finding.fault(at, "occupancy needs steps, the first of them from 0 %"));
        }
        if (pricing.followsAtOnce()) {
            nobodyWaitsForPrice(path + ".policy");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().value() <= steps.get(i - 1).from().value()) {
                findings.add(Finding.fault(
                        path + ".steps[" + i + "]",
                        "found " + Words.number(steps.get(i).from().value()) + "; must be above the step before, "
                                + Words.number(steps.get(i - 1).from().value())));
            }
        }
    }

    /** Such a price may fall at any lease's end; asking the whole line again each time is not what waiting for a review means. */
    private void nobodyWaitsForPrice(String path) {
        scenario.tenantClasses().forEach((key, tenant) -> {
            if (tenant.waitsForPrice()) {
                String at = "tenant_classes." + key + ".waits_for_price";
                findings.add(Finding.fault(
                        path, "found occupancy, and " + at + " is true; they wait for reviews, which it has not", at));
            }
        });
    }

    private void delivery(String key, Delivery delivery) {
        Provider provider = scenario.providers().get(delivery.provider());
        if (provider != null) {
            String at = "deliveries." + key + ".chip";
            offered(at, "providers." + delivery.provider(), provider, delivery.chip());
        }
    }

    private void offered(String at, String providerPath, Provider provider, String chip) {
        if (!provider.offers().containsKey(chip)) {
            String known = String.join(", ", provider.offers().keySet());
            findings.add(Finding.fault(
                    at,
                    "found \"" + chip + "\", which its provider does not offer; offers: " + known,
                    providerPath + ".offers"));
        }
    }

    private void power() {
        Map<String, Double> kilowatts = new LinkedHashMap<>();
        for (Provider provider : scenario.providers().values()) {
            for (Provider.Fleet fleet : provider.fleet()) {
                Chip chip = scenario.chips().get(fleet.chip());
                if (chip != null) {
                    kilowatts.merge(
                            fleet.site(),
                            fleet.installed().value() * chip.itPower().value(),
                            Double::sum);
                }
            }
        }
        scenario.sites().forEach((key, site) -> power(key, site, kilowatts.getOrDefault(key, 0.0)));
    }

    private void power(String key, Site site, double kilowatts) {
        double limit = inForceAtStart(site.itPowerLimit());
        double installed = kilowatts / KW_PER_MW;
        if (installed > limit * (1 + ROUNDING)) {
            findings.add(Finding.fault(
                    "sites." + key + ".it_power_limit",
                    "found " + Words.number(limit) + " MW at the start; the GPUs installed there draw "
                            + Words.number(installed) + " MW"));
        }
    }

    private double inForceAtStart(List<Dated> values) {
        double value = Double.NaN;
        for (Dated dated : values) {
            if (!dated.from().isAfter(scenario.start())) {
                value = dated.value().value();
            }
        }
        return value;
    }
}
