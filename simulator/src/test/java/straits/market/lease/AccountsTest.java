package straits.market.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** What pairs owe one another is kept apart, and no account of anybody else moves. */
    @Test
    void eachPairSettlesForItself() {
        accounts.fee(0, 1, 50);
        accounts.fee(1, 2, 3);
        accounts.credit(1, 2, 20);
        accounts.credit(1, 0, 400);
        accounts.enterPeriod(1);
        accounts.close();

        balanced();
        assertThat(paid(1)).containsExactly(50, 3 - 420);
        assertThat(received(1)).containsExactly(-400, 50, 3 - 20);
        for (int party : new int[] {0, 1, accounts.pool(0), accounts.pool(1), accounts.pool(2)}) {
            assertThat(accounts.balanceMicroUsd(1, party, Account.PAYABLE)).isZero();
            assertThat(accounts.balanceMicroUsd(1, party, Account.RECEIVABLE)).isZero();
        }
        assertThat(accounts.balanceMicroUsd(1, 0, Account.CREDITS)).isZero();
        assertThat(accounts.balanceMicroUsd(1, 1, Account.FEES)).isEqualTo(3);
        assertThat(accounts.balanceMicroUsd(1, accounts.pool(0), Account.FEES)).isZero();
    }

    private long[] paid(int period) {
        return new long[] {accounts.paidMicroUsd(period, 0), accounts.paidMicroUsd(period, 1)};
    }

    private long[] received(int period) {
        return new long[] {
            accounts.receivedMicroUsd(period, 0),
            accounts.receivedMicroUsd(period, 1),
            accounts.receivedMicroUsd(period, 2)
        };
    }

    @Test
    void whatIsUsedEarnedAndSharedIsKeptByMonth() {
        accounts.charge(1, 2, 100);
        accounts.share(2, 15);
        accounts.enterPeriod(1);
        accounts.charge(1, 2, 7);
        accounts.share(2, 2);
        accounts.close();

        balanced();
        assertThat(accounts.usedMicroUsd(0, 1)).isEqualTo(100);
        assertThat(accounts.usedMicroUsd(1, 1)).isEqualTo(7);
        assertThat(accounts.usedMicroUsd(0, 0)).isZero();
        assertThat(accounts.earnedMicroUsd(0, 2)).isEqualTo(100);
        assertThat(accounts.earnedMicroUsd(1, 2)).isEqualTo(7);
        assertThat(accounts.earnedMicroUsd(0, 0)).isZero();
        assertThat(accounts.sharedMicroUsd(0, 2)).isEqualTo(15);
        assertThat(accounts.sharedMicroUsd(1, 2)).isEqualTo(2);
        assertThat(accounts.sharedMicroUsd(0, 0)).isZero();
        assertThat(received(0)).containsExactly(0, 0, 85);
    }

    @Test
    void aMonthToComeIsEmpty() {
        accounts.prepay(0, 0, 100);

        assertThat(accounts.balanceMicroUsd(1, 0, Account.ADVANCES)).isZero();
        assertThat(accounts.paidMicroUsd(1, 0)).isZero();
    }

    /** An entry that only one of two parties makes, at the first party and at the last. */
    @ParameterizedTest
    @CsvSource({"0, ADVANCES", "4, ADVANCES", "0, PAYABLE", "4, PAYABLE", "0, RECEIVABLE", "4, RECEIVABLE"})
    void anEntryThatIsNotMirroredIsSeen(int party, Account account) {
        accounts.ledger().post(2 + 3 + party * Account.values().length + account.ordinal(), 0, 5);

        assertThat(accounts.ledger().imbalanceMicroUsd()).isZero();
        assertThat(accounts.mirrored()).isFalse();
    }
}
