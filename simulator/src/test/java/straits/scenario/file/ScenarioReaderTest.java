package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(small.arrivals().rate().value()).isEqualTo(12);
        assertThat(small.duration()).isEqualTo(new Distribution.Exponential(Quantity.of(1)));
        assertThat(small.size()).isEqualTo(new Distribution.Constant(Quantity.of(1)));
        assertThat(loaded.regimes().keySet()).containsExactly("open");
    }

    @Test
    void fillsInDefaultsAndSaysSo() {
        TenantClass small = Worlds.get(Worlds.load(Worlds.S01).scenario().tenantClasses(), "small");
        assertThat(small.arrivals().growth()).isEqualTo(new Quantity(1, Source.DEFAULT));
        assertThat(small.choice().scale()).isEqualTo(new Quantity(1, Source.DEFAULT));
        assertThat(small.patience()).isEqualTo(new Distribution.Constant(new Quantity(0, Source.DEFAULT)));
    }
}
