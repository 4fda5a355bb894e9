package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.UnitResult;

final class ControlledMeansTest {

    /** Held is 100 and half the luck of the demand, and a little noise. */
    private static List<UnitResult> results(int runs) {
        Random random = new Random(1);
        List<UnitResult> results = new ArrayList<>();
        for (int replication = 0; replication < runs; replication++) {
            double luck = 40 * random.nextGaussian();
            results.add(run(
                    3,
                    "free",
                    replication,
                    Answers.MISSING
                            .with(Answer.MARKET_MEAN_H100E, 100 + luck / 2 + random.nextGaussian())
                            .with(Answer.EVENTS, 1000)
                            .with(Answer.DRAWN_DEMAND_H100E_HOURS, luck)
                            .with(Answer.DRAWN_SUPPLY_H100E_HOURS, 0)));
        }
        return results;
    }

    @Test
    void luckOfTheDemandIsTakenOut() {
        List<UnitResult> results = results(30);
        results.add(failed(3, "free", 30));
        List<Estimators.Row> rows = ControlledMeans.rows(results);
        assertThat(rows)
                .filteredOn(row -> row.answer() == Answer.MARKET_MEAN_H100E)
                .extracting(Estimators.Row::estimator)
                .containsExactly("plain", "control_variates");
        Estimators.Row plain = rows.get(0);
        Estimators.Row controlled = rows.get(1);
        assertThat(plain.gain()).isEqualTo(1);
        assertThat(controlled.point()).isEqualTo(3);
        assertThat(controlled.n()).isEqualTo(30);
        assertThat(controlled.mean()).isCloseTo(100, within(1.0));
        assertThat(controlled.gain()).isGreaterThan(100);
        assertThat(controlled.varianceTimesEvents() * controlled.gain())
                .isCloseTo(plain.varianceTimesEvents(), within(1e-6));
        assertThat(controlled.interval95().halfWidth())
                .isLessThan(plain.interval95().halfWidth() / 10);
        assertThat(controlled.note()).isEmpty();
    }

    @Test
    void aHarmIsNoted() {
        List<UnitResult> results = results(30);
        Random random = new Random(8);
        results.replaceAll(each -> run(
                3,
                "free",
                each.key().replication(),
                each.answers().with(Answer.MARKET_MEAN_H100E, random.nextGaussian())));
        Estimators.Row controlled = ControlledMeans.rows(results).get(1);
        assertThat(controlled.gain()).isLessThan(1);
        assertThat(controlled.note()).startsWith("hurts");
    }

    @Test
    void fewReplicationsHaveNoSuchLines() {
        assertThat(ControlledMeans.rows(results(11))).isEmpty();
        assertThat(ControlledMeans.rows(results(12))).isNotEmpty();
    }

    @Test
    void controlsAreInNoSummary() {
        List<UnitResult> results = results(5);
        assertThat(Summary.rows(results))
                .extracting(Summary.Row::answer)
                .contains(Answer.MARKET_MEAN_H100E)
                .doesNotContain(Answer.DRAWN_DEMAND_H100E_HOURS);
        assertThat(Contrasts.of(Answer.DRAWN_DEMAND_H100E_HOURS, results, results))
                .isEmpty();
    }
}
