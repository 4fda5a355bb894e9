package straits.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.catalog.Catalog;
import straits.experiments.api.BadInputException;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.FileReason;
import straits.experiments.output.LogKind;
import straits.experiments.output.OutcomeRow;
import straits.experiments.output.RowDifference;
import straits.experiments.output.RunLog;

@Command(
        name = "rerun",
        description = {
            "Runs one replication of a folder of results again, with logs.",
            "Compares its answers with the row there, bit for bit, and writes down what happened in it. The folder itself is",
            "not changed."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits rerun results --point 1 --replication 17",
            "  straits rerun results --point 0 --replication 0 --log events,leases --until 2025-03-01"
        })
final class RerunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of results, finished or not.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--point", paramLabel = "P", required = true, description = "Design point, see points.csv.")
    private int point;

    @Option(names = "--replication", paramLabel = "R", required = true, description = "Replication, from 0.")
    private int replication;

    @Option(
            names = "--log",
            paramLabel = "LOG",
            split = ",",
            description = "Logs to write, joined by commas: events, leases, licences, deliveries. Default: none.")
    private Set<LogKind> logs = EnumSet.noneOf(LogKind.class);

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "End the run and its logs there: a date, 2025-03-01, or a time, 2025-03-01T12:00; no answers then.")
    private @Nullable String until;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the logs, absent or empty; default: <DIR>-point-P-replication-R.")
    private @Nullable Path out;

    @Option(
            names = "--engine",
            paramLabel = "QUEUE",
            description =
                    "Event queue: ladder, or ssj, slower, to check the first. Changes no result. Default: ladder.")
    private QueueChoice engine = QueueChoice.LADDER;

    @Option(
            names = "--check",
            description =
                    "Check invariants as it runs; one that breaks ends it, with the last 50 events before, and exit code 3.")
    private boolean check;

    @Override
    public Integer call() {
        RecordedRun run = RecordedRun.of(folder, point, replication, spec.commandLine());
        UnitKey key = run.key();
        Catalog catalog = run.world().catalog();
        long untilMicros = untilMicros(catalog);
        MonteCarlo runs = new MonteCarlo(run.experiment(), engine::newQueue, check);
        Console console = new Console(spec.commandLine(), false);
        Path to = logFolder();
        UnitResult result = null;
        try (RunLog log = new RunLog(to, logs, key, catalog, run.world().regime())) {
            if (until == null) {
                result = runs.observed(key, log);
            } else {
                runs.observedUntil(key, untilMicros, log);
            }
            console.note(log.events() + " events" + (logs.isEmpty() ? "" : "; logs in " + to));
        }
        return result == null ? ExitCode.DONE : compared(result, console);
    }

    private long untilMicros(Catalog catalog) {
        try {
            return until == null ? Long.MAX_VALUE : SimulatedTime.micros(catalog, until);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--until: " + e.getMessage(), e);
        }
    }

    private Path logFolder() {
        Path name = folder.toAbsolutePath().normalize();
        Path to = out == null
                ? name.resolveSibling(name.getFileName() + "-point-" + point + "-replication-" + replication)
                : out;
        if (logs.isEmpty()) {
            return to;
        }
        try {
            Files.createDirectories(to);
            try (Stream<Path> names = Files.list(to)) {
                if (names.findAny().isPresent()) {
                    throw new BadInputException(to + ": is not empty; nothing was changed, choose another with --out");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + to + ": " + FileReason.of(e), e);
        }
        return to;
    }

    private int compared(UnitResult result, Console console) {
        if (check && !result.ok()) {
            Failure.tell(result, console);
            return ExitCode.FAILED_REPLICATION;
        }
        List<String> header = OutcomeRow.header();
        List<String> again = OutcomeRow.of(result);
        for (int column = 0; column < header.size(); column++) {
            console.result(header.get(column) + ": " + again.get(column) + "\n");
        }
        List<String> before = OutcomeRow.in(folder, result.key());
        if (before == null) {
            console.note("there is no row of this replication in " + folder + " yet");
            return ExitCode.DONE;
        }
        RowDifference difference = RowDifference.of(header, before, again);
        if (difference == null) {
            console.note("the same, bit for bit, as the row in " + folder);
            return ExitCode.DONE;
        }
        console.error("differs from the row in " + folder + ": " + difference.column() + " was " + difference.one()
                + ", is " + difference.other() + "; was it another version of the program, or were files changed?");
        return ExitCode.DIFFERENT;
    }
}
