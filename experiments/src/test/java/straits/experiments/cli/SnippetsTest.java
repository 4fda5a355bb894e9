package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import straits.experiments.Page;
import straits.experiments.Page.Snippet;
import straits.experiments.ShellWords;
import straits.experiments.api.Study;
import straits.experiments.montecarlo.StopSignal;
import straits.units.SimTime;

/**
 * Every snippet of every page is run, so that none can rot: commands by the program in this process, experiments and pieces of scenarios by
 * {@code straits validate}, Java by the compiler. A comment above a snippet says what a reader need not know:
 *
 * <ul>
 *   <li>{@code <!-- not run: why -->}: not run here, and counted; {@code <!-- not run (mvn, git): why -->}: these commands of it.
 *   <li>{@code <!-- given: straits ... -->}: a command before it.
 *   <li>{@code <!-- in: tenant_classes.start-ups, without: arrivals -->}: where a piece of a scenario stands in {@code starter}.
 *   <li>{@code <!-- file: jobs.csv -->}: the snippet is that file.
 * </ul>
 *
 * <p>Commands whose output a page does not show have one replication here, and what takes long is shortened, where the command does not say
 * otherwise: see {@link #SHORT}. What a page shows of the output
 * of a command that was run as it stands has to be in it.
 */
final class SnippetsTest {

    /** Snippets that are not run. A new one that cannot be raises this number, and says why above it. */
    private static final int NOT_RUN = 14;

    /** Of scenarios and experiments that take long; the others run as they stand. */
    private static final Map<String, List<String>> SHORT = Map.of(
            "seven-billion", List.of("--set", "horizon=10 days", "--set", "question.ramp_ends=2025-01-05"),
            "h100-glut", List.of("--set", "horizon=100 days"),
            "spot-market", List.of("--set", "horizon=20 days"),
            "fill-surface", List.of("--dry-run"),
            "spot-mechanisms", List.of("--dry-run"));

    /** The page whose Python, R and SQL {@code experiments/notebooks/run} runs. */
    private static final String RESULTS = "experiments/docs/reading-results.md";

    private static final Set<String> RUNS = Set.of("run", "twin");
    private static final Pattern INLINE = Pattern.compile("`(straits [a-z][^`]*)`");
    private static final Pattern NOT_THESE = Pattern.compile("not run \\(([^)]*)\\):.*");

    @TempDir
    Path folder;

    static List<Page> pages() {
        return Page.all().stream().filter(page -> !page.snippets().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetIsRun(Page page) throws IOException {
        for (String file : List.of("cluster_log.csv", "prices.csv", "jobs.csv")) {
            Files.copy(Path.of("src/test/resources/snippets", file), folder.resolve(file));
        }
        for (Snippet snippet : page.snippets()) {
            if (!snippet.mark().startsWith("not run:")) {
                String where = page.file() + ":" + snippet.line();
                switch (snippet.language()) {
                    case "sh", "bash", "console" -> runCommands(where, snippet);
                    case "yaml" -> validate(where, snippet);
                    case "java" -> compile(where, snippet.text());
                    case "csv" -> Files.writeString(folder.resolve(mark(snippet, "file: ", where)), snippet.text());
                    case "python", "r", "sql" ->
                        assertThat(page.file())
                                .as(where + ": of these, experiments/notebooks/run runs one page")
                                .isEqualTo(RESULTS);
                    case "text" -> {}
                    default -> fail(where + ": say how it is run, or <!-- not run: why -->: " + snippet);
                }
            }
        }
    }

    @Test
    void whatIsNotRunIsCounted() {
        long notRun = pages().stream()
                .flatMap(page -> page.snippets().stream())
                .filter(snippet -> snippet.mark().startsWith("not run"))
                .count();
        assertThat(notRun).isEqualTo(NOT_RUN);
    }

    private static String mark(Snippet snippet, String kind, String where) {
        assertThat(snippet.mark()).as(where + " needs <!-- " + kind + "... -->").startsWith(kind);
        return snippet.mark().substring(kind.length());
    }

    private void runCommands(String where, Snippet snippet) throws IOException {
        if (snippet.mark().startsWith("given: ")) {
            run(where, snippet.mark().substring("given: ".length()), List.of());
        }
        boolean console = snippet.language().equals("console");
        List<String> lines = joined(snippet.lines());
        int commands = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#") || (console && !line.startsWith("$ "))) {
                continue;
            }
            commands++;
            List<String> shown = new ArrayList<>();
            for (int next = i + 1;
                    console && next < lines.size() && !lines.get(next).startsWith("$ ");
                    next++) {
                shown.add(lines.get(next));
            }
            if (!skipped(snippet, line)) {
                run(where, console ? line.substring(2) : line, shown);
            }
        }
        assertThat(commands).as(where + " commands").isPositive();
    }

