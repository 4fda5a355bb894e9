package straits.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import straits.experiments.design.Experiment;
import straits.experiments.design.Replications;
import straits.experiments.design.TwinWorlds;
import straits.experiments.figures.FigureFiles;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.WorldDifference;
import straits.experiments.montecarlo.WorldDifferences;
import straits.experiments.output.Disk;
import straits.experiments.output.FileEntry;
import straits.experiments.output.FileReason;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;
import straits.experiments.output.ResultFiles;
import straits.experiments.output.RunFolder;
import straits.experiments.output.Standings;
import straits.experiments.output.StressReport;
import straits.experiments.output.TableFormat;
import straits.experiments.report.Report;

/** An experiment, or a shard of it, and its folder: run, gone on with, or verified when it is there already. */
final class RunSession {

    private static final Logger LOG = LoggerFactory.getLogger(RunSession.class);

    private static final int HASH_IN_NAME = 8;
    private static final int FAILURES_SHOWN = 10;

    private final Experiment experiment;
    private final Shard shard;
    private final TableFormat format;
    private final String hash;
    private final Console console;
    private final List<String> arguments;
    private final boolean live;
    private final boolean figures;
    private final Disk disk;

    RunSession(
            Experiment experiment,
            Shard shard,
            TableFormat format,
            Console console,
            ViewOptions view,
            List<String> arguments) {
        this(experiment, shard, format, console, view, arguments, Disk.PLAIN);
    }

    /** One whose disk may fail. */
    RunSession(
            Experiment experiment,
            Shard shard,
            TableFormat format,
            Console console,
            ViewOptions view,
            List<String> arguments,
            Disk disk) {
        this.disk = disk;
        this.experiment = experiment;
        this.shard = shard;
        this.format = format;
        this.console = console;
        this.arguments = arguments;
        live = view.live();
        figures = view.figures();
        hash = Hashes.sha256(experiment.identity());
    }

    /** Sees to the results being in the folder and on the screen; gives the exit code. */
    int run(@Nullable Path out, UnitSource source, StopSignal stop) {
        Path path = out == null ? defaultFolder() : out;
        try (RunFolder folder = RunFolder.open(path, hash, shard, disk)) {
            LOG.info("experiment {} shard {} in {}: {}", hash, shard, path, folder.state());
            if (folder.state() == RunFolder.State.COMPLETE) {
                return verified(folder);
            }
            console.note(planned() + (shard.whole() ? "" : ", shard " + shard + " of them") + ", results in " + path);
            experiment.sampling().forEach(console::note);
            return begun(folder, source, stop);
        }
    }

    private String planned() {
        int points = experiment.points().size();
        String all = Counts.of(points, experiment.planText() == null ? "regime" : "point");
        Replications replications = experiment.replications();
        return replications.areOpen()
                ? all + " x " + replications.min() + " to " + replications.max() + " replications"
                : all + " x " + Counts.of(experiment.scenario().replications(), "replication");
    }

    private Path defaultFolder() {
        String part = shard.whole() ? "" : "-shard-" + shard.number() + "-of-" + shard.of();
        return Path.of("runs", experiment.name() + "-" + hash.substring(0, HASH_IN_NAME) + part);
    }

    private int verified(RunFolder folder) {
        if (!folder.problems().isEmpty()) {
            folder.problems().forEach(console::error);
            console.error(
                    "The results were changed after the run and are left as they are; choose another folder with --out,"
                            + " or remove this one");
            return ExitCode.INPUT_OUTPUT;
        }
        console.note(folder.path() + " holds the results of this very experiment, unchanged; nothing to run"
                + " (for a run anew, remove the folder)"
                + (figures ? "; straits figures " + folder.path() + " draws its figures" : ""));
        tell(folder);
        return Manifest.read(folder.path()).failedReplications() == 0 ? ExitCode.DONE : ExitCode.FAILED_REPLICATION;
    }

    private void tell(RunFolder folder) {
        if (!shard.whole()) {
            console.note("this is shard " + shard + ": when all are there, straits merge puts them together");
            return;
        }
        Path file = folder.path().resolve(ResultFiles.ANSWERS);
        try {
            console.result(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileReason.of(e), e);
        }
        Path report = folder.path().resolve(Report.FILE);
        if (Files.exists(report)) {
            console.note("the same with charts, to be opened in a browser: " + report);
        }
    }

    private int begun(RunFolder folder, UnitSource source, StopSignal stop) {
        try (ResultFiles files = opened(folder)) {
            return filled(files, folder, source, stop);
        }
    }

