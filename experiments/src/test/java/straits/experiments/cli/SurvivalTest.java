package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;

/**
 * The program in a process of its own, killed again and again without a chance to tidy up. How often, says the system property
 * {@code straits.kills}; the moments come from a fixed seed, half of them by the clock, half by how much is written.
 */
final class SurvivalTest {

    private static final int KILLS = Integer.getInteger("straits.kills", 4);

    @TempDir
    Path folder;

    private Path world = Path.of("");

    @BeforeEach
    void writeTheWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
    }

    private String[] command(String out, int threads) {
        return new String[] {
            "run", world.toString(), "--replications=200", "--threads=" + threads, "--out=" + folder.resolve(out)
        };
    }

    private Process start(int threads) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StraitsCommand.class.getName());
        process.command().addAll(List.of(command("killed", threads)));
        return process.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private long written() throws IOException {
        Path journal = folder.resolve("killed").resolve("units.journal");
        return Files.exists(journal) ? Files.size(journal) : 0;
    }

    @Test
    void killedAtAnyMomentItEndsWithTheBytesOfARunThatWasNot() throws IOException, InterruptedException {
        assertThat(Cli.run(command("whole", 2)).exitCode()).isZero();
        long enough = 400 * 600;
        SplittableRandom random = new SplittableRandom(20);
        int killed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(1 + kill % 3);
            long deadlineNanos = System.nanoTime() + random.nextLong(TimeUnit.MILLISECONDS.toNanos(2500));
            long more = written() + random.nextLong(2 * enough / KILLS);
            while (process.isAlive() && (kill % 2 == 0 ? System.nanoTime() < deadlineNanos : written() < more)) {
                Thread.sleep(1);
            }
            killed += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertThat(killed).isPositive();

        Cli last = Cli.run(command("killed", 1));
        assertThat(last.exitCode()).as(last.err()).isZero();
        Map<String, String> whole = Folders.hashes(folder.resolve("whole"));
        assertThat(whole).hasSizeGreaterThan(10);
        assertThat(Folders.hashes(folder.resolve("killed"))).isEqualTo(whole);
    }

    /** A limit on the size of files stands for a full disk: writing fails in the middle of a row all the same. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no ulimit")
    void aFullDiskIsToldAndTheRunGoesOnWithRoom() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder process =
                new ProcessBuilder("bash", "-c", "ulimit -f 100; exec \"$0\" -XX:-UsePerfData \"$@\"", java, "-cp");
        process.command().add(System.getProperty("java.class.path"));
        process.command().add(StraitsCommand.class.getName());
        process.command().addAll(List.of(command("full", 2)));
        Path said = folder.resolve("said.txt");
        Process full =
                process.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(full.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(full.exitValue()).as(Files.readString(said)).isEqualTo(4);
        assertThat(said)
                .content()
                .contains("cannot write " + folder.resolve("full"), "the same command goes on", "straits resume")
                .doesNotContain("\tat ");

        Cli again = Cli.run("resume", folder.resolve("full").toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("goes on after ");
        assertThat(Cli.run(command("whole", 2)).exitCode()).isZero();
        assertThat(Folders.hashes(folder.resolve("full"))).isEqualTo(Folders.hashes(folder.resolve("whole")));
    }
}
