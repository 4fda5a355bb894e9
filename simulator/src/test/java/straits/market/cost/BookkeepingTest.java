package straits.market.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import straits.scenario.Cost.Depreciation;
import straits.units.SimTime;

/** S24: book-keeping numbers without randomness, to 1e-9. The HHI of the case is in MarketAnswersTest. */
final class BookkeepingTest {

    private static final double D = 1e-9;
    private static final long YEAR = 365 * SimTime.MICROS_PER_DAY;

    private static PresentValue case24() {
        PresentValue value = new PresentValue(0.1);
        value.pay(0, -100_000_000);
        value.pay(YEAR, 60_000_000);
        value.pay(2 * YEAR, 60_000_000);
        return value;
    }

    @Test
    void s24NetPresentValue() {
        assertThat(case24().usd()).isCloseTo(4.132231405, within(4 * D));
    }

    @Test
    void s24OrderWithinADayDoesNotMatter() {
        PresentValue forwards = new PresentValue(0.1);
        PresentValue backwards = new PresentValue(0.1);
        for (int i = 0; i < 1000; i++) {
            forwards.pay(YEAR + i, i * 1_000_003L - 7);
            backwards.pay(YEAR + i, (999 - i) * 1_000_003L - 7);
        }

        assertThat(forwards.usd()).isEqualTo(backwards.usd()).isNotZero();
    }

    @Test
    void s24BookValues() {
        BookValue straight = new BookValue(Depreciation.STRAIGHT_LINE, 5, 6000.0 / 30_000);
        BookValue declining = new BookValue(Depreciation.DOUBLE_DECLINING, 5, 6000.0 / 30_000);

        assertThat(30_000 * straight.fraction(2)).isCloseTo(20_400, within(20_400 * D));
        assertThat(30_000 * declining.fraction(2)).isCloseTo(10_800, within(10_800 * D));
    }

    @Test
    void s24ContinuousPresentValue() {
        assertThat(PresentValue.ofStream(1000, 3, 0.08)).isCloseTo(2667.151737, within(2667 * D));
        assertThat(PresentValue.ofStream(1000, 3, 0)).isEqualTo(3000);
    }

    @Test
    void bookValueStopsAtSalvage() {
        BookValue declining = new BookValue(Depreciation.DOUBLE_DECLINING, 5, 0.2);

        assertThat(declining.fraction(4)).as("0.6^4 is less").isEqualTo(0.2);
        assertThat(new BookValue(Depreciation.DOUBLE_DECLINING, 5, 0).fraction(4.999))
                .as("what is left is written off at the end")
                .isCloseTo(0.0778, within(1e-4));
        assertThat(new BookValue(Depreciation.DOUBLE_DECLINING, 5, 0).fraction(5))
                .isZero();
        assertThat(new BookValue(Depreciation.DOUBLE_DECLINING, 1, 0.1).fraction(0.5))
                .isEqualTo(0.1);
        assertThat(new BookValue(Depreciation.STRAIGHT_LINE, 5, 0.2).fraction(9))
                .isEqualTo(0.2);
    }

    /** 30,000 at 12 % over five years: the instalments repay it. */
    @Test
    void anAnnuityRepaysTheLoan() {
        double instalment = PresentValue.annuity(0.12, 5);
        PresentValue value = new PresentValue(0.12);
        for (int year = 1; year <= 5; year++) {
            value.pay(year * YEAR, Math.round(instalment * 30_000e6));
        }

        assertThat(value.usd()).isCloseTo(30_000, within(1e-5));
        assertThat(PresentValue.annuity(0, 4)).isEqualTo(0.25);
    }
}
