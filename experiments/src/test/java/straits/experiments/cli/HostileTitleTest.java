package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;

/** Words of a scenario that a browser would run come out of a report as words. */
final class HostileTitleTest {

    private static final String TITLE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"'&amp;";
    private static final Pattern SCRIPTS = Pattern.compile("(?s)<script[^>]*>.*?</script>");

    @TempDir
    Path folder;

    private String report = "";

    @BeforeEach
    void run() throws IOException {
        String world = TwoRules.TEXT
                .replace("title: A small market with and without licences", "title: '" + TITLE.replace("'", "''") + "'")
                .replace("{title: No rules}", "{title: '<b onclick=alert(3)>none</b>'}");
        assertThat(world).contains("alert(1)", "alert(3)");
        Path file = Files.writeString(folder.resolve("world.yaml"), world);
        Path out = folder.resolve("run");
        Cli cli = Cli.run("run", file.toString(), "--replications=2", "--out=" + out);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        report = Files.readString(out.resolve("report.html"));
    }

    @Test
    void aTitleIsText() {
        assertThat(report).contains("&lt;img src=x onerror=alert(2)&gt;");
        assertThat(SCRIPTS.matcher(report).replaceAll("")).doesNotContain("<script", "<img src=x", "<b onclick");
    }

    @Test
    void noScriptHoldsIt() {
        Matcher scripts = SCRIPTS.matcher(report);
        int found = 0;
        while (scripts.find()) {
            assertThat(scripts.group()).doesNotContain("alert(1)", "alert(3)");
            found++;
        }
        assertThat(found).isEqualTo(3);
    }

    @Test
    void thePageForbidsEveryOtherScript() {
        assertThat(report).containsPattern("script-src 'sha256-[^']+' 'sha256-[^']+'\"").doesNotContain("unsafe-eval");
    }
}
