package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.UnitResult;

final class ContrastsTest {

    private static final Map<Integer, Integer> AGAINST_ZERO = Map.of(0, 0, 1, 0);

    private static Answers held(double value) {
        return Answers.MISSING.with(Answer.ANCHOR_MEAN_H100E, value);
    }

    @Test
    void pairsShareTheirReplication() {
        List<Contrasts.Row> rows = Contrasts.rows(
                List.of(
                        run(0, "base", 0, held(1)),
                        run(0, "base", 1, held(20)),
                        failed(0, "base", 2),
                        run(1, "open", 0, held(3)),
                        run(1, "open", 1, held(22)),
                        run(1, "open", 2, held(500))),
                AGAINST_ZERO);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).regime()).isEqualTo("open");
        assertThat(rows.get(0).referenceRegime()).isEqualTo("base");
        assertThat(rows.get(0).contrast().n()).isEqualTo(2);
        assertThat(rows.get(0).contrast().meanDifference()).isEqualTo(2);
        assertThat(rows.get(0).differs()).isTrue();
    }

    @Test
    void aDifferenceThatMayBeZeroIsNone() {
        List<Contrasts.Row> rows = Contrasts.rows(
                List.of(
                        run(0, "base", 0, held(1)),
                        run(0, "base", 1, held(2)),
                        run(1, "open", 0, held(3)),
                        run(1, "open", 1, held(1))),
                AGAINST_ZERO);
        assertThat(rows.get(0).differs()).isFalse();
    }

    /** Differences 2, 3, 4 are 5.2 standard errors from zero: enough for one comparison, t = 4.30, not for one of two, t = 6.21. */
    @Test
    void comparisonsOfOneAnswerAreJudgedTogether() {
        List<UnitResult> runs = new ArrayList<>();
        for (int replication = 0; replication < 3; replication++) {
            runs.add(run(0, "base", replication, held(10)));
            runs.add(run(1, "open", replication, held(12 + replication)));
            runs.add(run(2, "tight", replication, held(110 + replication)));
        }
        List<Contrasts.Row> both = Contrasts.rows(runs, Map.of(0, 0, 1, 0, 2, 0));
        List<Contrasts.Row> one = Contrasts.rows(runs, Map.of(0, 0, 1, 0));
        assertThat(one).extracting(Contrasts.Row::comparisons).containsExactly(1);
        assertThat(both).extracting(Contrasts.Row::comparisons).containsExactly(2, 2);
        assertThat(one).extracting(Contrasts.Row::differs).containsExactly(true);
        assertThat(both).extracting(Contrasts.Row::differs).containsExactly(false, true);
        assertThat(both.get(0).simultaneous95().halfWidth())
                .isGreaterThan(both.get(0).contrast().interval95().halfWidth());
    }

    @Test
    void ofDatesTheShareOfNeverIsCompared() {
        List<Contrasts.Row> rows = Contrasts.rows(
                List.of(run(0, "base", 0, capped(5)), run(1, "open", 0, capped(Double.POSITIVE_INFINITY))),
                AGAINST_ZERO);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).category()).isEqualTo("never");
        assertThat(rows.get(0).unit()).isEqualTo("fraction");
        assertThat(rows.get(0).contrast().meanDifference()).isEqualTo(1);
    }

    private static Answers capped(double day) {
        return Answers.MISSING.with(Answer.FIRST_CAP_BOUND_DATE, day);
    }

    @Test
    void ofCategoriesTheShareOfEachValueIsCompared() {
        List<UnitResult> runs = List.of(
                run(0, "base", 0, Answers.MISSING.withBinding("chips")),
                run(0, "base", 1, Answers.MISSING.withBinding("chips")),
                run(1, "open", 0, Answers.MISSING.withBinding("price")),
                run(1, "open", 1, Answers.MISSING.withBinding("chips")));
        List<Contrasts.Row> rows = Contrasts.rows(runs, AGAINST_ZERO);
        assertThat(rows).extracting(Contrasts.Row::category).containsExactly("chips", "price");
        assertThat(rows).extracting(row -> row.contrast().meanDifference()).containsExactly(-0.5, 0.5);
    }

    @Test
    void constantsAndPointsWithoutAReferenceAreLeftOut() {
        Answers bound = Answers.MISSING.with(Answer.BUDGET_BOUND_GPUS, 3);
        assertThat(Contrasts.rows(List.of(run(0, "base", 0, bound), run(1, "open", 0, bound)), AGAINST_ZERO))
                .isEmpty();
        assertThat(Contrasts.rows(List.of(run(0, "base", 0, held(1)), run(1, "open", 0, held(1))), Map.of(0, 0)))
                .isEmpty();
    }
}
