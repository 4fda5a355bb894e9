package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import straits.experiments.TwoRules;

/** Failures in rows and answers. */
final class FailureRowsTest {

    private static final String FAILURES = """
            failures:
              nodes: {rate: 50 per 1000 node-days, repair: 1 days}
              credit: 50 %
            """;

    @Test
    void answersAreSumsOverRows() {
        UnitResult run = Worlds.run(TwoRules.TEXT + FAILURES);
        List<FailureRow> rows = run.rows().failures();

        assertThat(rows).hasSameSizeAs(run.rows().series());
        assertThat(run.answers().value(Answer.NODE_FAILURES)).isPositive().isEqualTo((double)
                rows.stream().mapToLong(FailureRow::failures).sum());
        assertThat(run.answers().value(Answer.LEASE_INTERRUPTIONS)).isPositive().isEqualTo((double)
                rows.stream().mapToLong(FailureRow::interruptions).sum());
        double installed =
                run.rows().series().stream().mapToDouble(PoolRow::installed).sum();
        double down = rows.stream().mapToDouble(FailureRow::down).sum();
        assertThat(run.answers().value(Answer.AVAILABILITY_FRACTION)).isCloseTo(1 - down / installed, within(0.01));
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row).down())
                    .isEqualTo(run.rows().series().get(row).down());
        }
    }

    @Test
    void whereNothingFailsThereIsNoAnswerAndNoRow() {
        UnitResult run = Worlds.run(TwoRules.TEXT);

        assertThat(run.rows().failures()).isEmpty();
        assertThat(run.answers().missing(Answer.AVAILABILITY_FRACTION)).isTrue();
        assertThat(run.answers().missing(Answer.NODE_FAILURES)).isTrue();
    }
}
