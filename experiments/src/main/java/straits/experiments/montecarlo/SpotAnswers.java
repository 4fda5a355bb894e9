package straits.experiments.montecarlo;

import java.util.List;
import java.util.function.ToDoubleFunction;
import straits.simulation.Snapshot;

/** The answers about spot leases; all missing where nobody sells them. */
final class SpotAnswers {

    private final List<SpotRow> rows;
    private final List<Month> months;

    SpotAnswers(Snapshot run, List<Month> months) {
        rows = new SpotRows(run).of(months);
        this.months = months;
    }

    Answers addTo(Answers answers) {
        if (rows.isEmpty()) {
            return answers;
        }
        double gpuHours = sum(SpotRow::gpuHours);
        double reclaimed = sum(SpotRow::reclaimedForDemand) + sum(SpotRow::reclaimedForPrice);
        return answers.with(Answer.SPOT_PRICE_USD_PER_GPU_HOUR, priceUsd())
                .withRatio(Answer.SPOT_PAID_USD_PER_GPU_HOUR, sum(SpotRow::revenueUsd), gpuHours)
                .with(Answer.SPOT_GPU_HOURS, gpuHours)
                .with(Answer.SPOT_RECLAIMED_LEASES, reclaimed)
                .withRatio(Answer.SPOT_KILLED_FRACTION, reclaimed, sum(SpotRow::started))
                .with(Answer.SPOT_LOST_GPU_HOURS, sum(SpotRow::lostGpuHours));
    }

    /** Mean over time and pools. */
    private double priceUsd() {
        double usdHours = 0;
        double hours = 0;
        for (Month month : months) {
            for (SpotRow row : rows) {
                if (row.key().equals(month.key())) {
                    usdHours += row.priceUsdPerGpuHour() * month.hours();
                    hours += month.hours();
                }
            }
        }
        return usdHours / hours;
    }

    private double sum(ToDoubleFunction<SpotRow> value) {
        return rows.stream().mapToDouble(value).sum();
    }
}
