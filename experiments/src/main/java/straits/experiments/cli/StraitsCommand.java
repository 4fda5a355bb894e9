package straits.experiments.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code straits}: every command hangs from it. */
@Command(
        name = "straits",
        description = "Simulates datacenter GPU rental markets.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = ListCommand.class)
public final class StraitsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new StraitsCommand()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
