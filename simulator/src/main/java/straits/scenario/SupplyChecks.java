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
