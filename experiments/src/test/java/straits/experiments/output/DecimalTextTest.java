package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTextTest {

    /** Literal texts, so that a JDK with other digits fails here. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1234.5, -1234.5",
        "614682, 614682.0",
        "1e7, 10000000.0",
        "12345678.9, 12345678.9",
        "999999999999999, 999999999999999.0",
        "1e15, 1.0E15",
        "1e21, 1.0E21",
        "2e23, 2.0E23",
        "0.001, 0.001",
        "0.0001, 0.0001",
        "0.000001, 0.000001",
        "0.00000123, 0.00000123",
        "0.00000099, 9.9E-7",
        "1e-10, 1.0E-10",
        "0.30000000000000004, 0.30000000000000004",
        "4.9e-324, 4.9E-324",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "1.7976931348623157e308, 1.7976931348623157E308"
    })
    void oneForm(double value, String text) {
        assertThat(DecimalText.of(value)).isEqualTo(text);
    }

    @Test
    void anyDoubleReadsBack() {
        Random random = new Random(2025);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(DecimalText.of(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void usualSizesReadBackInPlainForm() {
        Random random = new Random(2026);
        for (int i = 0; i < 200_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(20) - 5);
            String text = DecimalText.of(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(text).contains(".");
            assertThat(text.contains("E")).isEqualTo(value < 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void onlyFiniteNumbers(double value) {
        assertThatThrownBy(() -> DecimalText.of(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
