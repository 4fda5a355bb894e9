package straits.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Two payers and three payees. */
final class LedgerTest {

    private final Ledger ledger = new Ledger(2, 3);

    @Test
    void aPostingIsSeenOnBothSides() {
        ledger.post(0, 0, 5);
        ledger.post(1, 2, 7);
        ledger.post(1, 0, 1);

        assertThat(ledger.debitsMicroUsd(0)).isEqualTo(5);
        assertThat(ledger.debitsMicroUsd(1)).isEqualTo(8);
        assertThat(ledger.creditsMicroUsd(0)).isEqualTo(6);
        assertThat(ledger.creditsMicroUsd(1)).isZero();
        assertThat(ledger.creditsMicroUsd(2)).isEqualTo(7);
        assertThat(ledger.imbalanceMicroUsd()).isZero();
    }

    @Test
    void nothingIsPostedOfLessThanNothing() {
        ledger.post(0, 0, 0);
        assertThatThrownBy(() -> ledger.post(0, 0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");

        assertThat(ledger.debitsMicroUsd(0)).isZero();
        assertThat(ledger.creditsMicroUsd(0)).isZero();
    }

    /** The greatest sum fits, one micro-dollar more does not, on either side. */
    @Test
    void anAccountThatOverflowsIsAnError() {
        ledger.post(0, 0, Long.MAX_VALUE - 1);
        ledger.post(0, 1, 1);
        assertThat(ledger.debitsMicroUsd(0)).isEqualTo(Long.MAX_VALUE);

        assertThatThrownBy(() -> ledger.post(0, 2, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ledger.post(1, 0, 2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aCopyStandsStill() {
        ledger.post(0, 1, 5);
        Ledger then = ledger.copy();
        ledger.post(0, 1, 6);

        assertThat(then.debitsMicroUsd(0)).isEqualTo(5);
        assertThat(then.creditsMicroUsd(1)).isEqualTo(5);
        assertThat(ledger.creditsMicroUsd(1)).isEqualTo(11);
    }

    /** After an account that did not hold, the two sides differ by what was debited alone. */
    @Test
    void sidesThatDifferAreSeen() {
        ledger.post(0, 0, Long.MAX_VALUE);
        assertThatThrownBy(() -> ledger.post(1, 0, 3)).isInstanceOf(ArithmeticException.class);

        assertThat(ledger.imbalanceMicroUsd()).isEqualTo(-3);
    }
}
