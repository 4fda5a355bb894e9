package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.experiments.output.FileEntry;
import straits.experiments.output.Manifest;
import straits.experiments.report.Chart;
import straits.experiments.report.Report;

final class FiguresCommandTest {

    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void runTheWorld() throws IOException {
        Path world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
        run = folder.resolve("run");
        assertThat(Cli.run("run", world.toString(), "--out", run.toString(), "--figures")
                        .exitCode())
                .isZero();
    }

    private static Map<String, String> figures(Path place) {
        Map<String, String> figures = new TreeMap<>();
        for (FileEntry each : entries(place)) {
            figures.put(each.file(), each.sha256());
        }
        return figures;
    }

    private static List<FileEntry> entries(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("figure-"))
                    .map(FileEntry::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyChartOfTheReportIsDrawnTwiceAndListed() throws IOException {
        List<Chart> charts = Report.of(run, RecordedRun.experiment(run)).charts();
        assertThat(charts).hasSizeGreaterThan(5);
        List<String> names = charts.stream()
                .flatMap(chart -> Stream.of("figure-" + chart.id() + ".png", "figure-" + chart.id() + ".svg"))
                .toList();
        assertThat(figures(run).keySet()).containsExactlyInAnyOrderElementsOf(names);
        Manifest manifest = Manifest.read(run);
        assertThat(manifest.files()).extracting("file").contains(names.toArray());
        assertThat(manifest.verify(run)).isEmpty();
        for (Chart chart : charts) {
            String svg = Files.readString(run.resolve("figure-" + chart.id() + ".svg"));
            assertThat(svg).as(chart.id()).contains("<title").doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void drawnAfterwardsTheyAreTheSame() {
        Map<String, String> drawnByTheRun = figures(run);
        Cli cli = Cli.run("figures", run.toString());
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains(drawnByTheRun.size() / 2 + " charts in " + run.resolve("figures"));
        assertThat(figures(run.resolve("figures"))).isEqualTo(drawnByTheRun);
        assertThat(Manifest.read(run).verify(run)).isEmpty();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        String mine = List.copyOf(figures(run).keySet()).get(3);
        Files.writeString(out.resolve(mine), "mine");
        Cli cli = Cli.run("figures", run.toString(), "--out", out.toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(mine, "already");
        assertThat(Folders.hashes(out)).containsOnlyKeys(mine);
        assertThat(out.resolve(mine)).hasContent("mine");
    }

    @Test
    void aFolderWithoutAFinishedRunIsTold() {
        Cli cli = Cli.run("figures", folder.toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("holds no run", "straits run");
    }

    @Test
    void theyAreNoOtherExperiment() {
        Cli again = Cli.run("run", folder.resolve("world.yaml").toString(), "--out", run.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("nothing to run");
    }
}
