package straits.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "trace",
        description = "Makes traces of requests, for tenant_classes.NAME.trace.rows of a scenario.",
        subcommands = TraceConvertCommand.class,
        footerHeading = "%nExamples:%n",
        footer = {"  straits trace convert --from helios cluster_log.csv venus.csv"})
final class TraceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: straits trace convert");
    }
}
