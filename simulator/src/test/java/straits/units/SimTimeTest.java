package straits.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimTimeTest {

    @Test
    void anHourAndADayAreWhatTheySay() {
        assertThat(SimTime.MICROS_PER_HOUR).isEqualTo(3_600_000_000L);
        assertThat(SimTime.MICROS_PER_DAY).isEqualTo(86_400_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 3600000000",
        "8760, 31536000000000",
        "0.000277777777777777778, 1000000",
        "1.3888888888888889E-10, 1", // 0.5 µs: half goes up
        "1.3888888888888886E-10, 0", // the double just below 0.5 µs
        "4.166666666666667E-10, 2", // 1.5 µs
    })
    void roundsHoursHalfUp(double hours, long micros) {
        assertThat(SimTime.ofHours(hours)).isEqualTo(micros);
    }

    @Test
    void aDurationIsNeverNothing() {
        assertThat(SimTime.durationOfHours(0)).isEqualTo(1);
        assertThat(SimTime.durationOfHours(1e-30)).isEqualTo(1);
        assertThat(SimTime.durationOfHours(1)).isEqualTo(SimTime.MICROS_PER_HOUR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, -Double.MIN_VALUE, Double.POSITIVE_INFINITY, 2.562047788015216e9})
    void rejectsWhatIsNotATime(double hours) {
        assertThatThrownBy(() -> SimTime.ofHours(hours))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hours: " + hours);
        assertThatThrownBy(() -> SimTime.durationOfHours(hours)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptsTheLargestDoubleThatFits() {
        assertThat(SimTime.ofHours(2.562047788015215e9)).isPositive().isLessThan(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 3_600_000_000L, 31_536_000_000_001L, 315_360_000_000_007L})
    void hoursAndBackIsTheSameInstant(long micros) {
        assertThat(SimTime.ofHours(SimTime.toHours(micros))).isEqualTo(micros);
    }

    @Test
    void drawnTimesEndAtTenThousandYears() {
        assertThat(SimTime.ofDrawnHours(0)).isZero();
        assertThat(SimTime.ofDrawnHours(1.5)).isEqualTo(5_400_000_000L);
        assertThat(SimTime.ofDrawnHours(Double.MAX_VALUE)).isEqualTo(87_600_000L * 3_600_000_000L);
        assertThat(SimTime.durationOfDrawnHours(0)).isEqualTo(1);
        assertThat(SimTime.durationOfDrawnHours(1e300)).isEqualTo(87_600_000L * 3_600_000_000L);
    }
}
