package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.LoadedScenario;
import straits.scenario.Pricing;
import straits.scenario.file.Setting;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.World;

/** The short form of h100-glut: a few replications of its three years, and what the fall depends on. */
final class H100GlutTest {

    private static final int REPLICATIONS = 3;

    private static double meanFall(Setting... settings) {
        LoadedScenario loaded = ShippedFiles.scenario("h100-glut", settings);
        World world = new World(new Catalog(loaded.scenario()), "open", loaded.regime("open"));
        double sum = 0;
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            var run = new Simulation(world, new Draw("h100-glut", replication), new LadderQueue()).run();
            UnitResult result = UnitResult.of(new UnitKey(0, "open", replication), run);
            sum += result.answers().value(Answer.H100_PRICE_FALL_FRACTION);
        }
        return sum / REPLICATIONS;
    }

    private static Setting[] ofBoth(String path, String value) {
        List<Setting> settings = new ArrayList<>();
        for (String tenant : List.of("on-demand", "term")) {
            settings.add(new Setting("tenant_classes." + tenant + "." + path, value));
        }
        return settings.toArray(Setting[]::new);
    }

    @Test
    void noPriceIsGivenByDate() {
        ShippedFiles.scenario("h100-glut")
                .scenario()
                .providers()
                .values()
                .forEach(provider -> assertThat(provider.pricing().policy()).isEqualTo(Pricing.UTILISATION));
    }

    /** More than half comes out of fleets and demand; if budgets grew as fast as compute did, less than half would. */
    @Test
    void pricesFallBecauseSupplyOutgrowsBudgets() {
        assertThat(meanFall()).isBetween(0.5, 0.85);
        assertThat(meanFall(ofBoth("arrivals.growth.value", "2.3 per year"))).isBetween(0.1, 0.5);
    }
}
