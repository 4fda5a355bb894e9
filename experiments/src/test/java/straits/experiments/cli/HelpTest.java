package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import straits.experiments.ShellWords;
import straits.experiments.montecarlo.StopSignal;

/** What commands say of themselves: help with examples that can be typed, by groups, and in colour only where asked for. */
final class HelpTest {

    private static CommandLine program() {
        return StraitsCommand.commandLine(new StopSignal());
    }

    private static Stream<CommandLine> withinAndIt(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::withinAndIt));
    }

    static List<String> commands() {
        return withinAndIt(program())
                .map(command -> command.getCommandSpec().qualifiedName())
                .toList();
    }

    private static CommandLine named(String qualified) {
        CommandLine command = program();
        for (String name : qualified.split(" ", -1)) {
            if (!name.equals("straits")) {
                command = Objects.requireNonNull(command.getSubcommands().get(name));
            }
        }
        return command;
    }

    /** The commands of an example, without what a shell does with them. */
    private static List<List<String>> typed(String example) {
        List<List<String>> commands = new ArrayList<>();
        for (String command : example.split("&&", -1)) {
            List<String> words = ShellWords.of(command.replaceAll(" {3,}.*| > .*", ""));
            if (!words.isEmpty() && words.get(0).equals("straits")) {
                commands.add(words.subList(1, words.size()));
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamplesThatItUnderstands(String qualified) {
        CommandLine command = named(qualified);
        List<String> words = new ArrayList<>(Arrays.asList(qualified.split(" ", -1)));
        words.add("--help");
        Cli help = Cli.run(words.subList(1, words.size()).toArray(new String[0]));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: " + qualified, "Examples:", "Exit codes:");
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        assertThat(usage.description()[0]).endsWith(".").hasSizeLessThan(88);
        List<List<String>> examples = Arrays.stream(usage.footer())
                .flatMap(line -> typed(line).stream())
                .toList();
        assertThat(examples).as(qualified).isNotEmpty();
        for (List<String> example : examples) {
            String own = "straits " + String.join(" ", example) + " ";
            assertThat(own).startsWith(qualified + (qualified.equals("straits") ? " " : ""));
            // Throws, with the reason, if the program does not know it.
            program().parseArgs(example.toArray(new String[0]));
        }
    }

    @Test
    void theProgramNamesEveryCommandOnce() {
        String help = Cli.run("--help").out();
        for (String name : program().getSubcommands().keySet()) {
            assertThat(help).containsOnlyOnce("\n  " + name + " ");
        }
        assertThat(help).containsSubsequence("To begin:", "  init", "Runs:", "  run ", "Results:", "Exit codes:");
    }

    @Test
    void whatIsUnknownIsAnsweredByWhatIsNear() {
        assertBad("unknown command \"rn\"; did you mean \"run\"?", "straits --help", "rn", "starter");
        assertBad(
                "unknown option \"--thread\"; did you mean \"--threads\"?", "run --help", "run", "x", "--thread", "2");
        assertBad("unknown option \"--sed\"; did you mean \"--seed\"?", "run --help", "run", "x", "--sed=2");
        assertBad("more than it takes: \"b\"", "show --help", "show", "a", "b");
        assertBad("Missing required parameter: 'NAME|FILE'", "straits run --help", "run");
        assertBad("there is no file nowhere/mine.yaml", "straits init", "run", "nowhere/mine.yaml");
        assertBad("src is a folder", "straits resume src", "run", "src");
        assertBad(
                "unknown regime \"us-2024\"; did you mean \"us-2022\"?", "list", "regime", "copy", "us-2024", "a.yaml");
        for (String command : new String[] {"resume", "compare", "explain", "rerun", "merge"}) {
            assertThat(Cli.run(command, "src", "src", "--tenant=a", "--replication=0", "--point=0")
                            .exitCode())
                    .isEqualTo(2);
        }
        assertBad("there is no folder nowhere", "straits run makes one", "resume", "nowhere");
        assertBad("there is no folder nowhere", "straits run makes one", "compare", "nowhere", "nowhere");
        assertBad("src holds no run", "straits run makes", "resume", "src");
    }

    private static void assertBad(String what, String next, String... args) {
        Cli cli = Cli.run(args);
        assertThat(cli.exitCode()).as(String.join(" ", args)).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains(what, next).doesNotContain("Exception").doesNotContain("\u001b");
        assertThat(cli.err().lines()).hasSizeLessThan(4);
    }

    @Test
    @ResourceLock("straits.colour")
    void coloursOnlyWhereTheLauncherSaysSo() {
        assertThat(Cli.run("--help").out()).doesNotContain("\u001b[");
        System.setProperty("straits.colour", "true");
        try {
            assertThat(Cli.run("--help").out()).contains("\u001b[");
            assertThat(Cli.run("resume", "nowhere").err()).startsWith("\u001b[");
            assertThat(Cli.run("rn").err()).startsWith("\u001b[");
            assertThat(Cli.run("list").out()).doesNotContain("\u001b[");
        } finally {
            System.clearProperty("straits.colour");
        }
    }
}
