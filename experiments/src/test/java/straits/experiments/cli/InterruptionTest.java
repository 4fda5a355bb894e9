package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;

/** The program in a process of its own, told to go by SIGTERM in the middle of a run. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
final class InterruptionTest {

    @TempDir
    Path folder;

    @Test
    void aSignalEndsTheRunTidily() throws IOException, InterruptedException {
        Path world = Files.writeString(folder.resolve("world.yaml"), TwoRules.TEXT);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StraitsCommand.class.getName(),
                        "run",
                        world.toString(),
                        "--replications=1000000",
                        "--out=" + out)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (process.isAlive() && !Files.exists(out.resolve("provider_accounts.csv"))) {
                Thread.sleep(20);
            }
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(5);
        assertThat(err)
                .content()
                .contains("interrupted after ", "the same command goes on from there", "straits resume " + out);
        assertThat(out.resolve("manifest.json")).doesNotExist();
    }
}