    private ResultFiles opened(RunFolder folder) {
        try {
            folder.begin();
            return new ResultFiles(folder, experiment, format, commit(), Instant.now(), System::nanoTime);
        } catch (UncheckedIOException e) {
            // What was found in the folder may be in the way; of a new one only the disk can be.
            throw folder.state() == RunFolder.State.NEW ? told(e, "Nothing was run yet: the same command goes on") : e;
        }
    }

    private int filled(ResultFiles files, RunFolder folder, UnitSource source, StopSignal stop) {
        try {
            if (!delivered(files, folder.path(), source, stop)) {
                return ExitCode.INTERRUPTED;
            }
            List<WorldDifference> differences = differences(files, stop);
            if (differences == null) {
                console.error("interrupted while looking for the first event that differs; " + goesOn(folder.path()));
                return ExitCode.INTERRUPTED;
            }
            List<FileEntry> entries = files.finish(differences, this::pages);
            List<UnitResult> failed = files.failed();
            folder.complete(manifest(files, failed.size(), entries));
            tell(folder);
            return ended(failed, files.results().size(), folder.path());
        } catch (UncheckedIOException e) {
            throw told(e, "What was finished is safe: " + goesOn(folder.path()));
        }
    }

    private static UncheckedIOException told(UncheckedIOException failure, String next) {
        return new UncheckedIOException(failure.getMessage() + "\n" + next, failure.getCause());
    }

    private Map<String, byte[]> pages(Path folder) {
        Report report = Report.of(folder, experiment);
        Map<String, byte[]> pages = new LinkedHashMap<>();
        pages.put(Report.FILE, report.html().getBytes(UTF_8));
        if (figures) {
            pages.putAll(FigureFiles.of(report.charts()));
        }
        return pages;
    }

    /** Of a twin; null if it was stopped. */
    private @Nullable List<WorldDifference> differences(ResultFiles files, StopSignal stop) {
        TwinWorlds worlds = experiment.worlds();
        if (worlds == null || worlds.sets() != null || !shard.whole()) {
            return List.of();
        }
        console.note("looking for the first event that differs in each replication");
        return WorldDifferences.of(experiment, worlds, files.results(), stop);
    }

    private boolean delivered(ResultFiles files, Path path, UnitSource source, StopSignal stop) {
        long units = shard.count(experiment.units());
        int before = files.results().size();
        if (before > 0) {
            console.note("goes on after " + before + " of " + Counts.of(units, "run"));
        }
        Progress progress =
                new Progress(console, isTerminal(), units, before, System::nanoTime, live ? seen(files) : List::of);
        boolean all = source.deliver(files, progress, stop);
        files.force();
        progress.end();
        if (!all) {
            console.error("interrupted after " + files.results().size() + " of " + Counts.of(units, "run") + "; "
                    + goesOn(path));
        }
        return all;
    }

    /** What the runs that were delivered say so far. */
    private Supplier<List<String>> seen(ResultFiles files) {
        Standings standings = new Standings(experiment, shard);
        return () -> {
            standings.look(files.results());
            return standings.lines();
        };
    }

    private static String goesOn(Path path) {
        return "the same command goes on from there, and so does: straits resume " + path;
    }

    /** The launcher knows whether standard error is a terminal; Java does not. */
    private static boolean isTerminal() {
        return Boolean.getBoolean("straits.terminal");
    }

    /** The launcher knows the commit. */
    static String commit() {
        return Objects.requireNonNullElse(System.getProperty("straits.commit"), "");
    }

    private Manifest manifest(ResultFiles files, int failed, List<FileEntry> entries) {
        Instant finished = Instant.now();
        return new Manifest(
                "straits",
                experiment.version(),
                commit(),
                Manifest.runningJvm(),
                Manifest.runningOs(),
                arguments,
                Hashes.sha256(experiment.text()),
                hash,
                shard.toString(),
                experiment.extensions(),
                experiment.scenario().seed(),
                experiment.points().size(),
                files.results().size(),
                failed,
                files.started(),
                finished,
                StressReport.of(experiment, files.results(), Duration.between(files.started(), finished)),
                entries);
    }

    private int ended(List<UnitResult> failed, int runs, Path path) {
        failed.stream()
                .limit(FAILURES_SHOWN)
                .forEach(each -> console.error("failed: regime " + each.key().regime() + ", replication "
                        + each.key().replication() + ": " + each.stopReason()));
        if (failed.isEmpty()) {
            return ExitCode.DONE;
        }
        UnitResult first = failed.get(0);
        if (!first.lastEvents().isEmpty()) {
            Failure.tell(first, console);
        }
        console.error("to see it again with the events before it: straits rerun " + path + " --point "
                + first.key().point() + " --replication " + first.key().replication() + " --check");
        console.error(failed.size() + " of " + runs + " runs failed; they are rows of outcomes.csv and in no mean");
        return ExitCode.FAILED_REPLICATION;
    }
}
