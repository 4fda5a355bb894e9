package straits.experiments.montecarlo;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import straits.regulation.Denials;
import straits.regulation.Quotas;
import straits.scenario.AtShipment;
import straits.scenario.Rule;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** The answers about licences and caps. */
final class RegulationAnswers {

    private final Snapshot run;
    private final List<Month> months;

    RegulationAnswers(Snapshot run, List<Month> months) {
        this.run = run;
        this.months = months;
    }

    Answers addTo(Answers answers) {
        return answers.with(Answer.LICENCES_APPLIED, (double) run.desk().filed())
                .with(Answer.LICENCES_GRANTED, (double) run.desk().approved())
                .with(Answer.LICENCE_WAIT_DAYS_MEAN, run.desk().decisionDaysMean())
                .with(Answer.FIRST_CAP_BOUND_DATE, firstCapBoundDay())
                .with(Answer.REPORTS_FILED, (double) run.gatekeeper().reports())
                .with(Answer.LICENCE_WEDGE_FRACTION, PriceGap.monthly(run, months, this::freeOfLicence))
                .with(Answer.ON_DEMAND_SCARCITY_RENT_USD, rentUsd())
                .with(Answer.COMPLIANCE_COST_USD, complianceUsd())
                .with(Answer.LICENCE_DELAY_H100E_HOURS, delay(this::h100e))
                .with(Answer.LICENCE_DELAY_COST_USD, delay(new ScarcityRent(run)::listUsdPerGpuHour))
                .with(Answer.STRANDED_H100E_HOURS, strandedH100eHours());
    }

    private double complianceUsd() {
        ComplianceUsd cost = new ComplianceUsd(run);
        double sum = 0;
        for (Month month : months) {
            for (int provider = 0; provider < run.catalog().providers().size(); provider++) {
                sum += cost.of(provider, month.period());
            }
        }
        return sum;
    }

    private double h100e(int pool) {
        return run.catalog()
                .h100ePerGpu(Workload.TRAINING, run.catalog().pools().chip(pool));
    }

    private double delay(IntToDoubleFunction worthOfGpuHour) {
        double sum = 0;
        for (int delivery = 0; delivery < run.deliveries().size(); delivery++) {
            double gpuHours = run.deliveries().licenceDelayGpuHours(delivery);
            sum += gpuHours * worthOfGpuHour.applyAsDouble(run.deliveries().pool(delivery));
        }
        return sum;
    }

    private double strandedH100eHours() {
        return months.stream()
                .flatMap(month -> run.denials().in(month.period()).stream())
                .filter(each -> each.subject() == Denials.Subject.ANCHOR)
                .mapToDouble(Denials.Denial::h100eHours)
                .sum();
    }

    private boolean freeOfLicence(Month month, int pool) {
        return run.gatekeeper().licenceCover().hours(month.period(), pool) < month.hours() / 2;
    }

    private double rentUsd() {
        ScarcityRent rent = new ScarcityRent(run);
        double sum = 0;
        for (Month month : months) {
            for (int pool = 0; pool < run.catalog().pools().size(); pool++) {
                sum += rent.usd(month.period(), pool);
            }
        }
        return sum;
    }

    private double firstCapBoundDay() {
        Quotas quotas = run.quotas();
        long first = Quotas.NEVER;
        for (int quota = 0; quota < quotas.size(); quota++) {
            Rule rule = run.world().regime().rules().get(quotas.name(quota).rule());
            if (rule instanceof AtShipment.CountryCap) {
                first = Math.min(first, quotas.firstBoundMicros(quota));
            }
        }
        return first == Quotas.NEVER
                ? Double.POSITIVE_INFINITY
                : run.catalog().timeline().date(first).toEpochDay();
    }
}
