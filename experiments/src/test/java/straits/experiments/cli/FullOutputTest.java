package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The program in a process of its own, whose output goes where nothing more fits. */
@EnabledOnOs(OS.LINUX)
final class FullOutputTest {

    @Test
    void whatCouldNotBeShownIsNoSuccess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StraitsCommand.class.getName(),
                        "list")
                .redirectOutput(new File("/dev/full"))
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(ExitCode.INPUT_OUTPUT);
        assertThat(said)
                .isEqualTo("cannot write to the standard output: what the command had to show is not all there\n");
    }
}
