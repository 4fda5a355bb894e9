package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.engine.LadderQueue;
import straits.experiments.Trials;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.analysis.StudentT;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.scenario.file.Setting;
import straits.simulation.Observer;

/** The mean of a control is known and must not be wrong: whatever rests on it would be. */
final class ControlsTest {

    private static final int RUNS = 600;

    private static List<UnitResult> run(String lines, Setting... settings) {
        Experiment experiment = Trials.experiment(lines, settings);
        MonteCarlo runs = new MonteCarlo(experiment, LadderQueue::new);
        List<UnitResult> results = new ArrayList<>();
        for (Point point : experiment.points()) {
            UnitKey.of(point, 0, experiment.scenario().replications())
                    .forEach(key -> results.add(runs.observed(key, new Observer() {})));
        }
        return results;
    }

    private static double[] values(List<UnitResult> results, Answer answer) {
        return results.stream()
                .mapToDouble(result -> result.answers().value(answer))
                .toArray();
    }

    /** A day that swings, growth, leases longer than the run, slips that begin before the start and end after the run. */
    @Test
    void theirMeanIsZero() {
        List<UnitResult> results = run(
                "regimes: [licences]\nreplications: " + RUNS + "\n",
                new Setting("horizon", "1000 h"),
                new Setting("tenant_classes.small.arrivals.growth", "50 per year"),
                new Setting("tenant_classes.small.duration", "{gamma: {shape: 0.5, scale: 600 h}}"),
                new Setting("deliveries.to-the-gulf.slip", "{uniform: {low: -20 days, high: 60 days}}"));
        for (Answer control : List.of(Answer.DRAWN_DEMAND_H100E_HOURS, Answer.DRAWN_SUPPLY_H100E_HOURS)) {
            MeanEstimate mean = MeanEstimate.of(values(results, control));
            double halfWidth = StudentT.quantile(0.9995, RUNS - 1) * mean.standardError();
            assertThat(mean.standardError()).isPositive();
            assertThat(mean.mean()).as(control.key()).isCloseTo(0, within(halfWidth));
        }
    }

    @Test
    void regimesShareThem() {
        List<UnitResult> results = run("replications: 2\n");
        for (Answer control : List.of(Answer.DRAWN_DEMAND_H100E_HOURS, Answer.DRAWN_SUPPLY_H100E_HOURS)) {
            double[] values = values(results, control);
            assertThat(values[0]).isEqualTo(values[2]).isNotEqualTo(values[1]);
        }
    }

    @Test
    void demandWithoutAMeanIsNoControl() {
        List<UnitResult> results = run(
                "regimes: [free]\nreplications: 1\n",
                new Setting("tenant_classes.small.size", "{pareto: {shape: 0.9, scale: 1 H100e}}"));
        assertThat(results.get(0).answers().missing(Answer.DRAWN_DEMAND_H100E_HOURS))
                .isTrue();
        assertThat(results.get(0).answers().missing(Answer.DRAWN_SUPPLY_H100E_HOURS))
                .isFalse();
    }
}
