package straits.market.spot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import straits.scenario.SpotSale.Mechanism;

/** Clearings worked out by hand, in whole micro-USD. */
final class SpotMechanismsTest {

    private static final Ask TEN_FROM_50 = new Ask(50, 10);

    private static Bid waiting(long microUsd, int gpus) {
        return new Bid(microUsd, gpus, Bid.WAITING);
    }

    private static Clearing clear(Mechanism mechanism, List<Ask> asks, Bid... bids) {
        return SpotMechanisms.of(mechanism).clear(asks, List.of(bids));
    }

    private static List<Integer> filled(Clearing clearing) {
        return clearing.filled().stream().boxed().toList();
    }

    @Test
    void allPayTheHighestBidThatIsNotFilled() {
        Clearing clearing = clear(
                Mechanism.UNIFORM_PRICE,
                List.of(TEN_FROM_50),
                waiting(300, 4),
                waiting(200, 6),
                waiting(120, 1),
                waiting(90, 3));
        assertThat(filled(clearing)).containsExactly(0, 1);
        assertThat(clearing.microUsd()).isEqualTo(120);
        assertThat(clearing.entryMicroUsd()).containsExactly(120L);
    }

    @Test
    void allPayTheReserveWhereEverybodyFits() {
        Clearing clearing =
                clear(Mechanism.UNIFORM_PRICE, List.of(TEN_FROM_50), waiting(300, 4), waiting(60, 6), waiting(49, 1));
        assertThat(filled(clearing)).containsExactly(0, 1);
        assertThat(clearing.microUsd()).isEqualTo(50);
    }

    /** The second does not fit whole and sets the price; the third would fit, but would pay more than it bids. */
    @Test
    void whoBidsLessThanAnUnfilledBidIsNotFilledAtOnePrice() {
        Clearing clearing = clear(
                Mechanism.UNIFORM_PRICE,
                List.of(TEN_FROM_50),
                waiting(300, 5),
                waiting(200, 6),
                waiting(200, 5),
                waiting(100, 4));
        assertThat(filled(clearing)).containsExactly(0, 2);
        assertThat(clearing.microUsd()).isEqualTo(200);
    }

    @Test
    void eachPaysItsBidAndSmallerOnesFillTheRest() {
        Clearing clearing = clear(
                Mechanism.PAY_AS_BID,
                List.of(TEN_FROM_50),
                waiting(300, 5),
                waiting(200, 6),
                waiting(100, 4),
                waiting(49, 1));
        assertThat(filled(clearing)).containsExactly(0, 2);
        assertThat(clearing.microUsd()).isEqualTo(100);
        assertThat(clearing.entryMicroUsd()).containsExactly(50L);
        assertThat(SpotMechanisms.of(Mechanism.PAY_AS_BID).chargeMicroUsd(100, 300))
                .isEqualTo(300);
    }

    /** Asks 4 at 10, 4 at 30 and 4 at 60 meet 4 at 100, 3 at 50 and 4 at 40: the last to trade are 50 and 30. */
    @Test
    void asksMeetBidsAtTheMidpoint() {
        Clearing clearing = clear(
                Mechanism.DOUBLE_AUCTION,
                List.of(new Ask(60, 4), new Ask(10, 4), new Ask(30, 4)),
                waiting(100, 4),
                waiting(50, 3),
                waiting(40, 4));
        assertThat(clearing.microUsd()).isEqualTo(40);
        assertThat(filled(clearing)).containsExactly(0, 1);
        assertThat(clearing.entryMicroUsd()).containsExactly(Long.MAX_VALUE, 40L, 40L);
    }

    /** The dear pool sells nothing at (100 + 10) / 2 = 55, so that the lease in it ends although its bid trades. */
    @Test
    void whoRunsWhereTheAskIsAboveThePriceIsTurnedOut() {
        Clearing clearing =
                clear(Mechanism.DOUBLE_AUCTION, List.of(new Ask(60, 4), new Ask(10, 4)), new Bid(100, 4, 0));
        assertThat(clearing.microUsd()).isEqualTo(55);
        assertThat(clearing.filled().isEmpty()).isTrue();
    }

    @Test
    void withoutATradeTheLowestAskStands() {
        Clearing clearing = clear(Mechanism.DOUBLE_AUCTION, List.of(new Ask(60, 4), new Ask(10, 4)), waiting(9, 1));
        assertThat(clearing.microUsd()).isEqualTo(10);
        assertThat(clearing.filled().isEmpty()).isTrue();
        assertThat(clearing.entryMicroUsd()).containsExactly(Long.MAX_VALUE, 10L);
    }

    /** Whatever the bids: no more than there is, nobody below the price it pays, nobody left out who bids more than one filled. */
    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void noClearingSellsMoreThanThereIsOrAboveABid(Mechanism name) {
        SpotMechanism mechanism = SpotMechanisms.of(name);
        Random random = new Random(7);
        for (int trial = 0; trial < 2000; trial++) {
            List<Ask> asks = random.ints(mechanism.manySellers() ? 3 : 1, 1, 9)
                    .mapToObj(gpus -> new Ask(random.nextInt(100), gpus))
                    .toList();
            List<Bid> bids = random.ints(12, 0, 120)
                    .boxed()
                    .sorted(java.util.Comparator.reverseOrder())
                    .map(bid -> waiting(bid, 1 + random.nextInt(4)))
                    .toList();
            Clearing clearing = mechanism.clear(asks, bids);
            int sold = clearing.filled().stream()
                    .map(each -> bids.get(each).gpus())
                    .sum();
            assertThat(sold)
                    .isLessThanOrEqualTo(asks.stream().mapToInt(Ask::gpus).sum());
            clearing.filled().stream()
                    .mapToObj(bids::get)
                    .forEach(bid -> assertThat(mechanism.chargeMicroUsd(clearing.microUsd(), bid.microUsd()))
                            .isLessThanOrEqualTo(bid.microUsd()));
            assertThat(clearing.microUsd())
                    .isGreaterThanOrEqualTo(
                            asks.stream().mapToLong(Ask::microUsd).min().orElse(0));
        }
    }
}
