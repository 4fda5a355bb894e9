package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.simulation.InvariantException;

final class AnswerInvariantsTest {

    @ParameterizedTest
    @CsvSource({
        "MARKET_UTILISATION_FRACTION, 1.01",
        "REFUSED_REQUESTS_FRACTION, -0.5",
        "GATEKEEPER_SHARE_FRACTION, 2",
        "HHI_REVENUE, 10001",
        "MARKET_MEAN_H100E, Infinity",
        "UNMET_H100E_HOURS, -Infinity"
    })
    void tellWhatCannotBe(Answer answer, double value) {
        Answers answers = answer.kind() == Answer.Kind.RATIO
                ? Answers.MISSING.withRatio(answer, value, 1)
                : Answers.MISSING.with(answer, value);
        assertThatThrownBy(() -> AnswerInvariants.check(answers))
                .isInstanceOf(InvariantException.class)
                .hasMessageStartingWith("invariant 23 (")
                .hasMessageContaining(answer.key() + " is " + value);
    }

    @Test
    void letTheRestBe() {
        Answers answers = Answers.MISSING
                .with(Answer.HHI_REVENUE, 10_000 + 1e-6)
                .with(Answer.ANCHOR_NEED_OVER_BUDGET_BOUND_FRACTION, 3)
                .with(Answer.ANCHOR_FIRST_UNMET_DATE, Double.POSITIVE_INFINITY)
                .withRatio(Answer.MARKET_UTILISATION_FRACTION, 3, 3);
        assertThatCode(() -> AnswerInvariants.check(answers)).doesNotThrowAnyException();
    }
}
