package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs in the folder of the module, where the files lie that ship. */
final class ScenarioLibraryTest {

    private final ScenarioLibrary library = ScenarioLibrary.shipped();

    @Test
    void shipsEveryFileOfTheFoldersInAlphabeticalOrder() throws IOException {
        assertThat(library.scenarioNames())
                .isEqualTo(namesIn("scenarios"))
                .contains("seven-billion", "stress", "textbook/s01-erlang-b");
        assertThat(library.experimentNames()).isEqualTo(namesIn("designs")).contains("assumptions-screen");
        assertThat(library.names()).isEqualTo(namesIn("regimes")).contains("open", "us-2023");
    }

    private static List<String> namesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.map(file -> Path.of(folder).relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void givesTheBytesOfTheFile() throws IOException {
        assertThat(library.scenarioText("stress")).isEqualTo(Files.readString(Path.of("scenarios/stress.yaml")));
        assertThat(library.experimentText("budget")).isEqualTo(Files.readString(Path.of("designs/budget.yaml")));
        assertThat(library.text("open")).isEqualTo(Files.readString(Path.of("regimes/open.yaml")));
    }

    @Test
    void hasNothingUnderAnotherName() {
        assertThat(library.scenarioText("open")).isNull();
        assertThat(library.text("stress")).isNull();
        assertThat(library.experimentText("stress")).isNull();
    }

    @Test
    void noNameStandsForTwoThings() {
        assertThat(library.experimentNames())
                .doesNotContainAnyElementsOf(library.scenarioNames())
                .doesNotContainAnyElementsOf(library.names());
    }
}