    /** Lines that end in a backslash go on. */
    private static List<String> joined(List<String> lines) {
        return String.join("\n", lines).replaceAll("\\\\\n\\s*", "").lines().toList();
    }

    private static boolean skipped(Snippet snippet, String line) {
        String program = line.replaceFirst("^\\$ ", "").split(" ", 2)[0];
        return NOT_THESE
                .matcher(snippet.mark())
                .results()
                .flatMap(mark -> Stream.of(mark.group(1).split(", ")))
                .anyMatch(program::equals);
    }

    private void run(String where, String command, List<String> shown) throws IOException {
        for (String part : command.split(" && ", -1)) {
            List<String> words = new ArrayList<>(ShellWords.of(part));
            assertThat(words.remove(0))
                    .as(where + ": only straits is run here; mark others <!-- not run (...): why -->: " + part)
                    .isIn("straits", "experiments/bin/straits");
            int to = words.indexOf(">");
            Path redirected = to < 0 ? null : folder.resolve(words.get(to + 1));
            List<String> own = words.stream()
                    .limit(to < 0 ? words.size() : to)
                    .map(this::placed)
                    .toList();
            boolean whole = !shown.isEmpty() && !takesLong(own);
            Cli cli = Cli.run(withPlaces(whole ? own : shortened(own)).toArray(new String[0]));
            // Two folders that differ are an answer too.
            assertThat(cli.exitCode())
                    .as(where + ": " + part + "\n" + cli.err())
                    .isIn(0, own.get(0).equals("compare") ? 6 : 0);
            if (redirected != null) {
                Files.writeString(redirected, cli.out());
            }
            if (whole) {
                assertShown(where, shown, cli.out().replace(folder + "/", ""));
            }
        }
    }

