package straits.experiments.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.experiments.analysis.StudentT;

/** Probabilities by hand: an estimate so many standard errors from its exact value, of 1,001 replications. */
final class HolmTest {

    /** Tolerance 10 %, exact 100, standard error 1. */
    private static Score off(double errors) {
        double halfWidth = StudentT.quantile(0.9995, 1000);
        return score(100 + errors, halfWidth, 0.1);
    }

    private static Score score(double estimate, double halfWidth, double tolerance) {
        Estimate found = Estimate.around(estimate, halfWidth);
        return new Score(
                "S01",
                "",
                "x",
                100,
                estimate,
                found.low(),
                found.high(),
                tolerance,
                halfWidth / 100,
                new Rule.Mean(tolerance).judge(100, found),
                "",
                "",
                "M",
                1001,
                "S01/f",
                "");
    }

    private static List<Finding> judged(Score... scores) {
        return Holm.judged(List.of(scores)).stream().map(Score::finding).toList();
    }

    /** t = 2.6: probability 0.0095; alone it is below 1 %, of two not below a half per cent. */
    @Test
    void theSmallestIsHeldToItsShare() {
        assertThat(judged(off(2.6))).containsExactly(Finding.FAIL);
        assertThat(judged(off(2.5))).containsExactly(Finding.PASS);
        assertThat(judged(off(0), off(2.6))).containsExactly(Finding.PASS, Finding.PASS);
        assertThat(judged(off(0), off(2.9))).containsExactly(Finding.PASS, Finding.FAIL);
    }

    /** Once one is rejected, the next is held to less: 2.6 falls behind a 9, as it would alone. */
    @Test
    void theNextIsHeldToALargerShare() {
        assertThat(judged(off(2.6), off(9))).containsExactly(Finding.FAIL, Finding.FAIL);
        assertThat(judged(off(2.6), off(9), off(0))).containsExactly(Finding.PASS, Finding.FAIL, Finding.PASS);
    }

    /** Of 150 outputs one misses its own interval by a little in one verification of seven. */
    @Test
    void aMissByChanceIsForgiven() {
        Score[] scores = new Score[150];
        Arrays.setAll(scores, each -> off(each == 70 ? 3.4 : 0.5));
        assertThat(scores[70].finding()).isEqualTo(Finding.FAIL);
        assertThat(judged(scores)).containsOnly(Finding.PASS);
    }

    @Test
    void powerIsAskedForAndExactNumbersStay() {
        assertThat(judged(score(100, 11, 0.1))).containsExactly(Finding.TOO_FEW);
        assertThat(judged(score(Double.NaN, Double.NaN, 0.1))).containsExactly(Finding.FAIL);
        assertThat(judged(score(100, 1, Double.NaN).found(Finding.FAIL))).containsExactly(Finding.FAIL);
    }
}
