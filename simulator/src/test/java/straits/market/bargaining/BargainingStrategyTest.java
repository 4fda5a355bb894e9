package straits.market.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BargainingStrategyTest {

    private static final double NOBODY = Double.POSITIVE_INFINITY;

    private static final AlternatingOffers OFFERS = new AlternatingOffers();
    private static final EqualSplit SPLIT = new EqualSplit();
    private static final SealedBids BIDS = new SealedBids(0, 1);

    private static Sides known(double limit, double floor, double outside) {
        return Sides.informed(limit, floor, outside, 0.9, 0.8);
    }

    /** m = (1 - 0.8) / (1 - 0.72) = 5/7: the tenant offers 1 + 2/7, the provider would offer 1 + 1 - 0.9 x 5/7 = 1 + 5/14. */
    @Test
    void whoKnowsEverythingAgreesAtOnceOnRubinsteinsPrice() {
        Sides sides = known(2, 1, NOBODY);
        assertThat(OFFERS.begins(sides)).isTrue();
        assertThat(OFFERS.price(sides, 1)).isCloseTo(1 + 2.0 / 7, within(1e-12));
        assertThat(OFFERS.price(sides, 2)).isCloseTo(1 + 5.0 / 14, within(1e-12));
    }

    /** An outside option above the provider's offer of 1.357 changes nothing; one of 1.1 gives the tenant 0.9 and 1 - 0.8 x 0.1. */
    @ParameterizedTest
    @CsvSource({"1.36, 1.285714285714, 1.357142857143", "1.1, 1.08, 1.1", "1, 1, 1"})
    void outsideOptionsCountIfTheyAreBetterThanWaiting(double outside, double first, double second) {
        Sides sides = known(2, 1, outside);
        assertThat(OFFERS.price(sides, 1)).isCloseTo(first, within(1e-11));
        assertThat(OFFERS.price(sides, 2)).isCloseTo(second, within(1e-11));
    }

    @Test
    void nobodySitsDownWhereThereIsNothingToGain() {
        for (BargainingStrategy strategy : new BargainingStrategy[] {OFFERS, SPLIT}) {
            assertThat(strategy.begins(known(1, 1.1, NOBODY))).isFalse();
            assertThat(strategy.begins(known(2, 1.1, 1))).isFalse();
            assertThat(strategy.begins(known(1, 1, 1))).isTrue();
            assertThat(strategy.price(known(1, 1, NOBODY), 1)).isEqualTo(1);
        }
        assertThat(known(2, 1.1, 1).outbid()).isTrue();
        assertThat(known(1, 1.1, NOBODY).outbid()).isFalse();
    }

    @Test
    void theSurplusIsSplitUnlessOthersTakeLess() {
        assertThat(SPLIT.price(known(2, 1, NOBODY), 1)).isEqualTo(1.5);
        assertThat(SPLIT.price(known(2, 1, 1.2), 1)).isEqualTo(1.2);
        assertThat(SPLIT.price(known(1, 2, NOBODY), 1)).isNaN();
    }

    /** v = 0.8 and c = 0.2 bid 0.61667 and ask 0.38333. Trade needs v >= c + 1/4. */
    @Test
    void sealedBidsMeetAtTheMidPoint() {
        assertThat(BIDS.price(known(0.8, 0.2, NOBODY), 1)).isCloseTo(0.5, within(1e-12));
        assertThat(BIDS.price(known(0.5, 0.3, NOBODY), 1)).isNaN();
        assertThat(BIDS.price(known(0.5, 0.2499, NOBODY), 1)).isCloseTo(0.4166333333, within(1e-9));
        assertThat(new SealedBids(1, 3).price(known(2.6, 1.4, NOBODY), 1)).isCloseTo(2, within(1e-12));
    }

    /** A value of 2 would bid 1.417, more than anybody asks; a cost of 0.95 would ask 0.883: both stay within their own value. */
    @Test
    void nobodyBidsWhatItWouldRegret() {
        assertThat(BIDS.price(known(2, 0.95, NOBODY), 1)).isBetween(0.95, 2.0);
        assertThat(BIDS.price(known(0.05, 0, NOBODY), 1)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.9, 1, 1.1, 1.4})
    void whoMisjudgesTheOtherComesToAPriceBetweenTheValuesInTheEnd(double misjudged) {
        Sides sides = new Sides(2, 1, 2 * misjudged, misjudged, NOBODY, 0.99, 0.98);
        int round = 1;
        while (Double.isNaN(OFFERS.price(sides, round)) && round < 60) {
            round++;
        }
        assertThat(round).isLessThan(60);
        assertThat(OFFERS.price(sides, round)).isBetween(1.0, 2.0);
    }

    /** The tenant takes the provider for one that gives way at 0.5 and offers too little; both concede until they meet. */
    @Test
    void anOptimisticTenantIsRefusedAtFirst() {
        Sides sides = new Sides(2, 1, 2, 0.5, NOBODY, 0.99, 0.98);
        assertThat(OFFERS.price(sides, 1)).isNaN();
        assertThat(OFFERS.price(new Sides(2, 1, 2, 1, NOBODY, 0.99, 0.98), 1)).isNotNaN();
    }

    /** Without a price that suits both, no concession brings them together. */
    @Test
    void misjudgementMakesNoSurplus() {
        Sides sides = new Sides(1, 1.2, 1.5, 0.9, NOBODY, 0.99, 0.98);
        assertThat(OFFERS.begins(sides)).isTrue();
        for (int round = 1; round < 100; round++) {
            assertThat(OFFERS.price(sides, round)).isNaN();
        }
    }
}
