package straits.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import straits.experiments.api.RunPlace;
import straits.experiments.montecarlo.StopSignal;

/** The program {@code straits}: every command hangs from it. */
@Command(
        name = "straits",
        description = "Simulates datacenter GPU rental markets under supply limits and export rules.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            InitCommand.class,
            ListCommand.class,
            ShowCommand.class,
            ValidateCommand.class,
            SchemaCommand.class,
            RegimeCommand.class,
            TraceCommand.class,
            WarmUpCommand.class,
            RerunCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            FiguresCommand.class,
            DescribeCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "2:bad input, or a folder of something else; nothing was written",
            "3:a replication failed, an invariant broke or a verification case did not pass; it is a row of the results",
            "4:a file could not be read or written, or was changed since",
            "5:interrupted; the same command goes on",
            "6:what was compared differs"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits init && straits run my-market.yaml     a market of your own",
            "  straits run seven-billion                      the question of the project",
            "  straits describe summary                       what the tables hold"
        })
public final class StraitsCommand implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(StraitsCommand.class);

    private static final int HELP_WIDTH = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    private StraitsCommand() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        Interruption interruption = Interruption.watch();
        int exitCode = ExitCode.DEFECT;
        try {
            exitCode = commandLine(interruption.stop()).execute(args);
        } catch (Error e) {
            // Exceptions became messages; left over are errors of the machine or of the build, such as a full memory.
            LOG.error("the program cannot go on", e);
        }
        interruption.exit(exitCode == ExitCode.DONE && lost() ? ExitCode.INPUT_OUTPUT : exitCode);
    }

    /**
     * Runs {@code straits run} with its replications elsewhere: the same options, files, messages and exit codes.
     *
     * @param elsewhere where replications are run
     * @param stop ends the run early and tidily
     * @param out takes the answers
     * @param err takes everything else
     * @param args what stands behind {@code straits run}
     * @return the exit code
     */
    public static int run(RunPlace elsewhere, StopSignal stop, PrintWriter out, PrintWriter err, List<String> args) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(args);
        return commandLine(new RunCommand(stop, elsewhere))
                .setOut(out)
                .setErr(err)
                .execute(all.toArray(new String[0]));
    }

    /** The program as an object, which can be executed; the signal stops a run. */
    static CommandLine commandLine(StopSignal stop) {
        return commandLine(
                new RunCommand(stop, null),
                new TwinCommand(stop),
                new ResumeCommand(stop),
                new MergeCommand(stop),
                new ServeCommand(stop),
                new VerifyCommand(stop));
    }

    /** What was to be shown is part of the work: a full disk behind a redirection must not pass for success. */
    private static boolean lost() {
        boolean lost = System.out.checkError();
        if (lost) {
            System.err.println("cannot write to the standard output: what the command had to show is not all there");
        }
        return lost;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("no path of this machine: " + e.getReason());
        }
    }

    private static CommandLine commandLine(Object... commands) {
        CommandLine program = new CommandLine(new StraitsCommand());
        for (Object command : commands) {
            program.addSubcommand(command);
        }
        program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
        program.registerConverter(Path.class, StraitsCommand::path);
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Colours.chosen())
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(new Mistakes())
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
