package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the README shows to an analyst, as they stand there, on a short piece of the shipped scenario. */
final class AnalystPathTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(straits regime copy.*?)```", Pattern.DOTALL);
    private static final Pattern TWINS = Pattern.compile("```sh\n(straits twin.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");
    private static final List<String> SHORT =
            List.of("--replications=1", "--set", "horizon=10 days", "--set", "question.ramp_ends=2025-01-05", "-q");

    @TempDir
    Path folder;

    private static List<String> commands(Pattern block) throws IOException {
        Matcher found = block.matcher(Files.readString(Path.of("README.md")));
        assertThat(found.find()).isTrue();
        return found.group(1).lines().toList();
    }

    /** The words of a command; its own files lie in the folder of the test. */
    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .skip(1)
                .forEach(match -> words.add(match.group()
                        .replace("'", "")
                        .replaceAll("(half-cap[a-z-]*\\.yaml)", Matcher.quoteReplacement(folder + "/") + "$1")));
        return words;
    }

    private Cli run(String command, String out) {
        List<String> words = words(command);
        if (!words.get(0).equals("regime")) {
            words.addAll(SHORT);
            words.addAll(List.of("--out", folder.resolve(out).toString()));
        }
        Cli cli = Cli.run(words.toArray(new String[0]));
        assertThat(cli.exitCode()).as(command + "\n" + cli.err()).isZero();
        return cli;
    }

    @Test
    void fourCommandsFromThePresetToTheEffectOfARuleOfOnesOwn() throws IOException {
        List<String> commands = commands(BLOCK);
        assertThat(commands).hasSize(4);
        run(commands.get(0), "");
        assertThat(Files.readString(folder.resolve("half-cap.yaml")))
                .startsWith("# A copy of ai-diffusion-2025, changed: rules.country-cap.cap\n")
                .contains("as if enforced, changed\n", "what follows is said of ai-diffusion-2025")
                .contains(
                        "cap: {value: 395000000 TPP, low: 395000000 TPP, high: 395000000 TPP, assumption: 'changed by hand;"
                                + " was 790 million TPP, derived from F213, F243")
                .contains("per_recipient_and_year: {value: 26900000 TPP, fact: F217}");
        run(commands.get(1), "");
        assertThat(Files.readString(folder.resolve("half-cap-more.yaml")))
                .contains("validated-too:", "changed by hand; was 790 million TPP")
                .doesNotContain("changed, changed");
        Cli runs = run(commands.get(2), "runs");
        assertThat(runs.out()).contains("Against ai-diffusion-2025", "half-cap-more");
        assertThat(Files.readString(folder.resolve("runs/assumptions.csv")))
                .contains("changed by hand; was 790 million TPP");
        Cli twin = run(commands.get(3), "twin");
        assertThat(twin.out()).contains("What changes: half-cap-more without validated-too");
    }

    @Test
    void everyTwinThatIsShownCanBeAskedFor() throws IOException {
        run(commands(BLOCK).get(0), "");
        List<String> commands = commands(TWINS);
        assertThat(commands).hasSize(5);
        for (String command : commands) {
            Cli cli = run(command.endsWith("--dry-run") ? command : command + " --dry-run", "none");
            assertThat(cli.out()).as(command).contains("Runs:", "Time: about");
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
