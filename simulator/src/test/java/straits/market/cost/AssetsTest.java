package straits.market.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import straits.catalog.Catalog;
import straits.market.inventory.Installation;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.units.SimTime;

/** Books of a provider: 10,000 USD a GPU, written off over ten years; halls left out. */
final class AssetsTest {

    private static final Offset<Double> CENT = within(0.01);
    private static final long YEAR = 365 * SimTime.MICROS_PER_DAY;

    private static final Catalog CATALOG = new Catalog(ScenarioReader.read("assets.yaml", """
                    schema_version: 1
                    name: assets
                    title: Books
                    start: 2025-01-01
                    horizon: 5 years
                    chips:
                      h100: {generation: any, tpp: 1 TPP, h100e_training: 1 H100e per GPU, h100e_inference: 1 H100e per GPU, it_power: 1 kW, purchase_price: 10000 USD}
                    countries:
                      malaysia: {iso: MY, region: asia, electricity_price: {2025-01-01: 0.1 USD per kWh}}
                    sites:
                      johor: {country: malaysia, it_power_limit: {2025-01-01: 1 MW}}
                    providers:
                      cloud: {home: MY, owner_class: local, cost: {capital: 10 %, lifetime: 10 years, fleet_age: 2 years},
                        offers: {h100: {on_demand: 4 USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: 30 GPUs}]}
                    own_regimes:
                      open: {title: No rules}
                    regimes: [open]
                    reference_regime: open
                    """, RegimeLibrary.NONE)
            .orThrow()
            .scenario());

    private static Assets assets(Installation... all) {
        return new Assets(CATALOG, List.of(all));
    }

    private static Installation at(double years, int gpus) {
        return new Installation(0, gpus, Math.round(years * YEAR));
    }

    @Test
    void theOldestRetireFirstAndWhatTheyWereWorthIsWrittenOff() {
        Assets assets = assets(at(0, 30), at(1, 10), at(2, -30));

        assertThat(assets.bookUsd(0, 2 * YEAR)).isCloseTo(30 * 6_000 + 10 * 9_000, CENT);
        assertThat(assets.bookUsd(0, 2 * YEAR + 1)).isCloseTo(10 * 9_000, CENT);
        assertThat(assets.depreciationUsd(0, YEAR + 1, 3 * YEAR)).isCloseTo(30 * 7_000 + 10 * 2_000, CENT);
        assertThat(assets.bookUsd(0, 3 * YEAR)).isCloseTo(10 * 8_000, CENT);
    }

    @Test
    void onlyWhatComesDuringTheRunIsPaidForInIt() {
        Assets assets = assets(at(0, 30), at(1, 10), at(2, -30));

        assertThat(assets.purchasesUsd(0, 0, YEAR)).isZero();
        assertThat(assets.purchasesUsd(0, YEAR, 3 * YEAR)).isEqualTo(100_000);
    }

    @Test
    void capitalCostsTheRateOnTheMeanBookValue() {
        assertThat(assets(at(0, 30)).capitalUsd(0, 0, YEAR)).isCloseTo(0.1 * 30 * (8_000 + 7_000) / 2.0, CENT);
    }
}
