package straits.experiments.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows of the Java interface is compiled and run. */
final class TenLinesTest {

    private static final Path SOURCE = Path.of("src/test/java/straits/experiments/api/TenLines.java");

    private static String between(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin));
    }

    /** Code without regard to how its lines are broken and indented. */
    private static String words(String code) {
        return code.replaceAll("\\s+", " ").replaceAll(" ?([.=(]) ?", "$1").strip();
    }

    @Test
    void theReadmeShowsWhatIsCompiled() throws IOException {
        String shown = between(Files.readString(Path.of("README.md")), "```java\n", "```");
        List<String> lines = shown.lines().toList();
        String code = lines.stream().filter(line -> !line.startsWith("import")).collect(Collectors.joining("\n"));
        assertThat(words(code)).isEqualTo(words(between(Files.readString(SOURCE), "// README\n", "// README")));
        assertThat(code.strip().lines().count()).isLessThanOrEqualTo(10);
        assertThat(lines).filteredOn(line -> line.startsWith("import")).isNotEmpty();
        assertThat(Files.readString(SOURCE))
                .contains(lines.stream()
                        .filter(line -> line.startsWith("import") && !line.contains(".api."))
                        .toList());
    }

    @Test
    void itRunsAndPrintsWhatTheProgramFinds() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            TenLines.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).matches("us-2023: [0-9]+ to [0-9]+ h100e held");
            assertThat(lines.get(1)).matches("remote-access: [0-9]+ to [0-9]+ h100e held");
        });
    }
}
