package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.TwoRules;

/**
 * A disk that is really full: a small file system in memory, in a name space of the test's own, where an ordinary user may mount one.
 * Where that is forbidden the test is skipped and says so.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "name spaces and tmpfs are Linux's")
final class FullDiskTest {

    private static final String SCRIPT = """
            mount -t tmpfs -o size="$1" full disk || exit 99
            shift
            "$@" run world.yaml --replications=60 --threads=2 --out=disk/run >first.txt 2>&1
            echo $? >first.code
            cp -r disk/run first
            mount -o remount,size=100m disk || exit 99
            "$@" resume disk/run >second.txt 2>&1
            echo $? >second.code
            cp -r disk/run second
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aFileSystemCanBeMounted() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
        Files.createDirectory(folder.resolve("disk"));
        Path said = folder.resolve("mount.txt");
        int code = inside("mount -t tmpfs -o size=64k full disk", said);
        assumeTrue(code == 0, () -> "no tmpfs can be mounted here: " + read("mount.txt"));
    }

    /** Too small for the first tables, for the rows, and for the report, which comes last. */
    @ParameterizedTest
    @ValueSource(strings = {"32k", "150k", "1m"})
    void isToldAndTheRunGoesOnWithRoom(String size) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(size));
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), StraitsCommand.class.getName()));
        assertThat(inside(SCRIPT, folder.resolve("script.txt"), arguments.toArray(String[]::new)))
                .as(read("script.txt"))
                .isZero();

        assertThat(read("first.code").strip()).as(read("first.txt")).isEqualTo(String.valueOf(ExitCode.INPUT_OUTPUT));
        assertThat(read("first.txt"))
                .contains("No space left on device", "the same command goes on")
                .doesNotContain("\tat ", "Exception");
        assertThat(folder.resolve("first/manifest.json")).doesNotExist();

        assertThat(read("second.code").strip()).as(read("second.txt")).isEqualTo(String.valueOf(ExitCode.DONE));
        Cli whole = Cli.run(
                "run",
                folder.resolve("world.yaml").toString(),
                "--replications=60",
                "--threads=2",
                "--out=" + folder.resolve("whole"));
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        Map<String, String> wanted = Folders.hashes(folder.resolve("whole"));
        assertThat(Folders.hashes(folder.resolve("second"))).isEqualTo(wanted);
        requireNothingHalf(wanted);
    }

    /** What is written at one go is there whole or not at all; tables of runs grow, and the journal says how far they count. */
    private void requireNothingHalf(Map<String, String> wanted) {
        Map<String, String> left = Folders.hashes(folder.resolve("first"));
        assertThat(left).containsKey("experiment.hash").doesNotContainKey("manifest.json");
        for (String whole : List.of(
                "scenario.yaml",
                "report.html",
                "answers.txt",
                "assumptions.csv",
                "points.csv",
                "columns.csv",
                "summary.csv")) {
            if (left.containsKey(whole)) {
                assertThat(left).containsEntry(whole, wanted.get(whole));
            }
        }
    }

    private int inside(String script, Path said, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount"));
        command.addAll(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (IOException noUnshare) {
            Files.writeString(said, String.valueOf(noUnshare.getMessage()));
            return 1;
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return "";
        }
    }
}
