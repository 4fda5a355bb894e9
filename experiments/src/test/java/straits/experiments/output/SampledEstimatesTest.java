package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.experiments.Trials;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.UnitResult;

final class SampledEstimatesTest {

    private static final String PRICE =
            "factors:\n  price: {path: anchors.big.max_price, low: 1 USD per H100e-hour, high: 3 USD per H100e-hour}\n";

    private static Experiment experiment(String design) {
        return Trials.experiment("replications: 1\n" + PRICE + "design: {estimate: {" + design + "}}\n");
    }

    private static Answers held(double value) {
        return Answers.MISSING.with(Answer.ANCHOR_MEAN_H100E, value).with(Answer.EVENTS, 10);
    }

    /** Values of the rows under the regime free; the other regime has 5 more, and 1 more at odd rows. */
    private static List<UnitResult> results(Experiment experiment, double... values) {
        List<UnitResult> results = new ArrayList<>();
        for (Point point : experiment.points()) {
            int row = point.index() / 2;
            double more = point.regime().equals("free") ? 0 : 5 + row % 2;
            results.add(run(point.index(), point.regime(), 0, held(values[row] + more)));
        }
        return results;
    }

    private static List<Estimators.Row> held(Experiment experiment, List<UnitResult> results) {
        return SampledEstimates.rows(experiment, results).stream()
                .filter(row -> row.answer() == Answer.ANCHOR_MEAN_H100E)
                .toList();
    }

    /** Pairs 1, 7 and 3, 5 and 2, 8 have means 4, 4, 5, of variance 1/3; the mean square of points about 13/3 is 59/9. */
    @Test
    void antitheticPairsAreTheUnits() {
        Experiment experiment = experiment("points: 6, sampling: antithetic");
        List<Estimators.Row> rows = held(experiment, results(experiment, 1, 7, 3, 5, 2, 8));

        assertThat(rows)
                .extracting(row -> row.regime() + "|" + row.referenceRegime() + "|" + row.estimator() + "|" + row.n())
                .containsExactly(
                        "free||plain|6",
                        "free||antithetic|3",
                        "licences||plain|6",
                        "licences||antithetic|3",
                        "licences|free|plain|6",
                        "licences|free|common_random_numbers|6",
                        "licences|free|antithetic+common_random_numbers|3");
        Estimators.Row plain = rows.get(0);
        Estimators.Row antithetic = rows.get(1);
        assertThat(antithetic.mean()).isCloseTo(13.0 / 3, within(1e-12));
        assertThat(antithetic.varianceTimesEvents()).isCloseTo(60.0 / 9, within(1e-9));
        assertThat(plain.gain()).isEqualTo(1);
        assertThat(plain.varianceTimesEvents()).isCloseTo(60 * (59.0 / 9 + 1.0 / 9) / 6, within(1e-9));
        assertThat(antithetic.gain()).isCloseTo(10, within(1e-9));
    }

    /** The differences are 5 and 6 in turn, those of pairs 5.5 always: nothing is left to vary. */
    @Test
    void differencesAreOfTheSameRowUnderBothRegimes() {
        Experiment experiment = experiment("points: 6, sampling: antithetic");
        List<Estimators.Row> rows = held(experiment, results(experiment, 1, 7, 3, 5, 2, 8));

        Estimators.Row paired = rows.get(5);
        assertThat(paired.mean()).isCloseTo(5.5, within(1e-12));
        assertThat(paired.interval95().covers(5.5)).isTrue();
        assertThat(paired.varianceTimesEvents()).isCloseTo(120 * 0.25 / 6, within(1e-9));
        assertThat(paired.gain()).isGreaterThan(40);
        Estimators.Row both = rows.get(6);
        assertThat(both.varianceTimesEvents()).isZero();
        assertThat(both.gain()).isNaN();
        assertThat(both.note()).contains("cannot be judged");
    }

    /** Pairs of 1, 1 and 9, 9: mirrored points alike, twice the variance of independent ones. */
    @Test
    void saysWhereItHurts() {
        Experiment experiment = experiment("points: 80, sampling: antithetic");
        double[] values = new double[80];
        Arrays.setAll(values, i -> Math.floorDiv(i, 2));
        Estimators.Row row = held(experiment, results(experiment, values)).get(1);

        assertThat(row.gain()).isCloseTo(0.5, within(0.01));
        assertThat(row.note()).startsWith("hurts");
        double[] luck = {1, 1.2, 3, 2.9};
        Experiment small = experiment("points: 4, sampling: antithetic");
        assertThat(held(small, results(small, luck)).get(1).note()).startsWith("seems to hurt");
    }

    @Test
    void aGroupWithAFailedRunIsLeftOutAndCounted() {
        Experiment experiment = experiment("points: 6, sampling: antithetic");
        List<UnitResult> results = results(experiment, 1, 7, 3, 5, 2, 8);
        results.set(0, failed(0, "free", 0));
        List<Estimators.Row> rows = held(experiment, results);

        assertThat(rows.get(1).n()).isEqualTo(2);
        assertThat(rows.get(1).mean()).isCloseTo(4.5, within(1e-12));
        assertThat(rows.get(1).note()).contains("1 of 3 groups left out");
        assertThat(rows.get(3).n()).isEqualTo(3);
        assertThat(rows.get(6).n()).isEqualTo(2);
    }

    @Test
    void otherDesignsHaveNoRows() {
        Experiment hypercube = Trials.experiment(PRICE + "design: {latin_hypercube: {points: 2}}\n");
        assertThat(SampledEstimates.rows(hypercube, results(hypercube, 1, 2))).isEmpty();
    }

    @Test
    void theSheetShowsMeansWithTheirGains() {
        Experiment experiment = experiment("points: 6, sampling: antithetic");
        List<UnitResult> results = results(experiment, 1, 7, 3, 5, 2, 9);
        List<Estimators.Row> rows = SampledEstimates.rows(experiment, results);
        String sheet = PointsSheet.text(experiment, results, List.of(), rows);

        assertThat(sheet)
                .contains("Mean over inputs under free\n", "Mean over inputs under licences, less that under free\n")
                .containsPattern("  Held, on average, h100e, antithetic +4\\.50 ")
                .contains("Gain: how many times more");
        assertThat(sheet.lines()).allMatch(line -> line.length() <= 120);
    }
}
