package straits.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.TwoRules;
import straits.experiments.output.Manifest;

/** The same tables in other formats. */
final class FormatsTest {

    @TempDir
    Path folder;

    private String world = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT).toString();
    }

    private String[] arguments(String out, String... more) {
        return Stream.concat(
                        Stream.of("run", world, "--out", folder.resolve(out).toString()), Stream.of(more))
                .toArray(String[]::new);
    }

    private Map<String, String> run(String out, String... more) {
        Cli cli = Cli.run(arguments(out, more));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Manifest.read(folder.resolve(out)).verify(folder.resolve(out)))
                .isEmpty();
        return Folders.hashes(folder.resolve(out));
    }

    @Test
    void compressedTablesHoldTheSameBytes() throws IOException {
        Map<String, String> plain = run("plain");
        Map<String, String> compressed = run("compressed", "--compress");
        assertThat(compressed.keySet())
                .containsExactlyInAnyOrderElementsOf(plain.keySet().stream()
                        .map(name -> name.endsWith(".csv") ? name + ".gz" : name)
                        .toList());
        for (String name : plain.keySet()) {
            if (name.endsWith(".csv")) {
                try (InputStream in =
                        new GZIPInputStream(Files.newInputStream(folder.resolve("compressed/" + name + ".gz")))) {
                    assertThat(new String(in.readAllBytes(), UTF_8))
                            .isEqualTo(Files.readString(folder.resolve("plain/" + name)));
                }
            }
        }
        assertThat(Files.size(folder.resolve("compressed/series.csv.gz")))
                .isLessThan(Files.size(folder.resolve("plain/series.csv")) / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--compress", "--format=parquet"})
    void theSameBytesEveryTimeAndAfterAnInterruption(String format) {
        Map<String, String> once = run("once", format, "--threads=1");
        assertThat(Cli.runStopped(arguments("again", format)).exitCode()).isEqualTo(5);
        assertThat(run("again", format, "--threads=3")).isEqualTo(once);
        assertThat(Cli.runStopped(arguments("resumed", format)).exitCode()).isEqualTo(5);
        assertThat(Cli.run("resume", folder.resolve("resumed").toString()).exitCode())
                .isZero();
        assertThat(Folders.hashes(folder.resolve("resumed"))).isEqualTo(once);
    }

    @Test
    void aFinishedRunIsVerifiedWhateverItsFormat() {
        run("a", "--format", "parquet");
        Cli again = Cli.run(arguments("a"));
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("unchanged");
    }

    @Test
    void formatsThatMakeNoSenseAreRefused() {
        assertThat(Cli.run(arguments("a", "--format=parquet", "--compress")).err())
                .contains("--compress is for CSV");
        assertThat(Cli.run(arguments("a", "--shard=1/2", "--compress")).err()).contains("straits merge");
        assertThat(Cli.run(arguments("a", "--format=xls")).exitCode()).isEqualTo(2);
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
