package straits.experiments.montecarlo;

import straits.regulation.Quotas;
import straits.scenario.AtShipment;
import straits.scenario.Rule;
import straits.simulation.Snapshot;

/** The answers about licences and caps. */
final class RegulationAnswers {

    private final Snapshot run;

    RegulationAnswers(Snapshot run) {
        this.run = run;
    }

    Answers addTo(Answers answers) {
        return answers.with(Answer.LICENCES_APPLIED, (double) run.desk().filed())
                .with(Answer.LICENCES_GRANTED, (double) run.desk().approved())
                .with(Answer.LICENCE_WAIT_DAYS_MEAN, run.desk().decisionDaysMean())
                .with(Answer.FIRST_CAP_BOUND_DATE, firstCapBoundDay());
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
