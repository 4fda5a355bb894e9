package straits.experiments.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.experiments.design.Experiment;
import straits.experiments.output.RunProgress;

/**
 * A folder of results looked at again and again. It is read anew only when something was written, and the longer that takes, the less
 * often: watching a run must not slow it. Safe for several threads.
 */
final class LiveFolder {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Share of the time that is spent reading, at most: one in so many. */
    private static final int RARELY = 20;

    private final Path folder;
    private final Experiment experiment;
    private final InstantSource clock;
    private @Nullable RunProgress progress;
    private List<Object> seen = List.of();
    private Instant again = Instant.MIN;
    private @Nullable Glance first;

    /** What was there when the page was first asked for, to judge the speed by. */
    private record Glance(Instant at, long runs, long events) {}

    /**
     * How fast a run is.
     *
     * @param eventsPerSecond since the folder is looked at
     * @param left until it ends if it goes on so; with open replications at most
     */
    record Pace(double eventsPerSecond, Duration left) {}

    LiveFolder(Path folder, Experiment experiment, InstantSource clock) {
        this.folder = folder;
        this.experiment = experiment;
        this.clock = clock;
    }

    Path folder() {
        return folder;
    }

    Experiment experiment() {
        return experiment;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * What it holds now, or held a moment ago.
     *
     * @throws UncheckedIOException naming the path, if a file cannot be read
     */
    synchronized RunProgress look() {
        Instant now = now();
        List<Object> found = state();
        RunProgress last = progress;
        if (last != null && (now.isBefore(again) || found.equals(seen))) {
            return last;
        }
        RunProgress fresh = RunProgress.of(folder, experiment);
        Duration pause = Duration.between(now, now()).multipliedBy(RARELY);
        again = now().plus(pause.compareTo(PAUSE) > 0 ? pause : PAUSE);
        seen = found;
        progress = fresh;
        if (first == null) {
            first = new Glance(now, fresh.runs(), fresh.events());
        }
        return fresh;
    }

    /** Sizes and times of what tells that something was written. */
    private List<Object> state() {
        List<Object> state = new ArrayList<>();
        for (String name : RunProgress.FILES) {
            try {
                state.add(Files.size(folder.resolve(name)));
                state.add(Files.getLastModifiedTime(folder.resolve(name)));
            } catch (IOException absent) {
                state.add(name);
            }
        }
        return state;
    }

    /** How fast it goes; null while nothing was added since the first look. */
    synchronized @Nullable Pace pace(RunProgress progress) {
        Glance since = first;
        Instant changed = progress.changed();
        if (since == null || changed == null || progress.finished() || progress.runs() <= since.runs()) {
            return null;
        }
        double seconds = Math.max(1e-3, Duration.between(since.at(), changed).toMillis() / 1e3);
        double perRun = seconds / (progress.runs() - since.runs());
        long left = Math.round(perRun * (progress.planned() - progress.runs()));
        return new Pace((progress.events() - since.events()) / seconds, Duration.ofSeconds(left));
    }
}
