package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.inventory.PoolState;

/** Declared against drawn power: a GPU takes a kW, ten stand there, five come on day 5. */
final class DeclaredPowerTest {

    private static Micro world(String site) {
        return Micro.world()
                .with("horizon", "100 days")
                .with("sites", "{johor: {country: malaysia, it_power_limit: {2024-01-01: 100 kW}" + site + "}}")
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: h100, gpus: 5 GPUs, ordered: 2025-01-05, vendor_lead: 1 days}}");
    }

    private static double gpuDaysAdded(String site) {
        return Books.gpuHours(world(site).run(), 0, PoolState.INSTALLED) / 24 - 1000;
    }

    /** 30 kW x 0.4 / 1.2 = 10 kW, and 45 kW give the 15 kW that are wanted, from 1 February, day 31. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | 95",
                ", declared: {demand: {2024-01-01: 40 kW}, drawn_fraction: 1}| 95",
                ", declared: {demand: {2024-01-01: 30 kW}, drawn_fraction: 47 %}| 0",
                ", pue: 1.2, declared: {demand: {2024-01-01: 30 kW, 2025-02-01: 45 kW}, drawn_fraction: 0.4}| 69",
                ", pue: 1.2, declared: {demand: {2024-01-01: 30 kW, 2025-02-01: 44 kW}, drawn_fraction: 0.4}| 0"
            })
    void whatCanBeDrawnLimitsTheSite(String site, int daysOfFive) {
        assertThat(gpuDaysAdded(site == null ? "" : site)).isEqualTo(5 * daysOfFive);
    }

    @Test
    void theItLimitStaysALimit() {
        Micro world = world(", declared: {demand: {2024-01-01: 1 MW}, drawn_fraction: 47 %}")
                .replacing("sites", "2024-01-01: 100 kW", "2024-01-01: 12 kW, 2025-02-01: 15 kW");

        assertThat(Books.gpuHours(world.run(), 0, PoolState.INSTALLED) / 24).isEqualTo(1000 + 5 * 69);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demand: {2024-01-01: 20 kW}, drawn_fraction: 0.47 | found 0.0094 MW at the start; the GPUs installed there draw 0.01 MW",
                "demand: {2025-02-01: 90 kW}, drawn_fraction: 0.47 | must be at or before the start",
                "demand: {2024-01-01: 90 kW}, drawn_fraction: 1.1 | must be",
                "demand: {2024-01-01: 90 kW} | missing"
            })
    void faultsAreNamed(String declared, String part) {
        assertThatThrownBy(() -> world(", declared: {" + declared + "}").load()).hasMessageContaining(part);
    }
}
