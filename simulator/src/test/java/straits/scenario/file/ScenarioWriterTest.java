package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.scenario.LoadedScenario;

final class ScenarioWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"s01.yaml", "rich.yaml"})
    void readingItsTextGivesAnEqualScenarioAndTheSameBytes(String world) {
        LoadedScenario loaded = Worlds.load(Worlds.text(world));
        String text = ScenarioWriter.text(loaded);
        LoadedScenario again = Worlds.load(text);
        assertThat(again).isEqualTo(loaded);
        assertThat(List.copyOf(again.regimes().keySet()))
                .isEqualTo(List.copyOf(loaded.regimes().keySet()));
        assertThat(ScenarioWriter.text(again)).isEqualTo(text);
    }

    @Test
    void writesEveryDefault() {
        assertThat(ScenarioWriter.text(Worlds.load(Worlds.S01)).lines())
                .contains(
                        "seed: 1",
                        "horizon: 960 h",
                        "      growth: 1 per year",
                        "    price_basis: floating",
                        "    operations_cost: 0 USD per GPU-hour");
    }

    @Test
    void keepsNumbersToTheLastBit() {
        String world =
                Worlds.with(Worlds.S01, "rate: 12 per hour", "rate: 0.1000000000000000055511151231257827 per day");
        LoadedScenario loaded = Worlds.load(world);
        assertThat(Worlds.load(ScenarioWriter.text(loaded))).isEqualTo(loaded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "12",
                "0x1",
                "1e3",
                " padded ",
                "a: b",
                "# no comment",
                "'",
                "\\\"",
                "- a",
                "null",
                "tab\\there",
                "line\\nbreak",
                "\\u00fc\\u4e2d\\U0001F600",
                "{a}",
                "%",
                "@",
                "2025-01-01",
                "!tag",
                "&a",
                "*a"
            })
    void keepsTextsThatLookLikeSomethingElse(String title) {
        String world = Worlds.with(Worlds.S01, "title: Loss system with 20 servers", "title: \"" + title + "\"");
        LoadedScenario loaded = Worlds.load(world);
        assertThat(Worlds.load(ScenarioWriter.text(loaded))).isEqualTo(loaded);
    }

    @Test
    void equalScenariosHaveEqualTexts() {
        String spelledOut =
                Worlds.with(Worlds.S01, "horizon: 40 days", "horizon: {value: 960 h}\nseed: \"1\"\nreplications: 5");
        assertThat(ScenarioWriter.text(Worlds.load(spelledOut)))
                .isEqualTo(ScenarioWriter.text(Worlds.load(Worlds.S01)));
    }

    @Test
    void namesOriginsThatNumbersShare() {
        assertThat(ScenarioWriter.text(Worlds.load(Worlds.text("rich.yaml"))).lines())
                .contains("    it_power: {value: 1.389 kW, source: chip-power}");
    }

    @Test
    void writesShippedRegimesOut() {
        String world = Worlds.with(Worlds.S01, "regimes: [open]", "regimes: [open, shipped]");
        LoadedScenario loaded = ScenarioReader.read("w", world, new Shipped()).orThrow();
        assertThat(Worlds.load(ScenarioWriter.text(loaded))).isEqualTo(loaded);
    }

    private static final class Shipped implements RegimeLibrary {

        @Override
        public List<String> names() {
            return List.of("shipped");
        }

        @Override
        public @Nullable String text(String name) {
            return name.equals("shipped") ? "title: Shipped" : null;
        }
    }
}
