package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import straits.experiments.design.Experiment;
import straits.experiments.design.ExperimentReader;
import straits.experiments.design.Point;
import straits.scenario.file.Reading;

/** What the README shows is read as it stands, on the shipped scenario. */
final class ReadmeTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<String> experiments() throws IOException {
        return YAML.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(ExperimentReader::isExperiment)
                .toList();
    }

    private static Reading<Experiment> read(String text) {
        return new ExperimentReader(
                        (name, settings) -> ShippedFiles.reading(name, settings),
                        Set.of("anchor_mean_h100e"),
                        List.of(),
                        "test")
                .read("README.md", text);
    }

    @Test
    void everyExperimentShownCanBeRun() throws IOException {
        List<String> shown = experiments();
        assertThat(shown).hasSize(5);
        Experiment grid = read(shown.get(0)).orThrow();
        assertThat(grid.points()).hasSize(2 * (6 - 1));
        assertThat(grid.units()).isEqualTo(200);
        // Few points of the sample: each takes a tenth of a second to make.
        Experiment sample =
                read(shown.get(1).replace("points: 100", "points: 5")).orThrow();
        assertThat(sample.points()).hasSize(5);
        assertThat(sample.columns()).hasSizeGreaterThan(100);
        Experiment mean = read(shown.get(2)
                        .replace("points: 64", "points: 4")
                        .replace("randomisations: 8", "randomisations: 2"))
                .orThrow();
        assertThat(read(shown.get(3)).orThrow().replications().areOpen()).isTrue();
        assertThat(read(shown.get(4)).orThrow().points()).hasSize(2);
        assertThat(mean.points()).hasSize(8).allMatch(Point::isEstimate);
    }
}
