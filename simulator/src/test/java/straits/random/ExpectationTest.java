package straits.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import straits.scenario.Distribution;
import straits.scenario.Quantity;

final class ExpectationTest {

    private static Quantity q(double value) {
        return Quantity.of(value);
    }

    @Test
    void valuesOneByOneAreSummed() {
        Distribution three = new Distribution.Discrete(List.of(
                new Distribution.Discrete.Outcome(q(1), q(0.25)), new Distribution.Discrete.Outcome(q(4), q(0.75))));
        assertThat(Expectation.of(three, x -> x * x)).isEqualTo(0.25 + 12);
        assertThat(Expectation.of(new Distribution.Empirical(List.of(q(1), q(2), q(6))), x -> x))
                .isEqualTo(3);
        assertThat(Expectation.of(new Distribution.Constant(q(7)), x -> x)).isEqualTo(7);
    }

    /** E min(X, c) of an exponential of mean m is m (1 - exp(-c / m)); of a uniform on [0, 1] c - c^2 / 2. */
    @Test
    void whatIsCutOffHasTheMeanOfTheory() {
        Distribution exponential = new Distribution.Exponential(q(10));
        for (double cut : new double[] {0.01, 1, 10, 300}) {
            assertThat(Expectation.of(exponential, x -> Math.min(x, cut)))
                    .isCloseTo(10 * (1 - Math.exp(-cut / 10)), within(1e-6 * cut));
        }
        assertThat(Expectation.of(new Distribution.Uniform(q(0), q(1)), x -> Math.min(x, 0.3)))
                .isCloseTo(0.3 - 0.045, within(1e-7));
    }

    /** A tail without a mean is as good as any other once it is cut: 1 + ln c for shape 1. */
    @Test
    void heavyTailsToo() {
        assertThat(Expectation.of(new Distribution.Pareto(q(1), q(1)), x -> Math.min(x, 1000)))
                .isCloseTo(1 + Math.log(1000), within(1e-4));
    }
}
