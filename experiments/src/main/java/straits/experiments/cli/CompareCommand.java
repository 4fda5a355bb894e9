package straits.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.engine.LadderQueue;
import straits.experiments.api.BadInputException;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.EventTrace;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.FolderDifference;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;
import straits.experiments.output.OutcomeRow;

@Command(
        name = "compare",
        description = {
            "Says whether two folders of results are the same.",
            "They are identical, equal as far as their replications can tell, or different.",
            "With equal seeds, also the first row and the first event of a run in which they differ.",
            "Exit code 0 for the first two, 6 for different."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  straits compare runs/seven-billion-1a2b3c4d results"})
final class CompareCommand implements Callable<Integer> {

    private static final String SAME_EVENTS = "every event of this run is the same in both";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "Folder of a finished run.")
    @SuppressWarnings("NullAway.Init") // required
    private Path one;

    @Parameters(index = "1", paramLabel = "B", description = "Folder of another finished run.")
    @SuppressWarnings("NullAway.Init") // required
    private Path other;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine(), false);
        Manifest ones = manifest(one);
        Manifest others = manifest(other);
        List<String> changed = Stream.concat(ones.verify(one).stream(), others.verify(other).stream())
                .toList();
        if (!changed.isEmpty()) {
            changed.forEach(console::error);
            return ExitCode.INPUT_OUTPUT;
        }
        List<FolderDifference> differences = FolderDifference.of(one, ones, other, others);
        if (differences.isEmpty()) {
            console.result("identical: every file, the manifest aside\n");
            return ExitCode.DONE;
        }
        boolean sameSeed = ones.masterSeed().equals(others.masterSeed());
        if (sameSeed) {
            tellFirst(differences, ones, others, console);
        }
        Verdict verdict = Verdict.of(one, other, sameSeed);
        console.result(verdict.text());
        return verdict.different() ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private static Manifest manifest(Path folder) {
        if (!Files.exists(folder.resolve(Manifest.FILE))) {
            throw new BadInputException(
                    Files.isDirectory(folder)
                            ? folder + " holds no finished run: there is no " + Manifest.FILE
                                    + " in it; straits resume goes on with an unfinished one"
                            : "there is no folder " + folder + "; straits run makes one, by default in runs");
        }
        return Manifest.read(folder);
    }

    private void tellFirst(List<FolderDifference> differences, Manifest ones, Manifest others, Console console) {
        FolderDifference first = first(differences);
        List<Integer> run = first.run();
        console.result("first difference: " + first + "\n");
        if (run != null) {
            String event = sameEvents(run) ? SAME_EVENTS : firstEvent(run, ones, others);
            console.result(event + "\n");
        }
    }

    /** What the fingerprints say, whichever program has run the folders. */
    private boolean sameEvents(List<Integer> run) {
        String ones = eventsFingerprint(one, run);
        return !ones.isEmpty() && ones.equals(eventsFingerprint(other, run));
    }

    /** Empty where a run has none. */
    private static String eventsFingerprint(Path folder, List<Integer> run) {
        List<String> row = OutcomeRow.in(folder, new UnitKey(run.get(0), "", run.get(1)));
        int column = OutcomeRow.header().indexOf("events_fingerprint");
        return row == null || row.size() != OutcomeRow.header().size() ? "" : row.get(column);
    }

    /** Of the earliest run; tables over runs come last. */
    private static FolderDifference first(List<FolderDifference> differences) {
        Comparator<FolderDifference> byRun = Comparator.comparing(
                FolderDifference::run,
                Comparator.nullsLast(Comparator.<List<Integer>>comparingInt(run -> run.get(0))
                        .thenComparingInt(run -> run.get(1))));
        return differences.stream().min(byRun).orElseThrow();
    }

    private String firstEvent(List<Integer> run, Manifest ones, Manifest others) {
        Experiment first = RecordedRun.experiment(one);
        Experiment second = RecordedRun.experiment(other);
        if (!ofThisProgram(first, ones) || !ofThisProgram(second, others)) {
            return "the events cannot be compared: this program is not the one that ran both folders";
        }
        int point = run.get(0);
        if (point >= first.points().size() || point >= second.points().size()) {
            return "the events cannot be compared: only one of the folders has point " + point;
        }
        EventTrace.Difference difference = EventTrace.first(traced(first, run), traced(second, run));
        return difference == null
                ? SAME_EVENTS
                : "first event that differs: " + told(difference.one(), first) + "; "
                        + told(difference.other(), second);
    }

    private static boolean ofThisProgram(Experiment experiment, Manifest manifest) {
        return Hashes.sha256(experiment.identity()).equals(manifest.experimentHash())
                && manifest.commit().equals(RunSession.commit());
    }

    private static EventTrace.Run traced(Experiment experiment, List<Integer> run) {
        UnitKey key =
                new UnitKey(run.get(0), experiment.points().get(run.get(0)).regime(), run.get(1));
        MonteCarlo runs = new MonteCarlo(experiment, LadderQueue::new);
        return observer -> runs.observed(key, observer);
    }

    private static String told(EventTrace.@Nullable Event event, Experiment experiment) {
        return event == null
                ? "the run has ended"
                : event + " at " + SimulatedTime.text(experiment.scenario().start(), event.micros());
    }
}
