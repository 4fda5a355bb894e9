package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import straits.scenario.LoadedScenario;

final class ShippedRegimeTest {

    private static final String CAPPED = """
            title: Capped
            rules:
              cap:
                kind: country_cap
                dates: {effective: 2025-05-15}
                scope: {destinations: [malaysia, oman]}
                cap: 790 million TPP
            """;

    @Test
    void isComparedInTheOrderOfTheScenario() {
        Reading<LoadedScenario> reading = read("[capped, open]", Map.of("capped", CAPPED));
        assertThat(reading.orThrow().regimes().keySet()).containsExactly("capped", "open");
        assertThat(reading.orThrow().scenario().ownRegimes().keySet()).containsExactly("capped", "open");
    }

    @Test
    void mayNameACountryThatTheScenarioLeavesOut() {
        assertThat(read("[open, capped]", Map.of("capped", CAPPED)).warnings())
                .extracting(Fault::toString)
                .containsExactly(
                        "regime capped:6:38 rules.cap.scope.destinations[1]: no country \"oman\" in this scenario");
    }

    /** The scenario that a run leaves behind could not be read again: there the name was a fault. */
    @Test
    void whatItNamesAndTheScenarioHasNotIsWrittenDownSoThatItReadsBack() {
        LoadedScenario loaded = read("[open, capped]", Map.of("capped", CAPPED)).orThrow();
        String written = ScenarioWriter.text(loaded);
        Reading<LoadedScenario> again = ScenarioReader.read("w", written, RegimeLibrary.NONE);
        assertThat(again.faults()).isEmpty();
        assertThat(again.warnings()).isEmpty();
        assertThat(again.orThrow().regime("capped").elsewhere()).containsExactly("oman");
        assertThat(ScenarioWriter.text(again.orThrow())).isEqualTo(written);
    }

    @Test
    void aNameNotWrittenDownAsElsewhereIsAFaultInARegimeOfTheFile() {
        LoadedScenario loaded = read("[open, capped]", Map.of("capped", CAPPED)).orThrow();
        String misspelt = ScenarioWriter.text(loaded).replace("elsewhere: [oman]", "elsewhere: [omann]");
        assertThat(ScenarioReader.read("w", misspelt, RegimeLibrary.NONE).faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("unknown country \"oman\"");
    }

    @Test
    void itsFaultsNameItAndItsLine() {
        String wrong = CAPPED.replace("790 million TPP", "790 million");
        assertThat(read("[open, capped]", Map.of("capped", wrong)).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "regime capped:7:10 rules.cap.cap: unknown unit \"million\"; did you mean \"million TPP\"?");
    }

    @Test
    void unknownOnesAreNamedWithANearMatch() {
        assertThat(read("[open, caped]", Map.of("capped", CAPPED)).faults())
                .extracting(Fault::toString)
                .containsExactly("w:49:17 regimes[1]: unknown regime \"caped\"; did you mean \"capped\"?");
    }

    @Test
    void canBeReadByItself() {
        assertThat(ScenarioReader.readRegime("capped.yaml", CAPPED)
                        .orThrow()
                        .rules()
                        .keySet())
                .containsExactly("cap");
        assertThat(ScenarioReader.readRegime("capped.yaml", CAPPED.replace("2025-05-15", "2025-5-15"))
                        .faults())
                .extracting(Fault::toString)
                .containsExactly("capped.yaml:5:24 rules.cap.dates.effective: found 2025-5-15; must be a date such as"
                        + " 2025-01-31");
    }

    private static Reading<LoadedScenario> read(String regimes, Map<String, String> shipped) {
        String world = Worlds.with(Worlds.S01, "regimes: [open]", "regimes: " + regimes);
        return ScenarioReader.read("w", world, new Library(shipped));
    }

    private record Library(Map<String, String> texts) implements RegimeLibrary {

        @Override
        public List<String> names() {
            return List.copyOf(new TreeSet<>(texts.keySet()));
        }

        @Override
        public @Nullable String text(String name) {
            return texts.get(name);
        }
    }
}
