package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;

final class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void saysWhereThePageIsAndEndsWhenToldTo() throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), TwoRules.TEXT);
        Cli cli = Cli.runStopped("serve", folder.toString());
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).matches("http://127\\.0\\.0\\.1:\\d+/\n");
    }

    @Test
    void aFolderWithoutARunAndAPortThatIsNoneAreTold() {
        Cli nothing = Cli.runStopped("serve", folder.toString());
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains(folder + " holds no run");

        Cli port = Cli.runStopped("serve", folder.toString(), "--port", "70000");
        assertThat(port.exitCode()).isEqualTo(2);
        assertThat(port.err()).contains("--port must be from 0 to 65535, was 70000");
    }
}
