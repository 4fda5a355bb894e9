package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.scenario.LoadedScenario;

final class ScenarioDraftTest {

    private static final String RICH = Worlds.text("rich.yaml");
    private static final String CANONICAL = ScenarioWriter.text(read(RICH, List.of()));

    private static LoadedScenario read(String text, List<Setting> settings) {
        return ScenarioReader.read("rich.yaml", text, RegimeLibrary.NONE, settings)
                .orThrow();
    }

    @Test
    void readsAsTheReaderDoesAsOftenAsAsked() {
        ScenarioDraft draft = new ScenarioDraft("rich.yaml", RICH, RegimeLibrary.NONE);
        List<Setting> settings = List.of(Setting.parse("horizon=300 days"), Setting.parse("replications=7"));
        assertThat(draft.read(settings).orThrow()).isEqualTo(read(RICH, settings));
        assertThat(draft.read(List.of()).orThrow()).isEqualTo(read(RICH, List.of()));
    }

    @Test
    void everyReadingTellsWhatIsWrongWithTheText() {
        ScenarioDraft draft = new ScenarioDraft("rich.yaml", "a: [", RegimeLibrary.NONE);
        for (int reading = 0; reading < 2; reading++) {
            assertThat(draft.read(List.of()).faults())
                    .hasSize(1)
                    .allSatisfy(fault -> assertThat(fault.message()).startsWith("not YAML"));
        }
    }

    /** What a file writes by date its canonical text writes as a list: a path reaches both, in either notation. */
    @ParameterizedTest
    @ValueSource(strings = {"anchors.big.need.2025-06-01", "anchors.big.need[1].value"})
    void aPathMeansTheSameInAFileAndInItsCanonicalText(String path) {
        List<Setting> settings = List.of(new Setting(path, "123 H100e"));
        LoadedScenario ofTheFile = read(RICH, settings);
        assertThat(ofTheFile).isEqualTo(read(CANONICAL, settings));
        assertThat(Worlds.get(ofTheFile.scenario().anchors(), "big")
                        .need()
                        .get(1)
                        .value()
                        .value())
                .isEqualTo(123);
    }

    @Test
    void aDateThatIsNotThereIsTold() {
        Reading<LoadedScenario> reading = ScenarioReader.read(
                "rich.yaml",
                CANONICAL,
                RegimeLibrary.NONE,
                List.of(
                        new Setting("anchors.big.need.2031-01-01", "1 H100e"),
                        new Setting("anchors.big.need[9]", "1")));
        assertThat(reading.faults())
                .extracting(Fault::message)
                .anySatisfy(message -> assertThat(message).contains("no item \"2031-01-01\""))
                .anySatisfy(message -> assertThat(message).contains("no [9]"));
    }

    /** Numbers take a shorter way than other values; comments and quotes must not be lost on it. */
    @Test
    void aSettingIsYamlWhateverItLooksLike() {
        assertThat(read(RICH, List.of(new Setting("horizon", "300 days # most of a year"))))
                .isEqualTo(read(RICH, List.of(new Setting("horizon", "300 days"))));
        assertThat(read(RICH, List.of(new Setting("seed", "\"12\""))).scenario().seed())
                .isEqualTo(read(RICH, List.of(new Setting("seed", "12")))
                        .scenario()
                        .seed());
    }
}
