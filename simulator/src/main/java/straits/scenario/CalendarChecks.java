package straits.scenario;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;

/** The start, the horizon, what is measured when, and values by date. */
final class CalendarChecks {

    private static final double HOURS_PER_DAY = 24;

    private final Scenario scenario;
    private final List<Finding> findings;

    CalendarChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        if (scenario.warmUp().value() >= scenario.horizon().value()) {
            findings.add(Finding.fault(
                    "warm_up",
                    "found " + hours(scenario.warmUp()) + "; must be less than the horizon of "
                            + hours(scenario.horizon()),
                    "horizon"));
        }
        regimes();
        ramp();
        scenario.countries()
                .forEach(
                        (key, country) -> dated("countries." + key + ".electricity_price", country.electricityPrice()));
        scenario.providers()
                .forEach((key, provider) -> provider.pricing()
                        .schedules()
                        .forEach((chip, prices) -> dated("providers." + key + ".pricing.schedule." + chip, prices)));
        scenario.sites().forEach((key, site) -> {
            dated("sites." + key + ".it_power_limit", site.itPowerLimit());
            if (site.declared() != null) {
                dated("sites." + key + ".declared.demand", site.declared().demand());
            }
        });
        scenario.vendors()
                .forEach((key, vendor) ->
                        vendor.chips().forEach((chip, line) -> vendorLine("vendors." + key + ".chips." + chip, line)));
        scenario.anchors().forEach((key, anchor) -> {
            if (anchor.needs() == null || !anchor.need().isEmpty()) {
                dated("anchors." + key + ".need", anchor.need());
            }
        });
    }

    private void vendorLine(String path, Vendor.Line line) {
        dated(path + ".monthly_supply", line.monthlySupply());
        if (!line.restOfWorld().isEmpty()) {
            dated(path + ".rest_of_world", line.restOfWorld());
        }
    }

    private void regimes() {
        if (scenario.regimes().isEmpty()) {
            findings.add(Finding.fault("regimes", "found an empty list; must name at least one regime"));
        } else if (!scenario.regimes().contains(scenario.referenceRegime())) {
            String known = String.join(", ", scenario.regimes());
            findings.add(Finding.fault(
                    "reference_regime",
                    "found \"" + scenario.referenceRegime() + "\"; must be one of the regimes to compare: " + known,
                    "regimes"));
        }
    }

    private void ramp() {
        Question question = scenario.question();
        if (question == null) {
            return;
        }
        double hours = HOURS_PER_DAY * DAYS.between(scenario.start(), question.rampEnds());
        if (hours < 0 || hours >= scenario.horizon().value()) {
            findings.add(Finding.fault(
                    "question.ramp_ends",
                    "found " + question.rampEnds() + "; must lie from the start " + scenario.start()
                            + " to before the end of the horizon of " + hours(scenario.horizon()),
                    "start",
                    "horizon"));
        }
    }

    private void dated(String path, List<Dated> values) {
        if (values.isEmpty()) {
            findings.add(Finding.fault(path, "found an empty list; must say the value at the start"));
            return;
        }
        if (values.get(0).from().isAfter(scenario.start())) {
            findings.add(Finding.fault(
                    path + "[0]",
                    "found " + values.get(0).from() + " as the first date; must be at or before the start "
                            + scenario.start(),
                    path,
                    "start"));
        }
        for (int i = 1; i < values.size(); i++) {
            LocalDate before = values.get(i - 1).from();
            LocalDate date = values.get(i).from();
            if (!date.isAfter(before)) {
                findings.add(Finding.fault(
                        path + "[" + i + "]", "found " + date + " after " + before + "; dates must ascend", path));
            }
        }
    }

    private static String hours(Quantity quantity) {
        return Words.number(quantity.value()) + " h";
    }
}
