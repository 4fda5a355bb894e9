package straits.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.JournalHead;
import straits.experiments.output.Manifest;
import straits.experiments.output.TableFormat;

@Command(
        name = "resume",
        description = {
            "Goes on with a run that was interrupted or killed.",
            "It begins after the last replication that is on the disk.",
            "The folder ends with the same bytes as that of a run never interrupted."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  straits resume runs/seven-billion-1a2b3c4d", "  straits resume results --threads 4"})
final class ResumeCommand implements Callable<Integer> {

    private final StopSignal stop;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of the run.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Mixin
    private SimulationOptions simulation = new SimulationOptions();

    @Mixin
    private ViewOptions view = new ViewOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but the answers and errors.")
    private boolean quiet;

    ResumeCommand(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        Experiment experiment = RecordedRun.experiment(folder);
        boolean complete = Files.exists(folder.resolve(Manifest.FILE));
        Shard shard;
        TableFormat format = TableFormat.CSV;
        if (complete) {
            shard = Shard.parse(Manifest.read(folder).shard());
        } else {
            JournalHead head = JournalHead.of(folder);
            shard = head.shard();
            format = head.format();
        }
        List<String> arguments =
                List.copyOf(spec.commandLine().getParent().getParseResult().originalArgs());
        return new RunSession(experiment, shard, format, new Console(spec.commandLine(), quiet), view, arguments)
                .run(folder, simulation.simulations(experiment, shard), stop);
    }
}
