package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Volume, prices, demand not served and concentration of a market, by hand. */
final class MarketAnswersTest {

    private static final String WORLD = Worlds.text("two-tiers.yaml");
    private static final double HOURS = 59 * 24;

    private final Answers answers = Worlds.run(WORLD).answers();

    @Test
    void volume() {
        assertThat(answers.value(Answer.MARKET_MEAN_H100E)).isCloseTo(31_200 / HOURS, within(1e-9));
        assertThat(answers.value(Answer.MARKET_UTILISATION_FRACTION)).isCloseTo(24_120 / (150 * HOURS), within(1e-12));
        assertThat(answers.value(Answer.MARKET_PAID_USD_PER_H100E_HOUR)).isCloseTo(82_056.0 / 31_200, within(1e-12));
    }

    @Test
    void concentration() {
        double cloud = 100 * 28_800.0 / 82_056;
        assertThat(answers.value(Answer.GATEKEEPER_SHARE_FRACTION)).isCloseTo(cloud / 100, within(1e-12));
        assertThat(answers.value(Answer.HHI_REVENUE))
                .isCloseTo(cloud * cloud + (100 - cloud) * (100 - cloud), within(1e-9));
    }

    /** Only the H100 was sold by both: 2.40 against 3.00. */
    @Test
    void tierPriceGap() {
        assertThat(answers.value(Answer.TIER_PRICE_GAP_FRACTION)).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void withoutSalesOfBothTiersThereIsNoGap() {
        PriceGap gap = new PriceGap(2);
        gap.sold(0, false, true, 10, 10);
        gap.sold(0, true, false, 10, 10);
        gap.sold(1, false, false, 10, 10);
        assertThat(gap.weightedMean()).isNaN();
    }

    /** +100 % with weight 3, -50 % with weight 5. */
    @Test
    void gapsWeighByGpuHoursOfBoth() {
        PriceGap gap = new PriceGap(2);
        gap.sold(0, false, true, 1, 1);
        gap.sold(0, false, false, 4, 2);
        gap.sold(1, true, true, 8, 4);
        gap.sold(1, true, false, 1, 1);
        assertThat(gap.weightedMean()).isCloseTo((3 * 1 + 5 * -0.5) / 8, within(1e-12));
    }

    /** One event per hour boundary inside each lease. */
    @Test
    void gpuHourEvents() {
        assertThat(answers.value(Answer.GPU_HOUR_EVENTS)).isEqualTo(239 + 743 + 1415);
        assertThat(answers.value(Answer.EVENTS)).isGreaterThan(239 + 743 + 1415);
    }

    /** Nobody pays 0.5 USD for what costs 3, so every request is refused; each asks for 2 H100e for 10 h. */
    @Test
    void requestsThatAreRefused() {
        UnitResult run = Worlds.run(withClass("0.5 USD"));
        assertThat(run.answers().value(Answer.REFUSED_REQUESTS_FRACTION)).isEqualTo(1);
        double requests = run.answers().weight(Answer.REFUSED_REQUESTS_FRACTION);
        assertThat(requests).isBetween(1200.0, 1630.0);
        assertThat(run.rows().unmet()).hasSize(2).allMatch(row -> row.outcome().equals("too_expensive"));
        assertThat(run.rows().unmet().stream().mapToLong(UnmetRow::requests).sum())
                .isEqualTo((long) requests);
        double unmet = run.answers().value(Answer.UNMET_H100E_HOURS);
        assertThat(unmet).isBetween(20 * (requests - 20), 20 * requests);
        assertThat(run.rows().unmet().stream().mapToDouble(UnmetRow::h100eHours).sum())
                .isCloseTo(unmet, within(1e-6));
    }

    /** About 20 of 95 free GPUs are used by requests for 2 GPUs for 10 h once an hour. */
    @Test
    void requestsThatAreServed() {
        UnitResult run = Worlds.run(withClass("5 USD"));
        assertThat(run.answers().value(Answer.REFUSED_REQUESTS_FRACTION)).isZero();
        assertThat(run.answers().value(Answer.UNMET_H100E_HOURS)).isZero();
        assertThat(run.rows().unmet()).isEmpty();
    }

    @Test
    void withoutRequestsThereIsNoShareOfThem() {
        assertThat(answers.missing(Answer.REFUSED_REQUESTS_FRACTION)).isTrue();
    }

    static String withClass(String willingness) {
        return Worlds.with(WORLD, "\nanchors:", """

                tenant_classes:
                  small:
                    home: MY
                    arrivals: {rate: 1 per hour}
                    size: 2 H100e
                    duration: 10 h
                    willingness: %s per H100e-hour

                anchors:""".formatted(willingness));
    }
}
