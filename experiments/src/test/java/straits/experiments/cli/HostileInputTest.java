package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * No bad input gets more than a message and an exit code, and the documentation lists what each gets. After a change that is meant,
 * run it with {@code -Dstraits.write=yes}, which writes the list.
 */
@DisabledOnOs(OS.WINDOWS) // two tries are devices
final class HostileInputTest {

    private static final Path LIST = Path.of("../simulator/docs/hostile-input.md");
    private static final String HEAD = "<!-- From here written by HostileInputTest. -->\n";
    private static final int LONGEST = 160;

    @TempDir
    Path home;

    @Test
    void getsAMessageAndAnExitCodeAsListed() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        StringBuilder list = new StringBuilder(HEAD);
        String kind = "";
        for (HostileInputs.Try each : new HostileInputs(home).all()) {
            Cli cli = Cli.run(each.command().toArray(new String[0]));
            String said = cli.err() + cli.out();
            softly.assertThat(said).as(each.what()).doesNotContain("Exception", "\tat ", "defect");
            softly.assertThat(cli.exitCode())
                    .as(each.what())
                    .isIn(ExitCode.DONE, ExitCode.BAD_INPUT, ExitCode.INPUT_OUTPUT);
            if (!each.kind().equals(kind)) {
                kind = each.kind();
                list.append("\n## ").append(kind).append("\n\n| Tried | Exit code | Said |\n|---|---|---|\n");
            }
            list.append("| %s | %d | %s |\n".formatted(cell(each.what()), cli.exitCode(), cell(first(said))));
        }
        String written = Files.readString(LIST);
        String whole = written.substring(0, written.indexOf(HEAD)) + list;
        if (System.getProperty("straits.write") != null) {
            Files.writeString(LIST, whole);
        }
        softly.assertAll();
        assertThat(written).isEqualTo(whole);
    }

    /** The first line, without what differs from machine to machine. */
    private String first(String said) {
        List<String> lines = said.replace(home.toString(), "").lines().toList();
        return lines.isEmpty() ? "" : lines.get(0).replaceAll("/\\d+/(world.yaml:?)?", "");
    }

    private static String cell(String text) {
        String shown =
                text.replace("\n", "⏎").replace("|", "\\|").replace("\0", "NUL").strip();
        return "`" + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown).replace("`", "'") + "`";
    }
}
