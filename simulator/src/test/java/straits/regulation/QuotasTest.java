package straits.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The ledger by hand: 100 TPP granted, 70 drawn. */
final class QuotasTest {

    private final Quotas quotas = new Quotas();
    private final int quota = quotas.open(new Quotas.Name("rule", "holder", "malaysia"), 100);

    QuotasTest() {
        quotas.draw(quota, 70);
    }

    private void assertBooks(long granted, long drawn, long left, long withdrawing) {
        assertThat(quotas.grantedTpp(quota)).isEqualTo(granted);
        assertThat(quotas.drawnTpp(quota)).isEqualTo(drawn);
        assertThat(quotas.leftTpp(quota)).isEqualTo(left);
        assertThat(quotas.withdrawingTpp(quota)).isEqualTo(withdrawing);
        assertThat(quotas.balanced()).isTrue();
    }

    @Test
    void whatIsLeftIsWithdrawnAtOnceTheRestWhenItComesBack() {
        quotas.withdraw(quota, 50);
        assertBooks(70, 70, 0, 20);

        quotas.giveBack(quota, 15);
        assertBooks(55, 55, 0, 5);
        quotas.giveBack(quota, 15);
        assertBooks(50, 40, 10, 0);
    }

    @Test
    void whatWasWithdrawnCanBeRestored() {
        quotas.withdraw(quota, 50);
        quotas.giveBack(quota, 15);
        quotas.restore(quota, 50);
        assertBooks(100, 55, 45, 0);
    }

    @Test
    void aNewGrantStandsInForWhatIsStillDrawn() {
        quotas.withdraw(quota, 50);
        quotas.grant(quota, 15);
        assertBooks(85, 70, 15, 20);

        quotas.settle(quota);
        assertBooks(70, 70, 0, 5);
        assertThat(quotas.openedTpp(quota)).isEqualTo(100);
    }

    @Test
    void noMoreCanBeDrawnThanIsLeft() {
        quotas.withdraw(quota, 30);
        assertThatThrownBy(() -> quotas.draw(quota, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 left");
    }

    @Test
    void theQuotaOfAYearRenewsOnNewYearsDay() {
        assertThat(new Quotas.Name("rule", "", "", "2025", "").renews()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(quotas.name(quota).renews()).isNull();
    }

    @Test
    void twentyQuotasAreKeptApart() {
        for (int each = 1; each < 20; each++) {
            assertThat(quotas.open(new Quotas.Name("rule", "h" + each, ""), each))
                    .isEqualTo(each);
            quotas.draw(each, 1);
            quotas.bound(each, 1000 + each);
        }

        for (int each = 1; each < 20; each++) {
            assertThat(quotas.openedTpp(each)).isEqualTo(each);
            assertThat(quotas.drawnTpp(each)).isEqualTo(1);
            assertThat(quotas.leftTpp(each)).isEqualTo(each - 1);
            assertThat(quotas.firstBoundMicros(each)).isEqualTo(1000 + each);
        }
        assertThat(quotas.firstBoundMicros(quota)).isEqualTo(Quotas.NEVER);
        assertBooks(100, 70, 30, 0);
    }

    @Test
    void whatIsGivenBackTwiceIsSeen() {
        quotas.giveBack(quota, 70);
        assertThat(quotas.balanced()).isTrue();

        quotas.giveBack(quota, 1);
        assertThat(quotas.balanced()).isFalse();
    }
}
