package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README's page on refusals, and what it shows of their output. */
final class ExplainReadmeTest {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    private List<String> shown() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String page = readme.substring(readme.indexOf("## Why was it refused?"));
        String from = page.substring(page.indexOf("```console\n") + "```console\n".length());
        return from.substring(0, from.indexOf("```")).lines().toList();
    }

    private Cli run(String command) {
        List<String> words = new ArrayList<>();
        for (MatchResult word : WORD.matcher(command).results().toList()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        assertThat(words.subList(0, 2)).isEqualTo(List.of("$", "straits"));
        return Cli.run(words.stream()
                .skip(2)
                .map(each -> each.startsWith("runs/") ? folder.resolve(each).toString() : each)
                .toArray(String[]::new));
    }

    @Test
    void theExampleSaysWhatThePageShows() throws IOException {
        List<String> shown = shown();
        Cli first = run(shown.get(0));
        assertThat(first.exitCode()).as(first.err()).isZero();
        Cli explained = run(shown.get(1));
        assertThat(explained.exitCode()).as(explained.err()).isZero();
        assertThat(explained.out().lines()).containsExactlyElementsOf(shown.subList(2, shown.size()));
    }
}
