package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.NegotiationRow;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/** What the log and the table tell of the negotiations of the textbook's alternating offers. */
final class NegotiationLogTest {

    private static final Path FILE = Path.of("scenarios/textbook/rubinstein.yaml");
    private static final UnitKey UNIT = new UnitKey(0, "open", 0);

    private static LoadedScenario loaded() throws Exception {
        return ScenarioReader.read(FILE.toString(), Files.readString(FILE), RegimeLibrary.NONE)
                .orThrow();
    }

    private static Simulation simulation(LoadedScenario loaded, Catalog catalog) {
        return new Simulation(new World(catalog, "open", loaded.regime("open")), new Draw("1", 0), new LadderQueue());
    }

    @Test
    void everyNegotiationIsARowOfTheLog(@TempDir Path folder) throws Exception {
        LoadedScenario loaded = loaded();
        Catalog catalog = new Catalog(loaded.scenario());
        try (RunLog log = new RunLog(folder, EnumSet.of(LogKind.NEGOTIATIONS), UNIT, catalog, loaded.regime("open"))) {
            simulation(loaded, catalog).run(log);
        }
        List<String> rows = Files.readAllLines(folder.resolve("negotiations.csv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .startsWith("point,regime,replication,tenant,pool,opened_time,ended_time,rounds,outcome,");
        assertThat(rows.get(1))
                .startsWith("0,open,0,rounds-of-4-days,cloud/johor/h100,2025-01-0")
                .endsWith(",1,agreed,1000,1000,8760.0,3.0,2.4,1.2,,1.599562");
    }

    /** 1,000 GPUs for a year at 3 USD by list, and at 1.599562 as agreed with the tenant of short rounds. */
    @Test
    void theTableSaysWhatBargainingGained() throws Exception {
        LoadedScenario loaded = loaded();
        Snapshot run = simulation(loaded, new Catalog(loaded.scenario())).run();
        UnitResult result = UnitResult.of(UNIT, run);
        assertThat(result.rows().bargaining()).hasSize(3);
        NegotiationRow row = result.rows().bargaining().get(0);
        assertThat(row.tenant()).isEqualTo("rounds-of-4-days");
        assertThat(row.meanRounds()).isEqualTo(1);
        assertThat(row.savedUsd()).isCloseTo(8_760_000 * (3 - 1.599562), within(0.01));
        assertThat(row.tenantGainUsd() + row.providerGainUsd()).isCloseTo(8_760_000 * 1.2, within(0.01));
    }

    /** Of 3,000 GPUs for 90 days all are rentable while they are held: 86.8 % leased, not 96.9 %. */
    @Test
    void heldGpusAreRentableAndIdle() throws Exception {
        LoadedScenario loaded = loaded();
        UnitResult result = UnitResult.of(
                UNIT, simulation(loaded, new Catalog(loaded.scenario())).run());
        double leased = result.answers().value(Answer.MARKET_MEAN_H100E);
        assertThat(result.answers().value(Answer.MARKET_UTILISATION_FRACTION)).isCloseTo(leased / 3000, within(1e-9));
    }
}
