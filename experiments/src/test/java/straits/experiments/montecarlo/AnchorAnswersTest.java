package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import straits.experiments.montecarlo.Answer.Kind;

/** What the tenant of the question held, paid and missed, by hand. */
final class AnchorAnswersTest {

    private static final String WORLD = Worlds.text("two-tiers.yaml");
    private static final double HOURS = 59 * 24;

    /** 40 GPUs x 240 h, 10 x 744 h, and 5 of two H100e each x 1,416 h. */
    private static final double H100E_HOURS = 9600 + 7440 + 14160;

    private final UnitResult result = Worlds.run(WORLD);

    @Test
    void theBudgetPaysFor614682GpusAroundTheClock() {
        assertThat(value(Answer.BUDGET_BOUND_GPUS)).isEqualTo(614_682);
    }

    @Test
    void aBudgetForAWholeNumberOfGpusIsNotRoundedDown() {
        String exact = Worlds.with(WORLD, "7000 million USD", "34164 USD");
        assertThat(Worlds.run(exact).answers().value(Answer.BUDGET_BOUND_GPUS)).isEqualTo(3);
    }

    @Test
    void holdingsAreTimeAverages() {
        assertThat(value(Answer.ANCHOR_MEAN_H100E)).isCloseTo(H100E_HOURS / HOURS, within(1e-9));
        assertThat(value(Answer.ANCHOR_MEAN_GPUS)).isCloseTo((9600 + 7440 + 7080) / HOURS, within(1e-9));
        assertThat(value(Answer.ANCHOR_PEAK_H100E)).isEqualTo(60);
        assertThat(value(Answer.ANCHOR_FILL_FRACTION)).isCloseTo(H100E_HOURS / HOURS / 614_682, within(1e-15));
    }

    @Test
    void moneyIsExact() {
        assertThat(value(Answer.ANCHOR_GPU_HOURS)).isEqualTo(24_120);
        assertThat(value(Answer.ANCHOR_H100E_HOURS)).isEqualTo(H100E_HOURS);
        assertThat(value(Answer.ANCHOR_SPEND_USD)).isEqualTo(9600 * 3 + 7440 * 2.4 + 7080 * 5);
        assertThat(value(Answer.ANCHOR_COMMITTED_AFTER_HORIZON_USD)).isEqualTo(5 * 5 * 41 * 24);
        assertThat(value(Answer.ANCHOR_PAID_USD_PER_H100E_HOUR)).isCloseTo(82_056 / H100E_HOURS, within(1e-12));
    }

    @Test
    void whoNeedsNothingIsStoppedByNeed() {
        assertThat(value(Answer.ANCHOR_NEED_H100E)).isZero();
        assertThat(result.answers().category(Answer.ANCHOR_BINDING)).isEqualTo("need");
        assertThat(value(Answer.ANCHOR_FIRST_UNMET_DATE)).isInfinite();
    }

    /** Of what it holds for two months, at most 170 - 1 H100e more are free: the rest is a want of chips. */
    @Test
    void whoWantsMoreThanThereIsIsStoppedByChips() {
        UnitResult run = Worlds.run(wanting("1000 H100e"));
        assertThat(run.answers().value(Answer.ANCHOR_PEAK_H100E)).isEqualTo(80 + 50 + 2 * 20);
        assertThat(run.answers().category(Answer.ANCHOR_BINDING)).isEqualTo("chips");
        double day = run.answers().value(Answer.ANCHOR_FIRST_UNMET_DATE);
        assertThat(LocalDate.ofEpochDay((long) day)).isBetween(LocalDate.of(2025, 1, 10), LocalDate.of(2025, 1, 16));
        for (BindingRow row : run.rows().binding()) {
            AnchorShortfall shortfall = row.shortfall();
            double shares = 0;
            for (straits.market.Reason reason : straits.market.Reason.values()) {
                shares += shortfall.fraction(reason);
            }
            assertThat(shares).isCloseTo(1, within(1e-9));
        }
    }

    /** Paying 1 USD for what is offered at 3 and up: 870 of 1,000 unfilled are free, but too dear. */
    @Test
    void whoFindsEverythingTooDearIsStoppedByPrice() {
        String dear = Worlds.with(wanting("150 H100e"), "max_price: 10 USD", "max_price: 1 USD");
        assertThat(Worlds.run(dear).answers().category(Answer.ANCHOR_BINDING)).isEqualTo("price");
    }

    /** 300 USD an hour buy what the first day's leases cost, and about 60 GPUs more at most, of 1,000 wanted. */
    @Test
    void whoRunsOutOfMoneyIsStoppedByMoney() {
        String poor = Worlds.with(wanting("150 H100e"), "7000 million USD", "2.628 million USD");
        UnitResult run = Worlds.run(poor);
        assertThat(run.answers().category(Answer.ANCHOR_BINDING)).isEqualTo("money");
        assertThat(run.answers().value(Answer.ANCHOR_SPEND_USD)).isBetween(300_000.0, 300 * HOURS);
    }

    private static String wanting(String need) {
        return Worlds.with(WORLD, "{2025-01-01: 0 H100e}", "{2025-01-01: " + need + "}");
    }

    @Test
    void fillIsWhatWasInForceAtOrBelowAPrice() {
        assertThat(result.fill())
                .containsExactly(
                        new FillSample(LocalDate.of(2025, 1, 31), 2, 0),
                        new FillSample(LocalDate.of(2025, 1, 31), 2.5, 20),
                        new FillSample(LocalDate.of(2025, 1, 31), 3, 60),
                        new FillSample(LocalDate.of(2025, 2, 28), 2, 0),
                        new FillSample(LocalDate.of(2025, 2, 28), 2.5, 20),
                        new FillSample(LocalDate.of(2025, 2, 28), 3, 60));
    }

    @Test
    void withoutAQuestionThereAreOnlyAnswersOfTheMarket() {
        int from = WORLD.indexOf("question:");
        String unasked = WORLD.substring(0, from) + WORLD.substring(WORLD.indexOf("chips:"));
        UnitResult run = Worlds.run(unasked);
        for (Answer answer : Answer.values()) {
            boolean anchor = answer.key().startsWith("anchor_") || answer == Answer.BUDGET_BOUND_GPUS;
            if (anchor) {
                assertThat(run.answers().missing(answer)).as(answer.key()).isTrue();
            }
        }
        assertThat(run.fill()).isEmpty();
        assertThat(run.answers().value(Answer.MARKET_MEAN_H100E)).isEqualTo(value(Answer.MARKET_MEAN_H100E));
    }

    @Test
    void aFailedRunHasNoAnswerAndOneLine() {
        UnitResult failed = UnitResult.failed(Worlds.KEY, "the ledger\n  does not balance");
        assertThat(failed.ok()).isFalse();
        assertThat(failed.stopReason()).isEqualTo("the ledger does not balance");
        for (Answer answer : Answer.values()) {
            assertThat(failed.answers().missing(answer)).isTrue();
        }
    }

    @Test
    void ratiosCarryTheirWeightAndOthersNone() {
        assertThat(result.answers().weight(Answer.ANCHOR_PAID_USD_PER_H100E_HOUR))
                .isEqualTo(H100E_HOURS);
        for (Answer answer : Answer.values()) {
            if (answer.kind() != Kind.RATIO) {
                assertThat(result.answers().weight(answer)).as(answer.key()).isZero();
            }
        }
    }

    private double value(Answer answer) {
        return result.answers().value(answer);
    }
}
