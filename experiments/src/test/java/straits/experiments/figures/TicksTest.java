package straits.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TicksTest {

    @ParameterizedTest
    @CsvSource({
        "0, 614682, 6, 0, 800000, 200000, '800,000'",
        "0, 1, 6, 0, 1, 0.2, 1.0",
        "0.0021, 0.0034, 6, 0.002, 0.0035, 0.0005, 0.0035",
        "-0.8, 0.7, 6, -1.0, 1.0, 0.5, 1.0",
        "3, 3, 6, 3.0, 4.5, 0.5, 4.5",
        "0, 0, 6, 0, 0.5, 0.1, 0.5"
    })
    void coverTheRangeInRoundSteps(
            double low, double high, int most, double first, double last, double step, String text) {
        Ticks ticks = Ticks.of(low, high, most);
        assertThat(ticks.step()).isEqualTo(step, within(1e-12));
        assertThat(ticks.values().size() - 1).isLessThanOrEqualTo(most);
        assertThat(ticks.low()).isEqualTo(first, within(1e-12));
        assertThat(ticks.high()).isEqualTo(last, within(1e-9));
        assertThat(ticks.text(ticks.high())).isEqualTo(text);
    }

    @Test
    void anyRangeIsCovered() {
        for (int power = -9; power <= 12; power++) {
            for (double factor : new double[] {1, 1.0001, 1.9, 2, 4.99, 5, 7.7, 9.999}) {
                double high = factor * Math.pow(10, power);
                for (double low : new double[] {0, -high / 3, high * 0.999}) {
                    Ticks ticks = Ticks.of(low, high, 6);
                    assertThat(ticks.low()).isLessThanOrEqualTo(low + 1e-9 * high);
                    assertThat(ticks.high()).isGreaterThanOrEqualTo(high - 1e-9 * high);
                    assertThat(ticks.values()).hasSizeBetween(2, 8);
                    assertThat(ticks.values().stream().map(ticks::text)).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void textsHaveTheDigitsOfTheStepAndNoMinusZero() {
        Ticks ticks = Ticks.of(-0.5, 0.5, 6);
        assertThat(ticks.values().stream().map(ticks::text))
                .containsExactly("-0.6", "-0.4", "-0.2", "0.0", "0.2", "0.4", "0.6");
        assertThat(Ticks.of(0, 614_682, 6).text(600_000)).isEqualTo("600,000");
    }
}
