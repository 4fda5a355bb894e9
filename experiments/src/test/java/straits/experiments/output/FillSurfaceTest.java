package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.experiments.output.Runs.failed;
import static straits.experiments.output.Runs.run;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.experiments.analysis.Wilson;
import straits.experiments.design.BudgetRule;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.FillSample;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Quantity;
import straits.scenario.Question;

final class FillSurfaceTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 28);
    private static final Question QUESTION = new Question(
            "asker",
            Quantity.of(1.3),
            LocalDate.of(2025, 1, 1),
            List.of(Quantity.of(1), Quantity.of(2)),
            List.of(Quantity.of(10), Quantity.of(50)));

    private static UnitResult filled(int replication, double a, double b, double c, double d) {
        return run(
                0,
                "open",
                replication,
                Answers.MISSING,
                new FillSample(JANUARY, 1, a),
                new FillSample(JANUARY, 2, b),
                new FillSample(FEBRUARY, 1, c),
                new FillSample(FEBRUARY, 2, d));
    }

    private final List<FillSurface.Row> rows = FillSurface.rows(
            QUESTION,
            List.of(filled(0, 0, 10, 5, 60), filled(1, 10, 30, 10, 49), failed(0, "open", 2)),
            point -> BudgetRule.UNLIMITED);

    @Test
    void sharesOfReplicationsThatReachedASize() {
        assertThat(rows).hasSize(8);
        assertThat(rows).extracting(FillSurface.Row::n).containsOnly(2);
        assertThat(rows).extracting(FillSurface.Row::reached).containsExactly(1, 2, 1, 2, 0, 0, 0, 1);
        assertThat(rows.get(7).fraction()).isEqualTo(0.5);
        assertThat(rows.get(7).interval()).isEqualTo(Wilson.interval95(1, 2));
        assertThat(rows.get(7).by()).isEqualTo(FEBRUARY);
        assertThat(rows.get(7).h100e()).isEqualTo(50);
        assertThat(rows).extracting(FillSurface.Row::budgetRule).containsOnly(BudgetRule.UNLIMITED);
    }

    @Test
    void moreIsNeverLikelierAndDearerOrLaterNeverLess() {
        for (FillSurface.Row one : rows) {
            for (FillSurface.Row other : rows) {
                boolean easier = other.h100e() <= one.h100e()
                        && !other.by().isBefore(one.by())
                        && other.usdPerH100eHour() >= one.usdPerH100eHour();
                if (easier) {
                    assertThat(other.reached()).isGreaterThanOrEqualTo(one.reached());
                }
            }
        }
    }

    @Test
    void nothingIsAsked() {
        assertThat(FillSurface.rows(null, List.of(filled(0, 1, 1, 1, 1)), point -> BudgetRule.AS_GIVEN))
                .isEmpty();
    }
}
