package straits.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.TableFormat;

/** Where the results of an experiment go, in which form, and how much is said of it. */
final class SessionOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the results; default: runs/<name>-<hash>. Must be absent, empty or of this very experiment.")
    private @Nullable Path out;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = "--dry-run",
            description =
                    "Run nothing but one measured replication: print the points, the runs, and what they would take.")
    private boolean dryRun;

    @Mixin
    private ViewOptions view = new ViewOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but the answers and errors.")
    private boolean quiet;

    TableFormat format() {
        return format.chosen();
    }

    Console console() {
        return new Console(spec.commandLine(), quiet);
    }

    /** Sees to the results being there, or says what they would take; gives the exit code. */
    int run(Experiment experiment, Shard shard, SimulationOptions simulation, UnitSource source, StopSignal stop) {
        Console console = console();
        if (dryRun) {
            console.result(simulation.dryRun(experiment, shard).report());
            return ExitCode.DONE;
        }
        return new RunSession(experiment, shard, format(), console, view, arguments()).run(out, source, stop);
    }

    private List<String> arguments() {
        return List.copyOf(spec.commandLine().getParent().getParseResult().originalArgs());
    }
}
