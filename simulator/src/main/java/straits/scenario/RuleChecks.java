package straits.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each rule of a regime by itself. */
final class RuleChecks {

    private final String prefix;
    private final Regime regime;
    private final List<Finding> findings;

    RuleChecks(String prefix, Regime regime, List<Finding> findings) {
        this.prefix = prefix;
        this.regime = regime;
        this.findings = findings;
    }

    void run() {
        regime.rules().forEach((key, rule) -> rule(prefix + "rules." + key, rule));
    }

    private void rule(String path, Rule rule) {
        chips(path + ".scope", rule.scope());
        if (rule instanceof AtShipment) {
            tenants(path + ".scope", rule.scope());
        }
        if (rule instanceof AtShipment.CountryCap cap) {
            agreements(path, cap);
        } else if (rule instanceof AtShipment.UniversalValidatedEndUser validated) {
            companies(path + ".companies", validated.companies());
        } else if (rule instanceof AtShipment.NationalValidatedEndUser validated) {
            allocation(path + ".allocation", validated);
        }
    }

    private void chips(String path, Rule.Scope scope) {
        Quantity max = scope.maxTpp();
        if (max != null && max.value() <= scope.minTpp().value()) {
            findings.add(Finding.fault(
                    path + ".max_tpp",
                    "found " + Words.number(max.value()) + " TPP; must be above min_tpp, "
                            + Words.number(scope.minTpp().value()) + " TPP: the rule covers no chip",
                    path + ".min_tpp"));
        }
    }

    private void tenants(String path, Rule.Scope scope) {
        String message = "found tenants; a rule at shipment sees none of them";
        if (!scope.tenantHomes().isEmpty()) {
            fault(path + ".tenant_homes", message);
        }
        if (!scope.tenantClasses().isEmpty()) {
            fault(path + ".tenant_classes", message);
        }
    }

    private void agreements(String path, AtShipment.CountryCap cap) {
        for (String country : cap.agreements().keySet()) {
            if (!regime.covers(cap.scope(), country)) {
                findings.add(Finding.fault(
                        path + ".agreements." + country,
                        "found an agreement with a country that the rule does not cover",
                        path + ".scope",
                        prefix + "tiers"));
            }
        }
    }

    private void companies(String path, Map<String, AtShipment.Company> companies) {
        if (companies.isEmpty()) {
            fault(path, "found an empty map; must name at least one company");
        }
        Map<String, String> companyOf = new HashMap<>();
        companies.forEach((key, company) -> {
            String at = path + "." + key + ".owners";
            if (company.owners().isEmpty()) {
                fault(at, "found an empty list; a company must have at least one provider");
            }
            for (String owner : company.owners()) {
                String other = companyOf.putIfAbsent(owner, path + "." + key);
                if (other != null && !other.equals(path + "." + key)) {
                    findings.add(Finding.fault(at, "\"" + owner + "\" is also part of " + other)
                            .beside(other + ".owners"));
                }
            }
        });
    }

    private void allocation(String path, AtShipment.NationalValidatedEndUser validated) {
        List<Dated> steps = validated.allocation();
        if (steps.isEmpty() || steps.get(0).from().isAfter(validated.dates().effective())) {
            fault(
                    path,
                    "must say the amount on the first day in force, "
                            + validated.dates().effective());
        }
        for (int i = 1; i < steps.size(); i++) {
            Dated before = steps.get(i - 1);
            Dated step = steps.get(i);
            if (!step.from().isAfter(before.from())
                    || step.value().value() < before.value().value()) {
                fault(
                        path + "[" + i + "]",
                        "found " + Words.number(step.value().value()) + " TPP on " + step.from()
                                + "; dates must ascend and amounts not fall");
            }
        }
    }

    private void fault(String path, String message) {
        findings.add(Finding.fault(path, message));
    }
}
