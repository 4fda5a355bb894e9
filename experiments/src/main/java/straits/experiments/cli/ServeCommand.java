package straits.experiments.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.serve.LiveServer;

@Command(
        name = "serve",
        description = {
            "Shows a folder of results as a page of this machine.",
            "It follows the run while it goes on, from a second terminal: how far each point is, the main answers so far with"
                    + " their intervals, and how these shrink; afterwards its answers and files.",
            "Only this machine reaches the page. Nothing is written. Ctrl-C ends it."
        },
        footerHeading = "%nExamples:%n",
        footer = "  straits serve my-run",
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final long LOOK_MILLIS = 100;

    private final StopSignal stop;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of a run, finished or not.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--port", paramLabel = "N", description = "Where to listen; default: 0, any port that is free.")
    private int port;

    ServeCommand(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be from 0 to " + HIGHEST_PORT + ", was " + port);
        }
        Console console = new Console(spec.commandLine(), false);
        try (LiveServer server =
                LiveServer.start(folder, RecordedRun.experiment(folder), port, InstantSource.system())) {
            console.result(server.address() + "\n");
            console.note("open this address in a browser of this machine; Ctrl-C ends it");
            while (!stop.isRequested()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }
}
