package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.experiments.montecarlo.UnitKey;
import straits.scenario.Regime;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.World;

/** What the log tells of licences that were granted with conditions, suspended, revoked, have run out, or never were. */
final class LicenceLogTest {

    private static final String REGIME = """
            title: Licences
            rules:
              hardware: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: usual}
            desk:
              review_classes:
                usual:
                  review_time: 10 days
                  approve: APPROVE
                  conditional: 1
                  conditions: [no-resale, reports]
                  licence: {LICENCE}
            """;

    private static String row(Path folder, String approve, String licence) throws Exception {
        Regime regime = ScenarioReader.readRegime(
                        "licences", REGIME.replace("APPROVE", approve).replace("LICENCE", licence))
                .orThrow();
        Catalog catalog = new Catalog(TestScenarios.withDelivery());
        try (RunLog log =
                new RunLog(folder, EnumSet.of(LogKind.LICENCES), new UnitKey(0, "licences", 0), catalog, regime)) {
            new Simulation(new World(catalog, "licences", regime), new Draw("7", 0), new LadderQueue()).run(log);
        }
        return Files.readAllLines(folder.resolve("licences.csv")).get(1);
    }

    @Test
    void aLicenceIsToldWithItsQuotaAndConditions(@TempDir Path folder) throws Exception {
        assertThat(row(folder, "1", ""))
                .isEqualTo("0,licences,0,0,delivery,to-johor,usual,0,2025-01-01T00:00:00.000000Z,"
                        + "2025-01-11T00:00:00.000000Z,approved_with_conditions,0,active,158320,158320,0,"
                        + "no-resale reports,,,");
    }

    @Test
    void itsEndAndItsRevocationAreDated(@TempDir Path folder) throws Exception {
        String licence = "validity: 1 years, audits: {dates: [2025-01-21], revoke: 1}";
        assertThat(row(folder, "1", licence))
                .endsWith(",0,revoked,158320,0,0,no-resale reports,2026-01-11T00:00:00.000000Z,,"
                        + "2025-01-21T00:00:00.000000Z");
    }

    @Test
    void aSuspensionIsDated(@TempDir Path folder) throws Exception {
        String licence = "audits: {dates: [2025-01-21], suspend: 1, suspension: 1 years}";
        assertThat(row(folder, "1", licence))
                .endsWith(",0,suspended,158320,0,0,no-resale reports,,2025-01-21T00:00:00.000000Z,");
    }

    @Test
    void withoutLicenceThereIsNothingToTell(@TempDir Path folder) throws Exception {
        assertThat(row(folder, "0", "")).endsWith(",returned,,,,,,,,,");
    }
}
