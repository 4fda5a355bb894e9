package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import straits.scenario.Distribution;
import straits.scenario.LoadedScenario;
import straits.scenario.Market;
import straits.scenario.Quantity;
import straits.scenario.Scenario;
import straits.scenario.Source;
import straits.scenario.TenantClass;

final class ScenarioReaderTest {

    @Test
    void readsTheSmallestWorld() {
        LoadedScenario loaded = Worlds.load(Worlds.S01);
        Scenario scenario = loaded.scenario();
        assertThat(scenario.horizon().value()).isEqualTo(960);
        assertThat(scenario.market().waiting()).isEqualTo(Market.Waiting.LOST);
        assertThat(Worlds.get(scenario.providers(), "cloud")
                        .fleet()
                        .get(0)
                        .installed()
                        .value())
                .isEqualTo(20);
        TenantClass small = Worlds.get(scenario.tenantClasses(), "small");
        assertThat(Objects.requireNonNull(small.arrivals()).rate().value()).isEqualTo(12);
        assertThat(small.duration()).isEqualTo(new Distribution.Exponential(Quantity.of(1)));
        assertThat(small.size()).isEqualTo(new Distribution.Constant(Quantity.of(1)));
        assertThat(loaded.regimes().keySet()).containsExactly("open");
    }

    @Test
    void fillsInDefaultsAndSaysSo() {
        TenantClass small = Worlds.get(Worlds.load(Worlds.S01).scenario().tenantClasses(), "small");
        assertThat(Objects.requireNonNull(small.arrivals()).growth()).isEqualTo(new Quantity(1, Source.DEFAULT));
        assertThat(small.choice().scale()).isEqualTo(new Quantity(1, Source.DEFAULT));
        assertThat(small.patience()).isEqualTo(new Distribution.Constant(new Quantity(0, Source.DEFAULT)));
    }

    /** An anchor's own list of chips has the name of the section that an opening lease refers to. */
    @Test
    void aListOfKeysIsNotTheSectionTheyComeFrom() {
        String anchors = """

                anchors:
                  lab:
                    home: MY
                    %s
                    budget: 1 USD
                    max_price: 1 USD per H100e-hour
                    need: {2025-01-01: 0 H100e}
                    opening: [{provider: cloud, site: johor, chip: %s, gpus: 1 GPUs, remaining: 1 h, price: 0 USD per GPU-hour}]

                own_regimes:""";
        for (String accepted : List.of("on_demand: true", "chips: [h100]")) {
            String known = Worlds.with(Worlds.S01, "\nown_regimes:", anchors.formatted(accepted, "h100"));
            assertThat(Worlds.load(known).scenario().anchors()).containsOnlyKeys("lab");
            String unknown = Worlds.with(Worlds.S01, "\nown_regimes:", anchors.formatted(accepted, "h10"));
            assertThatThrownBy(() -> Worlds.load(unknown)).hasMessageContaining("unknown chip \"h10\"");
        }
    }
}
