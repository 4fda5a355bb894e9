package straits.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final BigInteger MICROS_PER_HOUR = BigInteger.valueOf(SimTime.MICROS_PER_HOUR);

    @ParameterizedTest
    @CsvSource({"0, 0", "1.30, 1300000", "7e9, 7000000000000000", "-2.5, -2500000", "5e-7, 1", "-5e-7, 0", "-1.5e-6, -1"
    })
    void roundsUsdHalfUp(double usd, long microUsd) {
        assertThat(Money.ofUsd(usd)).isEqualTo(microUsd);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 1e13, -1e13, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rejectsWhatIsNotAnAmount(double usd) {
        assertThatThrownBy(() -> Money.ofUsd(usd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usd: " + usd);
    }

    @Test
    void backInUsd() {
        assertThat(Money.toUsd(1_300_000)).isEqualTo(1.3);
    }

    @ParameterizedTest
    @CsvSource({
        "2100000, 3600000000, 2100000", // one hour
        "2100000, 1800000000, 1050000", // half an hour
        "1, 1800000000, 1", // half a micro-USD goes up
        "1, 1799999999, 0",
        "-1, 1800000000, 0", // and up is towards positive infinity
        "-1, 1800000001, -1",
        "0, 123, 0",
        "5, 0, 0",
    })
    void chargesProRata(long microUsdPerHour, long micros, long charge) {
        assertThat(Money.charge(microUsdPerHour, micros)).isEqualTo(charge);
    }

    @Test
    void aFleetForTenYearsDoesNotOverflow() {
        long tenYears = 3_650 * SimTime.MICROS_PER_DAY;
        assertThat(Money.charge(50_000_000_000L, tenYears)).isEqualTo(50_000_000_000L * 87_600);
    }

    @Test
    void isExactForAnyInputs() {
        Random random = new Random(20250113);
        for (int i = 0; i < 20_000; i++) {
            long rate = random.nextLong() >> random.nextInt(64);
            long micros = random.nextLong() >>> (1 + random.nextInt(63));
            BigInteger exact = halfUp(BigInteger.valueOf(rate).multiply(BigInteger.valueOf(micros)));
            if (exact.bitLength() < 64) {
                assertThat(Money.charge(rate, micros))
                        .as("%d x %d", rate, micros)
                        .isEqualTo(exact.longValueExact());
            } else {
                assertThatThrownBy(() -> Money.charge(rate, micros)).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    private static BigInteger halfUp(BigInteger product) {
        return new BigDecimal(product.multiply(BigInteger.TWO).add(MICROS_PER_HOUR))
                .divide(new BigDecimal(MICROS_PER_HOUR.multiply(BigInteger.TWO)), 0, RoundingMode.FLOOR)
                .toBigInteger();
    }

    @Test
    void rejectsANegativeLength() {
        assertThatThrownBy(() -> Money.charge(1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("micros: -1");
    }
}
