package straits.scenario;

import java.time.LocalDate;
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
            orders("providers." + key, provider);
            retirement("providers." + key, provider);
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
            if (fleet.inServiceSince() != null && fleet.inServiceSince().isAfter(scenario.start())) {
                findings.add(Finding.fault(
                        at + ".in_service_since",
                        "found " + fleet.inServiceSince() + "; must not be after the start " + scenario.start(),
                        "start"));
            }
        }
    }

    private void orders(String path, Provider provider) {
        Set<List<String>> pools = new HashSet<>();
        for (int i = 0; i < provider.orders().size(); i++) {
            OrderRule rule = provider.orders().get(i);
            String at = path + ".orders[" + i + "]";
            offered(at + ".chip", path, provider, rule.chip());
            if (!pools.add(List.of(rule.site(), rule.chip()))) {
                findings.add(Finding.fault(
                        at, rule.chip() + " at " + rule.site() + " a second time; must be one rule", at + ".site"));
            }
            if (rule.most().value() < rule.lot().value()) {
                findings.add(Finding.fault(
                        at + ".most",
                        "found " + Words.number(rule.most().value()) + " GPUs; must be at least a lot, "
                                + Words.number(rule.lot().value()),
                        at + ".lot"));
            }
        }
    }

    private void retirement(String path, Provider provider) {
        Retirement retirement = provider.retirement();
        if (retirement == null) {
            return;
        }
        if (retirement.age() == null && retirement.planned().isEmpty()) {
            findings.add(Finding.fault(path + ".retirement", "found neither age nor planned; must have one of them"));
        }
        for (int i = 0; i < retirement.planned().size(); i++) {
            Retirement.Planned planned = retirement.planned().get(i);
            String at = path + ".retirement.planned[" + i + "]";
            if (planned.on().isBefore(scenario.start())) {
                findings.add(Finding.fault(
                        at + ".on",
                        "found " + planned.on() + "; must not be before the start " + scenario.start(),
                        "start"));
            }
            if (provider.fleet().stream()
                    .noneMatch(each ->
                            each.site().equals(planned.site()) && each.chip().equals(planned.chip()))) {
                findings.add(Finding.fault(
                        at + ".chip",
                        "found \"" + planned.chip() + "\", of which the provider has none at " + planned.site()
                                + " at the start; only the opening fleet retires by date",
                        path + ".fleet"));
            }
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

    private void delivery(String key, Delivery delivery) {
        Provider provider = scenario.providers().get(delivery.provider());
        if (provider != null) {
            String at = "deliveries." + key + ".chip";
            offered(at, "providers." + delivery.provider(), provider, delivery.chip());
        }
        changes("deliveries." + key, delivery);
    }

    private void changes(String path, Delivery delivery) {
        if (delivery.cancellation() != null) {
            change(path + ".cancellation.on", delivery.cancellation().on(), delivery);
        }
        if (delivery.diversion() != null) {
            change(path + ".diversion.on", delivery.diversion().on(), delivery);
            if (delivery.diversion().to().equals(delivery.site())) {
                findings.add(Finding.fault(
                        path + ".diversion.to",
                        "found \"" + delivery.site() + "\", where it goes anyway; must be another site",
                        path + ".site"));
            }
        }
    }

    private void change(String at, LocalDate on, Delivery delivery) {
        LocalDate first = delivery.ordered().isAfter(scenario.start()) ? delivery.ordered() : scenario.start();
        if (!on.isAfter(first)) {
            findings.add(
                    Finding.fault(at, "found " + on + "; must be after the order and the start, " + first, "start"));
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
        double limit = site.usableItMw(scenario.start());
        double installed = kilowatts / KW_PER_MW;
        if (installed > limit * (1 + ROUNDING)) {
            findings.add(Finding.fault(
                    "sites." + key + (site.declared() == null ? ".it_power_limit" : ""),
                    "found " + Words.number(limit) + " MW at the start; the GPUs installed there draw "
                            + Words.number(installed) + " MW"));
        }
    }
}
