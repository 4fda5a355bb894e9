package straits.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.BadInputException;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;
import straits.experiments.output.ResultFiles;
import straits.experiments.output.ShardFolder;

@Command(
        name = "merge",
        description = {
            "Puts the shards of an experiment together, of straits run --shard.",
            "The folder has the same bytes as that of the whole experiment run on one machine, the manifest aside."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  straits merge part-1 part-2 part-3 --out whole", "  straits merge parts/* --format parquet"})
final class MergeCommand implements Callable<Integer> {

    private final StopSignal stop;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of all shards, in any order.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the whole; default: runs/<name>-<hash>. Must be absent, empty or of this very experiment.")
    private @Nullable Path out;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but the answers and errors.")
    private boolean quiet;

    MergeCommand(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        List<ShardFolder> shards = Shards.of(folders);
        Experiment experiment = RecordedRun.experiment(folders.get(0));
        requireSameProgram(experiment, Manifest.read(folders.get(0)));
        Console console = new Console(spec.commandLine(), quiet);
        List<String> arguments =
                List.copyOf(spec.commandLine().getParent().getParseResult().originalArgs());
        return new RunSession(experiment, Shard.WHOLE, format.chosen(), console, new ViewOptions(), arguments)
                .run(out, (to, progress, signal) -> merge(shards, experiment.units(), to, signal), stop);
    }

    private void requireSameProgram(Experiment experiment, Manifest manifest) {
        if (!Hashes.sha256(experiment.identity()).equals(manifest.experimentHash())
                || !RunSession.commit().equals(manifest.commit())) {
            throw new BadInputException("the shards were run by version " + manifest.version() + " at commit \""
                    + manifest.commit() + "\", this is version " + experiment.version() + " at commit \""
                    + RunSession.commit() + "\"; merge them with the program that ran them");
        }
    }

    private static boolean merge(List<ShardFolder> shards, long units, ResultFiles to, StopSignal stop) {
        for (long unit = to.results().size(); unit < units; unit++) {
            if (stop.isRequested()) {
                return false;
            }
            ShardFolder shard = shards.get((int) (unit % shards.size()));
            to.accept(shard.unit((int) (unit / shards.size())));
        }
        return true;
    }
}
