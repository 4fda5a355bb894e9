package straits.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.FileEntry;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;
import straits.experiments.output.ResultFiles;
import straits.experiments.output.RunFolder;

/** One experiment and its folder: run, run again from the start after an interruption, or verified when it is there already. */
final class RunSession {

    private static final Logger LOG = LoggerFactory.getLogger(RunSession.class);

    private static final int HASH_IN_NAME = 8;
    private static final int FAILURES_SHOWN = 10;

    private final Experiment experiment;
    private final String hash;
    private final Console console;
    private final List<String> arguments;

    RunSession(Experiment experiment, Console console, List<String> arguments) {
        this.experiment = experiment;
        this.console = console;
        this.arguments = arguments;
        hash = Hashes.sha256(experiment.identity());
    }

    /** Sees to the results being in the folder and on the screen; gives the exit code. */
    int run(@Nullable Path out, MonteCarlo runs, int threads, StopSignal stop) {
        Path path = out == null ? defaultFolder() : out;
        try (RunFolder folder = RunFolder.open(path, hash)) {
            LOG.info("experiment {} in {}: {}", hash, path, folder.state());
            if (folder.state() == RunFolder.State.COMPLETE) {
                return verified(folder);
            }
            if (folder.state() == RunFolder.State.RESTART) {
                console.note(path + " holds an unfinished run of this experiment; it starts again");
            }
            console.note(count(experiment.points().size(), "regime") + " x "
                    + count(experiment.scenario().replications(), "replication") + " on " + count(threads, "thread")
                    + ", results in " + path);
            folder.begin();
            return fresh(folder, runs, threads, stop);
        }
    }

    private static String count(int number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    private Path defaultFolder() {
        return Path.of("runs", experiment.scenario().name() + "-" + hash.substring(0, HASH_IN_NAME));
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
                + " (for a run anew, remove the folder)");
        console.result(answers(folder));
        return Manifest.read(folder.path()).failedReplications() == 0 ? ExitCode.DONE : ExitCode.FAILED_REPLICATION;
    }

    private static String answers(RunFolder folder) {
        Path file = folder.path().resolve(ResultFiles.ANSWERS);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private int fresh(RunFolder folder, MonteCarlo runs, int threads, StopSignal stop) {
        Instant started = Instant.now();
        try (ResultFiles files = new ResultFiles(folder, experiment)) {
            files.open();
            Progress progress = new Progress(console, isTerminal(), experiment.units(), System::nanoTime);
            boolean all = runs.run(threads, files, progress, stop);
            progress.end();
            if (!all) {
                console.error("interrupted; the same command starts again in " + folder.path());
                return ExitCode.INTERRUPTED;
            }
            List<FileEntry> entries = files.finish();
            List<UnitResult> failed = files.failed();
            folder.complete(manifest(started, failed.size(), entries));
            console.result(answers(folder));
            return ended(failed);
        }
    }

    /** The launcher knows whether standard error is a terminal; Java does not. */
    private static boolean isTerminal() {
        return Boolean.getBoolean("straits.terminal");
    }

    private Manifest manifest(Instant started, int failed, List<FileEntry> entries) {
        return new Manifest(
                "straits",
                experiment.version(),
                Objects.requireNonNullElse(System.getProperty("straits.commit"), ""),
                Manifest.runningJvm(),
                Manifest.runningOs(),
                arguments,
                Hashes.sha256(experiment.text()),
                hash,
                experiment.scenario().seed(),
                experiment.points().size(),
                experiment.units(),
                failed,
                started,
                Instant.now(),
                entries);
    }

    private int ended(List<UnitResult> failed) {
        failed.stream()
                .limit(FAILURES_SHOWN)
                .forEach(each -> console.error("failed: regime " + each.key().regime() + ", replication "
                        + each.key().replication() + ": " + each.stopReason()));
        if (failed.isEmpty()) {
            return ExitCode.DONE;
        }
        console.error(failed.size() + " of " + experiment.units()
                + " runs failed; they are rows of outcomes.csv and in no mean");
        return ExitCode.FAILED_REPLICATION;
    }
}
