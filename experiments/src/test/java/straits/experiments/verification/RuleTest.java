package straits.experiments.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules by hand: each can pass, fail, and where it asks for power find too few. */
final class RuleTest {

    private static final double[] ONES = {1, 1, 1, 1};

    private static double[] times(int n, double... values) {
        return IntStream.range(0, n).mapToDouble(i -> values[i % values.length]).toArray();
    }

    private static double[] ones(int n) {
        return times(n, 1);
    }

    /** Mean 10, standard deviation 2 / sqrt 3, standard error 1 / sqrt 3, t(0.9995, 3) = 12.924. */
    @Test
    void meanHasStudentsInterval() {
        Estimate found = new Rule.Mean(0.1).estimate(new double[] {9, 11, 9, 11}, ONES);
        assertThat(found.value()).isEqualTo(10);
        assertThat(found.halfWidth()).isCloseTo(12.923978636687485 / Math.sqrt(3), within(1e-8));
    }

    @Test
    void meanAsksForCoverageAndPower() {
        Rule loose = new Rule.Mean(0.02);
        Rule strict = new Rule.Mean(0.01);
        double[] values = times(100, 9.5, 10.5);
        Estimate found = loose.estimate(values, ones(100));
        assertThat(found.halfWidth()).isBetween(0.1, 0.2);
        assertThat(loose.judge(10, found)).isEqualTo(Finding.PASS);
        assertThat(strict.judge(10, found)).isEqualTo(Finding.TOO_FEW);
        assertThat(loose.judge(10.3, found)).isEqualTo(Finding.FAIL);
        assertThat(loose.judge(Double.NaN, found)).isEqualTo(Finding.FAIL);
    }

    /** 1/2 + 3/2 over 1 + 3: the ratio of totals is 1/2, the mean of ratios too; of 1/1 and 3/9 it is not. */
    @Test
    void ratiosAreOfTotals() {
        Rule rule = new Rule.Mean(0.01);
        assertThat(rule.estimate(new double[] {1, 3}, new double[] {1, 9}).value())
                .isEqualTo(0.4);
    }

    @Test
    void noReplicationsNoPass() {
        Estimate nothing = new Rule.Mean(0.01).estimate(new double[] {5, 5}, new double[] {0, 0});
        assertThat(new Rule.Mean(0.01).judge(5, nothing)).isEqualTo(Finding.FAIL);
    }

    /** Values 9 and 11 in turn: variance n / (n - 1), kurtosis 1, so that the interval has no width; thrice as wide values have some. */
    @Test
    void varianceHasTheIntervalOfItsKurtosis() {
        Rule rule = new Rule.Spread(0.1);
        assertThat(rule.estimate(times(1000, 9, 11), ones(1000)).halfWidth()).isCloseTo(0, within(1e-12));
        double[] values = times(1200, -1, 0, 1, 0, 0, 0);
        Estimate found = rule.estimate(values, ones(1200));
        // Two of six values are 1 away from the mean: variance 1/3, kurtosis 3.
        double error = 3.29 * Math.sqrt(2 / 1200.0);
        assertThat(found.value()).isCloseTo(1200 / 1199.0 / 3, within(1e-12));
        assertThat(found.low()).isCloseTo(found.value() / (1 + error), within(1e-9));
        assertThat(rule.judge(1 / 3.0, found)).isEqualTo(Finding.TOO_FEW);
        assertThat(new Rule.Spread(0.2).judge(1 / 3.0, found)).isEqualTo(Finding.PASS);
        assertThat(new Rule.Spread(0.2).judge(0.5, found)).isEqualTo(Finding.FAIL);
    }

    @Test
    void exactNumbersAreEqualOrNear() {
        Estimate found = Rule.Within.EQUAL.estimate(new double[] {0.1}, ONES);
        assertThat(Rule.Within.EQUAL.judge(0.1, found)).isEqualTo(Finding.PASS);
        assertThat(Rule.Within.EQUAL.judge(Math.nextUp(0.1), found)).isEqualTo(Finding.FAIL);
        assertThat(Rule.Within.relative(0.1).judge(0.1 + 0.9e-10, found)).isEqualTo(Finding.PASS);
        assertThat(Rule.Within.relative(0.1).judge(0.1 + 1.1e-10, found)).isEqualTo(Finding.FAIL);
        assertThat(Rule.Within.relative(0.1).judge(0.1, Estimate.exactly(Double.NaN)))
                .isEqualTo(Finding.FAIL);
    }

    @Test
    void whatIsTooGoodFails() {
        Rule rule = new Rule.Upper();
        Estimate found = rule.estimate(times(100, 9.5, 10.5), ones(100));
        assertThat(rule.judge(10, found)).isEqualTo(Finding.PASS);
        assertThat(rule.judge(9.9, found)).isEqualTo(Finding.PASS);
        assertThat(rule.judge(9.8, found)).isEqualTo(Finding.FAIL);
    }

    /** Tens with mean 0 and with mean 1, in turn: half of the intervals cover 0. */
    @Test
    void coverageIsCounted() {
        double[] values = IntStream.range(0, 20_000)
                .mapToDouble(i -> (i / 10) % 2 + (i % 2 == 0 ? 0.1 : -0.1))
                .toArray();
        Rule rule = new Rule.Coverage(0, 0.05);
        Estimate found = rule.estimate(values, ones(values.length));
        assertThat(found.value()).isEqualTo(0.5);
        assertThat(rule.judge(0.52, found)).isEqualTo(Finding.PASS);
        assertThat(rule.judge(0.56, found)).isEqualTo(Finding.FAIL);
        Estimate few = rule.estimate(Arrays.copyOf(values, 100), ones(100));
        assertThat(rule.judge(0.5, few)).isEqualTo(Finding.TOO_FEW);
    }
}
