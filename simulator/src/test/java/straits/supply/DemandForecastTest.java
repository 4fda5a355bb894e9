package straits.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Holt's linear smoothing against values worked out by hand. */
final class DemandForecastTest {

    private static DemandForecast seen(double levelWeight, double trendWeight, double... counts) {
        DemandForecast forecast = new DemandForecast(levelWeight, trendWeight);
        for (double count : counts) {
            forecast.observe(count);
        }
        return forecast;
    }

    @Test
    void theFirstCountIsTheLevel() {
        assertThat(seen(0.5, 0.5, 10).ahead(4)).isEqualTo(10);
    }

    @Test
    void withFullWeightsItExtendsTheLastStep() {
        assertThat(seen(1, 1, 10, 12, 15).ahead(3)).isEqualTo(15 + 3 * 3);
    }

    /** Level 10; 0.5 x 14 + 0.5 x 10 = 12, trend 0.5 x 2 = 1; 0.5 x 14 + 0.5 x 13 = 13.5, trend 0.5 x 1.5 + 0.5 = 1.25. */
    @Test
    void withHalfWeightsItFollowsByHalves() {
        assertThat(seen(0.5, 0.5, 10, 14, 14).ahead(2)).isCloseTo(13.5 + 2 * 1.25, within(1e-12));
    }

    @Test
    void withoutTrendItIsSimpleSmoothingAndNeverNegative() {
        assertThat(seen(0.5, 0, 10, 20).ahead(9)).isEqualTo(15);
        assertThat(seen(1, 1, 10, 4).ahead(3)).isZero();
    }
}
