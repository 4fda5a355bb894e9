package straits.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "regime",
        description = "Makes files of regimes, for --regime FILE.",
        subcommands = RegimeCopyCommand.class,
        footerHeading = "%nExamples:%n",
        footer = {"  straits regime copy us-2023 mine.yaml"})
final class RegimeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: straits regime copy");
    }
}
