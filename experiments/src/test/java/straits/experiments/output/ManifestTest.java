package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {

    static final String EXPERIMENT = Hashes.sha256("experiment");

    @TempDir
    Path folder;

    static Manifest of(String experimentHash, List<FileEntry> files) {
        return new Manifest(
                "straits",
                "0.1.0",
                "abc1234",
                "a JVM",
                "an OS",
                List.of("run", "--out", "a \"b\" c"),
                Hashes.sha256("scenario"),
                experimentHash,
                "1/1",
                List.of(),
                "2025",
                2,
                40,
                1,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Instant.parse("2026-01-02T03:05:00Z"),
                Map.of("4.2 run length", "365 days of simulated time from 2025-01-01"),
                files);
    }

    private Manifest ofTwoFiles() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "point\n0\n");
        Files.writeString(folder.resolve("outcomes.csv"), "point\n");
        FileEntry points = FileEntry.of(folder.resolve("points.csv"));
        return of(
                EXPERIMENT,
                List.of(new FileEntry("points.csv", 1, points.sha256()), FileEntry.of(folder.resolve("outcomes.csv"))));
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Manifest manifest = ofTwoFiles();
        manifest.write(folder);

        assertThat(Manifest.read(folder)).isEqualTo(manifest);
        assertThat(folder.resolve(Disk.TEMPORARY)).doesNotExist();
    }

    @Test
    void oneOfAnOlderVersionIsRead() throws IOException {
        Manifest manifest = ofTwoFiles();
        manifest.write(folder);
        Path file = folder.resolve(Manifest.FILE);
        Files.writeString(file, Files.readString(file).replaceFirst("(?s) *\"stress_des\" : \\{.*?\\},\n", ""));

        assertThat(Manifest.read(folder).stressDes()).isEmpty();
        assertThat(Manifest.read(folder).files()).isEqualTo(manifest.files());
    }

    @Test
    void keysAreInTheStatedOrder() {
        of(EXPERIMENT, List.of(new FileEntry("a.csv", 3, Hashes.sha256("a")))).write(folder);

        assertThat(folder.resolve(Manifest.FILE)).content().isEqualTo("""
                        {
                          "program" : "straits",
                          "version" : "0.1.0",
                          "commit" : "abc1234",
                          "jvm" : "a JVM",
                          "os" : "an OS",
                          "command_line" : [
                            "run",
                            "--out",
                            "a \\"b\\" c"
                          ],
                          "scenario_hash" : "%s",
                          "experiment_hash" : "%s",
                          "shard" : "1/1",
                          "extensions" : [ ],
                          "master_seed" : "2025",
                          "points" : 2,
                          "replications" : 40,
                          "failed_replications" : 1,
                          "started" : "2026-01-02T03:04:05.678Z",
                          "finished" : "2026-01-02T03:05:00Z",
                          "stress_des" : {
                            "4.2 run length" : "365 days of simulated time from 2025-01-01"
                          },
                          "files" : [
                            {
                              "file" : "a.csv",
                              "rows" : 3,
                              "sha256" : "%s"
                            }
                          ]
                        }
                        """.formatted(
                        Hashes.sha256("scenario"), EXPERIMENT, Hashes.sha256("a")));
    }

    @Test
    void verifyFindsNothingInAnUntouchedFolder() throws IOException {
        assertThat(ofTwoFiles().verify(folder)).isEmpty();
    }

    @Test
    void verifyFindsOneFlippedBit() throws IOException {
        Manifest manifest = ofTwoFiles();
        Path file = folder.resolve("points.csv");
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] ^= 1;
        Files.write(file, bytes);

        assertThat(manifest.verify(folder)).singleElement().asString().contains("points.csv", "changed");
    }

    @Test
    void verifyFindsAMissingFile() throws IOException {
        Manifest manifest = ofTwoFiles();
        Files.delete(folder.resolve("outcomes.csv"));

        assertThat(manifest.verify(folder)).singleElement().asString().contains("outcomes.csv", "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"program\": \"straits\"}", "{} {}"})
    void aBrokenManifestIsNamed(String json) throws IOException {
        Files.writeString(folder.resolve(Manifest.FILE), json);

        assertThatThrownBy(() -> Manifest.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve(Manifest.FILE).toString());
    }

    /** All commands that go on with a folder ask for its shard. */
    @Test
    void aShardOfAnotherFormIsRefused() throws IOException {
        of(EXPERIMENT, List.of()).write(folder);
        Path file = folder.resolve(Manifest.FILE);
        Files.writeString(file, Files.readString(file).replace("\"1/1\"", "\"2/1\""));

        assertThatThrownBy(() -> Manifest.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read " + file)
                .hasMessageContaining("a shard is i/n with i from 1 to n, as in 3/10; found 2/1");
    }

    @Test
    void aMissingManifestIsNamed() {
        assertThatThrownBy(() -> Manifest.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Manifest.FILE);
    }

    @Test
    void hashesAndNamesAreChecked() {
        FileEntry entry = new FileEntry("a.csv", 0, EXPERIMENT);

        assertThatThrownBy(() -> of("abc", List.of())).hasMessageContaining("abc");
        assertThatThrownBy(() -> of(EXPERIMENT, List.of(entry, entry))).hasMessageContaining("a.csv");
        assertThatThrownBy(() -> new FileEntry("a.csv", -1, EXPERIMENT)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new FileEntry("a.csv", 0, "x")).hasMessageContaining("SHA-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../a", "/a", "a/b", "a\\b", ".hidden", "a\nb"})
    void namesLeadNowhereElse(String name) {
        assertThatThrownBy(() -> new FileEntry(name, 0, EXPERIMENT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRunningMachineHasAName() {
        assertThat(Manifest.runningJvm()).contains(System.getProperty("java.vm.version"));
        assertThat(Manifest.runningOs()).contains(System.getProperty("os.arch"));
    }
}
