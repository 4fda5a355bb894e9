package straits.market.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two tenants, three pools, two months; amounts in micro-USD. */
final class AccountsTest {

    private final Accounts accounts = new Accounts(2, 3, 2);

    private void balanced() {
        assertThat(accounts.ledger().imbalanceMicroUsd()).isZero();
        assertThat(accounts.mirrored()).isTrue();
    }

    @Test
    void moneyPaidAheadIsDeferredUntilItIsUsed() {
        accounts.prepay(1, 2, 100);
        accounts.enterPeriod(1);
        accounts.recognise(1, 2, 30);
        accounts.charge(1, 2, 5);
        accounts.close();

        balanced();
        assertThat(accounts.paidMicroUsd(0, 1)).isEqualTo(100);
        assertThat(accounts.receivedMicroUsd(0, 2)).isEqualTo(100);
        assertThat(accounts.paidMicroUsd(1, 1)).isEqualTo(5);
        assertThat(accounts.receivedMicroUsd(1, 2)).isEqualTo(5);
        assertThat(accounts.ledger().debitsMicroUsd(1)).isEqualTo(35);
        assertThat(accounts.ledger().creditsMicroUsd(2)).isEqualTo(35);
        assertThat(accounts.balanceMicroUsd(0, 1, Account.ADVANCES)).isEqualTo(100);
        assertThat(accounts.balanceMicroUsd(1, 1, Account.ADVANCES)).isEqualTo(70);
        assertThat(accounts.balanceMicroUsd(1, accounts.pool(2), Account.ADVANCES))
                .isEqualTo(-70);
        assertThat(accounts.spentMicroUsd(1)).isEqualTo(105);
    }

    @Test
    void aRefundMovesMoneyBack() {
        accounts.prepay(0, 0, 100);
        accounts.recognise(0, 0, 60);
        accounts.refund(0, 0, 40);
        accounts.close();

        balanced();
        assertThat(accounts.paidMicroUsd(0, 0)).isEqualTo(60);
        assertThat(accounts.receivedMicroUsd(0, 0)).isEqualTo(60);
        assertThat(accounts.balanceMicroUsd(0, 0, Account.ADVANCES)).isZero();
        assertThat(accounts.spentMicroUsd(0)).isEqualTo(60);
    }

    @Test
    void feesAndCreditsAreOwedUntilTheMonthEnds() {
        accounts.fee(0, 1, 50);
        accounts.credit(0, 1, 20);
        accounts.enterPeriod(1);
        accounts.fee(0, 1, 7);
        accounts.close();

        balanced();
        assertThat(accounts.paidMicroUsd(0, 0)).isZero();
        assertThat(accounts.balanceMicroUsd(0, 0, Account.PAYABLE)).isEqualTo(-50);
        assertThat(accounts.balanceMicroUsd(0, 0, Account.RECEIVABLE)).isEqualTo(20);
        assertThat(accounts.paidMicroUsd(1, 0)).isEqualTo(30);
        assertThat(accounts.receivedMicroUsd(1, 1)).isEqualTo(30);
        assertThat(accounts.balanceMicroUsd(1, accounts.pool(1), Account.RECEIVABLE))
                .isEqualTo(7);
        assertThat(accounts.flowMicroUsd(0, 0, Account.FEES)).isEqualTo(50);
        assertThat(accounts.flowMicroUsd(0, accounts.pool(1), Account.CREDITS)).isEqualTo(20);
        assertThat(accounts.flowMicroUsd(1, accounts.pool(1), Account.FEES)).isEqualTo(-7);
        assertThat(accounts.spentMicroUsd(0)).isEqualTo(37);
    }

    @Test
    void whatCameBeforeTheMeasuresIsNoFlow() {
        accounts.prepay(0, 0, 100);
        accounts.enterPeriod(1);
        accounts.prepay(0, 0, 10);
        accounts.restartMeasures();
        accounts.prepay(0, 0, 1);
        accounts.close();

        assertThat(accounts.paidMicroUsd(0, 0)).isZero();
        assertThat(accounts.paidMicroUsd(1, 0)).isEqualTo(1);
        assertThat(accounts.balanceMicroUsd(1, 0, Account.ADVANCES)).isEqualTo(111);
    }

    /** The state takes its share of the money that the pool was paid. */
    @Test
    void aSharePassesThroughThePool() {
        accounts.charge(0, 0, 100);
        accounts.share(0, 15);
        accounts.close();

        balanced();
        assertThat(accounts.receivedMicroUsd(0, 0)).isEqualTo(85);
        assertThat(accounts.paidMicroUsd(0, 0)).isEqualTo(100);
    }
}