    private static void assertShown(String where, List<String> shown, String out) {
        List<String> expected = shown.stream()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty() && !line.startsWith("[..."))
                .toList();
        List<String> found = out.lines().map(String::stripTrailing).toList();
        if (!expected.isEmpty()) {
            assertThat(found).as(where).containsSubsequence(expected);
        }
    }

    /** A command with its files in the folder of the test; what ships, or lies in the sources, stays where it is. */
    private String placed(String word) {
        return Pattern.compile("[^,=]+").matcher(word).replaceAll(found -> {
            String name = found.group();
            boolean source = name.contains("/") && Files.exists(Page.TOP.resolve(name));
            boolean own = name.matches("[\\w./-]+\\.(yaml|csv|tmp)")
                    || (name.matches("[\\w./-]+") && Files.exists(folder.resolve(name.split("/", 2)[0])));
            Path path = source ? Page.TOP.resolve(name) : own ? folder.resolve(name) : Path.of("");
            return Matcher.quoteReplacement(source || own ? path.toString() : name);
        });
    }

    private static boolean runs(List<String> words) {
        return !words.isEmpty() && RUNS.contains(words.get(0));
    }

    private static boolean takesLong(List<String> words) {
        return runs(words)
                && SHORT.containsKey(words.get(1))
                && !words.contains("--dry-run")
                && words.stream().noneMatch(word -> word.startsWith("horizon="));
    }

    /** With few replications, and a horizon that is short. */
    private static List<String> shortened(List<String> command) {
        List<String> words = new ArrayList<>(command);
        if (words.get(0).equals("verify") && !words.contains("--case")) {
            words.remove("--quick");
            words.addAll(List.of("--case", "S24"));
        }
        int replications = words.indexOf("--replications");
        if (takesLong(words)) {
            words.addAll(SHORT.getOrDefault(words.get(1), List.of()));
        }
        if (runs(words) && replications < 0) {
            words.addAll(List.of("--replications", "1"));
        } else if (takesLong(command)) {
            words.set(replications + 1, "3");
        }
        return words;
    }

    /** With what it writes in the folder of the test. */
    private List<String> withPlaces(List<String> command) {
        List<String> words = new ArrayList<>(command);
        int out = words.indexOf("--out");
        if (out >= 0) {
            words.set(out + 1, folder.resolve(words.get(out + 1)).toString());
        } else if (runs(words)) {
            words.addAll(
                    List.of("--out", folder.resolve("out-" + words.hashCode()).toString()));
        } else if (words.equals(List.of("init"))) {
            words.addAll(List.of("--out", folder.resolve("my-market.yaml").toString()));
        }
        return words;
    }

    /** A file is checked by the command of the page that runs it. */
    private void validate(String where, Snippet snippet) throws IOException {
        String text = snippet.text();
        if (snippet.mark().startsWith("file: ")) {
            String name = mark(snippet, "file: ", where);
            Files.writeString(folder.resolve(name), text);
        } else if (text.contains("experiment: 1")) {
            String small = text.replaceAll("points: \\d{2,}", "points: 4")
                    .replaceAll("randomisations: \\d+", "randomisations: 2");
            assertSound(where, Files.writeString(folder.resolve("snippet.yaml"), small));
        } else {
            String[] mark = mark(snippet, "in: ", where).split(", without: ", -1);
            String starter = Files.readString(Path.of("scenarios/starter.yaml"));
            String scenario = YamlPieces.put(starter, mark[0], text, mark.length > 1 ? mark[1] : "");
            assertSound(where, Files.writeString(folder.resolve("piece.yaml"), scenario));
        }
    }

    private static void assertSound(String where, Path file) {
        Cli cli = Cli.run("validate", file.toString());
        assertThat(cli.exitCode()).as(cli.out() + cli.err() + where).isZero();
    }

    /** A class as it stands, or statements with their imports. */
    private void compile(String where, String text) {
        String imports = text.lines().filter(line -> line.startsWith("import ")).reduce("", (a, b) -> a + b + "\n");
        String rest = text.lines().filter(line -> !line.startsWith("import ")).reduce("", (a, b) -> a + b + "\n");
        boolean whole = text.startsWith("package ");
        String source =
                whole ? text : imports + "final class Snippet { static void main(String[] args) {\n" + rest + "} }";
        String name = whole ? text.replaceAll("(?s).*?class (\\w+).*", "$1") : "Snippet";
        JavaFileObject unit =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> faults = new ArrayList<>();
        String classes = folder.toString();
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        fault -> faults.add(fault.toString()),
                        List.of(
                                "-proc:none",
                                "-classpath",
                                place(Study.class) + File.pathSeparator + place(SimTime.class),
                                "-d",
                                classes),
                        null,
                        List.of(unit));
        assertThat(task.call()).as(where + " " + faults).isTrue();
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Commands in running text: they exist, and so do their options. */
    @Test
    void everyCommandInRunningTextIsKnown() {
        CommandLine program = StraitsCommand.commandLine(new StopSignal());
        Set<String> wrong = new TreeSet<>();
        int checked = 0;
        for (Page page : Page.all()) {
            for (MatchResult found : INLINE.matcher(page.text()).results().toList()) {
                checked++;
                CommandLine command = program;
                for (String word :
                        ShellWords.of(found.group(1).replace("\n", " ").replaceAll("\\[|\\]", " "))) {
                    CommandLine sub = command.getSubcommands().get(word);
                    command = sub == null ? command : sub;
                    for (String option : word.startsWith("--") ? word.split("\\\\?\\|", -1) : new String[0]) {
                        String name = option.split("=", 2)[0];
                        if (!command.getCommandSpec().optionsMap().containsKey(name)) {
                            wrong.add(page.file() + ": " + found.group(1) + ": " + name);
                        }
                    }
                }
                if (command == program) {
                    wrong.add(page.file() + ": " + found.group(1));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void everyLinkLeadsToAFile() {
        Set<String> wrong = new TreeSet<>();
        for (Page page : Page.all()) {
            Path above = Page.TOP.resolve(page.file()).toAbsolutePath().getParent();
            Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)\\s]*)?\\)")
                    .matcher(page.text())
                    .results()
                    .forEach(link -> {
                        if (above != null && !Files.exists(above.resolve(link.group(1)))) {
                            wrong.add(page.file() + ": " + link.group(1));
                        }
                    });
        }
        assertThat(wrong).isEmpty();
    }
}
