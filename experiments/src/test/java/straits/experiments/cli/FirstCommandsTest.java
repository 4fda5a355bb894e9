package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import straits.experiments.TwoRules;
import straits.experiments.output.Codebook;
import straits.experiments.output.Column;
import straits.experiments.output.Table;

/** The commands of somebody new: {@code init}, {@code doctor}, {@code describe}, {@code completion}. */
final class FirstCommandsTest {

    @TempDir
    Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void initWritesAScenarioThatIsSoundExplainedAndOnesOwn() throws IOException {
        Cli cli = Cli.run("init", "--out", file("gulf-study.yaml"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("straits run " + file("gulf-study.yaml"));
        Cli valid = Cli.run("validate", file("gulf-study.yaml"));
        assertThat(valid.out()).contains("scenario \"gulf-study\": 2 providers").doesNotContain("warning");
        String text = Files.readString(folder.resolve("gulf-study.yaml"));
        assertThat(text.lines().filter(line -> line.contains("#")).count())
                .as("comments")
                .isGreaterThan(60);
        assertThat(text).isEqualTo(Cli.run("show", "starter").out().replace("name: starter", "name: gulf-study"));
    }

    @Test
    void theStarterAnswersWithADifference() throws IOException {
        Cli cli = Cli.run("run", "starter", "-q", "--out", file("results"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("country caps stopped it", "less than under free, difference [-");
    }

    @Test
    void initNeverOverwrites() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "precious");
        Cli cli = Cli.run("init", "--out", mine.toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("mine.yaml: is there already, and was left as it is");
        assertThat(mine).hasContent("precious");
        assertThat(Cli.run("init", "--out", file("Mine.yml")).err()).contains("a name such as mine.yaml");
        assertThat(Cli.run("init", "--out", file("none/mine.yaml")).err()).contains("there is no folder", "make it");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(mine);
        }
    }

    @Test
    void doctorMeasuresAndLeavesNothing() throws IOException {
        String world =
                Files.writeString(folder.resolve("w.yaml"), TwoRules.TEXT).toString();
        Cli cli = Cli.run("doctor", world, "--out", file("not/there/yet"), "--threads", "3");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out().lines().limit(7)).allMatch(line -> line.startsWith("ok    "));
        assertThat(cli.out())
                .contains(
                        "Java " + Runtime.version(),
                        "processor",
                        "of the machine",
                        "wrote and removed a file in " + folder)
                .contains("straits run " + world + " would take", "on 3 threads", "of heap", "Disk: about");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void doctorSaysWhereNothingCanBeWritten() throws IOException {
        String world =
                Files.writeString(folder.resolve("w.yaml"), TwoRules.TEXT).toString();
        File closed = Files.createDirectory(folder.resolve("closed")).toFile();
        // Whoever may write everywhere, as the superuser may, is stopped only by a file system that takes none.
        String out = closed.setWritable(false) && !Files.isWritable(closed.toPath()) ? closed.toString() : "/proc/none";
        Cli cli = Cli.run("doctor", world, "--out", out);
        assertThat(cli.exitCode()).isEqualTo(4);
        assertThat(cli.out()).contains("--    cannot write in ", "choose another folder with --out");
        assertThat(closed.setWritable(true)).isTrue();
    }

    @Test
    void describeSaysWhatTheCodebookSays() {
        Cli cli = Cli.run("describe", "fill", "outcomes.csv");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .contains("fill.csv: a row per point x budget rule", "outcomes.csv: a row per point x replication")
                .contains("p_fill_low_fraction", "decimal, fraction: lower end of its 95 % Wilson interval");
        String words = cli.out().replaceAll("\\s+", " ");
        for (Table<?> table : Codebook.tables()) {
            if (List.of("fill.csv", "outcomes.csv").contains(table.file())) {
                for (Column column : table.columns()) {
                    assertThat(words)
                            .contains(" " + column.name() + " " + column.type().word(), column.meaning());
                }
            }
        }
        assertThat(cli.out().lines()).allMatch(line -> line.length() <= 120);
        assertThat(Cli.run("describe", "fil").err()).contains("did you mean \"fill\"?");
    }

    /** Looks into the sources, so that no table can be forgotten. */
    @Test
    void everyTableThatIsDeclaredCanBeDescribed() throws IOException {
        TreeSet<String> declared = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Pattern.compile("\\bof\\(\\s*\"([a-z_]+\\.csv)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(declared::add);
            }
        }
        assertThat(declared).hasSizeGreaterThan(30);
        String listed = Cli.run("describe").out();
        assertThat(declared).allSatisfy(file -> assertThat(listed).contains("\n  " + file.replace(".csv", "") + " "));
    }

    @Test
    void aShellCompletesCommandsOptionsAndNames() throws IOException, InterruptedException {
        String script = Cli.run("completion", "bash").out();
        assertThat(Cli.run("completion", "zsh").out()).isEqualTo(script);
        Path file = Files.writeString(folder.resolve("completion"), script);
        assertThat(completed(file, "straits", "des")).containsExactly("describe");
        assertThat(completed(file, "straits", "run", "--rep")).containsExactly("--replications");
        assertThat(completed(file, "straits", "run", "seven-billion-")).containsExactly("seven-billion-2027");
        assertThat(completed(file, "straits", "describe", "outc")).containsExactly("outcomes");
        assertThat(Cli.run("completion", "fish").exitCode()).isEqualTo(2);
    }

    private static List<String> completed(Path script, String... words) throws IOException, InterruptedException {
        String line = "COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1)
                + "; source \"$1\"; COMP_LINE=\"${COMP_WORDS[*]}\"; _complete_straits; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", line, "bash", script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return out.lines().map(String::strip).toList();
    }
}
