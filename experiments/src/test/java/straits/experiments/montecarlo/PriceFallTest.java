package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The fall of the price of an H100, in worlds whose prices are given. */
final class PriceFallTest {

    private static double fall(String schedule, String fleet) {
        return Worlds.run("""
                schema_version: 1
                name: fall
                title: Prices by date
                start: 2025-01-01
                horizon: 120 days
                chips:
                  h100: {generation: any, tpp: 1 TPP, h100e_training: 1 H100e per GPU, h100e_inference: 1 H100e per GPU, it_power: 1 kW}
                  b200: {generation: any, tpp: 1 TPP, h100e_training: 2 H100e per GPU, h100e_inference: 2 H100e per GPU, it_power: 1 kW}
                countries:
                  malaysia: {iso: MY, region: asia, electricity_price: {2025-01-01: 0.1 USD per kWh}}
                sites:
                  johor: {country: malaysia, it_power_limit: {2025-01-01: 1 MW}}
                providers:
                  big: {home: MY, owner_class: local, offers: {h100: {on_demand: 9 USD per GPU-hour}}, fleet: [FLEET],
                    pricing: {policy: schedule, schedule: {h100: {SCHEDULE}}}}
                  small: {home: MY, owner_class: local, offers: {h100: {on_demand: 4 USD per GPU-hour}, b200: {on_demand: 1 USD per GPU-hour}},
                    fleet: [{site: johor, chip: h100, installed: 10 GPUs}, {site: johor, chip: b200, installed: 500 GPUs}]}
                own_regimes:
                  open: {title: No rules}
                regimes: [open]
                reference_regime: open
                """.replace("FLEET", fleet).replace("SCHEDULE", schedule))
                .answers()
                .value(Answer.H100_PRICE_FALL_FRACTION);
    }

    /** Thirty at 4, 8, 2 and 6 USD by month beside ten at 4: means of 4, 7, 2.5 and 5.5. */
    @Test
    void fromTheHighestMonthToTheLowestAfterIt() {
        String fleet = "{site: johor, chip: h100, installed: 30 GPUs}";
        String prices =
                "2025-01-01: 4 USD per GPU-hour, 2025-02-01: 8 USD per GPU-hour, 2025-03-01: 2 USD per GPU-hour, 2025-04-01: 6 USD per GPU-hour";

        assertThat(fall(prices, fleet)).isCloseTo((7 - 2.5) / 7, within(1e-9));
        assertThat(fall("2025-01-01: 4 USD per GPU-hour, 2025-03-01: 8 USD per GPU-hour", fleet))
                .isZero();
    }

    @Test
    void poolsWithoutGpusHaveNoPrice() {
        String fleet = "{site: johor, chip: h100, installed: 30 GPUs, rentable_fraction: 0}";

        assertThat(fall("2025-01-01: 9 USD per GPU-hour, 2025-02-01: 1 USD per GPU-hour", fleet))
                .isZero();
    }
}
