package straits.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.engine.LadderQueue;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.story.Stories;
import straits.experiments.story.Teller;

@Command(
        name = "explain",
        description = {
            "Tells in plain words what happened to one thing in one replication.",
            "It runs that replication of the folder again and watches. Nothing is written."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits explain results --tenant lab",
            "  straits explain results --rule malaysia-cap --point 1 --replication 3",
            "  straits explain results --lease 4711"
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of results, finished or not.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required
    private Thing thing;

    @Option(names = "--point", paramLabel = "P", description = "Design point, see points.csv; default: 0.")
    private int point;

    @Option(names = "--replication", paramLabel = "R", description = "Replication, from 0; default: 0.")
    private int replication;

    /** What the story is about. */
    private static final class Thing {

        @Option(names = "--lease", paramLabel = "ID", description = "A lease, by its number in the log of leases.")
        private @Nullable Long lease;

        @Option(
                names = "--licence",
                paramLabel = "ID",
                description = "An application for a licence, by its number in the log of licences.")
        private @Nullable Integer licence;

        @Option(names = "--tenant", paramLabel = "KEY", description = "A tenant class or an anchor tenant.")
        private @Nullable String tenant;

        @Option(names = "--delivery", paramLabel = "KEY", description = "A delivery.")
        private @Nullable String delivery;

        @Option(names = "--rule", paramLabel = "KEY", description = "A rule of the regime of the point.")
        private @Nullable String rule;

        Teller teller(Stories stories) {
            if (lease != null) {
                return stories.lease(lease);
            }
            if (licence != null) {
                return stories.licence(licence);
            }
            if (tenant != null) {
                return stories.tenant(tenant);
            }
            return delivery != null ? stories.delivery(delivery) : stories.rule(String.valueOf(rule));
        }
    }

    @Override
    public Integer call() {
        RecordedRun run = RecordedRun.of(folder, point, replication, spec.commandLine());
        Teller teller = thing.teller(new Stories(run.world()));
        UnitResult result = new MonteCarlo(run.experiment(), LadderQueue::new).observed(run.key(), teller);
        Console console = new Console(spec.commandLine(), false);
        if (!result.ok()) {
            console.error("replication " + replication + " failed: " + result.stopReason());
            return ExitCode.FAILED_REPLICATION;
        }
        console.result(teller.story().text());
        console.note("point " + point + ", replication " + replication + ", seed "
                + run.experiment().seed(run.experiment().points().get(point)));
        return ExitCode.DONE;
    }
}
