package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.scenario.Dimension;

final class UnitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HOURS | 36 months | 26280
            HOURS | 1.5 days | 36
            HOURS | 90 min | 1.5
            HOURS | 1 s | 2.777777777777778e-4
            HOURS | 2 weeks | 336
            HOURS | 1 year | 8760
            HOURS | -1 h | -1
            KILOWATTS | 1.389 kW | 1.389
            KILOWATTS | 1389 W | 1.389
            KILOWATTS | 0.001 MW | 1
            MEGAWATTS | 250 kW | 0.25
            MEGAWATTS | 1.2 GW | 1200
            USD | 7000 million USD | 7e9
            USD | 0.1 billion USD | 1e8
            USD_PER_GPU_HOUR | 2.45 USD per GPU-hour | 2.45
            PER_HOUR | 12 per hour | 12
            PER_HOUR | 12 per day | 0.5
            PER_HOUR | 8760 per year | 1
            PER_YEAR | 2.8 per year | 2.8
            TPP | 790 million TPP | 7.9e8
            FRACTION | 35 % | 0.35
            FRACTION | 35% | 0.35
            FRACTION | 0.35 | 0.35
            NUMBER | 1e-3 | 0.001
            GPUS | 12 thousand GPUs | 12000
            """)
    void convertsToBaseUnitsExactly(Dimension dimension, String text, double base) {
        Decimals.Cut cut = Decimals.cut(text).orElseThrow();
        assertThat(Units.toBase(dimension, cut.number(), cut.rest())).isEqualTo(base);
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void everyDimensionReadsWhatItWrites(Dimension dimension) {
        Decimals.Cut cut = Decimals.cut(Units.text(dimension, 0.1)).orElseThrow();
        assertThat(Units.toBase(dimension, cut.number(), cut.rest())).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "012", "1_000", "0x10", "+1", ".5", "5.", "1e", "1e1234", "NaN", "inf", "1,5", "5h", "--1", "1.2.3"
            })
    void refusesOtherNotations(String text) {
        assertThat(Decimals.cut(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,0",
        "1,1",
        "0.1,0.1",
        "1e-7,1E-7",
        "2e23,2E23",
        "1e15,1E15",
        "123456789,123456789",
        "0.000001,0.000001",
        "1.7976931348623157e308,1.7976931348623157E308",
        "4.9e-324,4.9E-324",
        "-336,-336"
    })
    void writesTheShortestText(double value, String text) {
        assertThat(Decimals.text(value)).isEqualTo(text);
        assertThat(Decimals.cut(text).orElseThrow().number().doubleValue()).isEqualTo(value + 0.0);
    }

    @Test
    void namesDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Texts.snake("ID")).isEqualTo("id");
            assertThat(Texts.snake("itPowerLimit")).isEqualTo("it_power_limit");
            assertThat(Texts.snake("HardwareLicence")).isEqualTo("hardware_licence");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"h10,h100,1", "dyas,days,1", "lisence,licensed,3", "a,a,0", "H100,h100,0", "abc,'',3"})
    void countsEdits(String from, String to, int edits) {
        assertThat(Texts.edits(from, to)).isEqualTo(edits);
    }
}
