package straits.experiments.cli;

import java.util.List;
import java.util.Locale;
import straits.experiments.api.BadInputException;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.UnitForm;
import straits.simulation.Snapshot;

/** What an experiment would take: its points, and time, memory and disk judged by one run of its first point. */
final class DryRun {

    private static final int SHOWN = 5;

    /** A first run this short is mostly the compiler at work; a second one tells more. */
    private static final double SHORT_SECONDS = 5;

    /** Answers and fill samples of a run that its summary needs. */
    private static final double KEPT_BYTES = 2_000;

    private final Experiment experiment;
    private final Shard shard;
    private final MonteCarlo runs;
    private final int threads;

    DryRun(Experiment experiment, Shard shard, MonteCarlo runs, int threads) {
        this.experiment = experiment;
        this.shard = shard;
        this.runs = runs;
        this.threads = threads;
    }

    /** One run that was measured. */
    private record Measured(double seconds, double liveBytes, double baseBytes, UnitResult result) {}

    /**
     * What all runs would take, judged by one of them.
     *
     * @param seconds of time, on the threads asked for
     * @param heapBytes of memory, garbage aside
     * @param diskBytes of tables
     */
    record Estimate(double seconds, double heapBytes, double diskBytes) {

        /** A line each. */
        String text(int threads) {
            return "Time: about " + time(seconds) + " on " + Counts.of(threads, "thread") + "\n"
                    + "Memory: about " + size(heapBytes) + " of heap, garbage aside\n"
                    + "Disk: about " + size(diskBytes) + "\n";
        }
    }

    /** The report; ends in a line feed. Starts one or two runs and writes nothing. */
    String report() {
        Measured measured = measuredWarm();
        return plan() + estimate(measured).text(threads) + basis(measured);
    }

    /** Starts one or two runs and writes nothing. */
    Estimate estimate() {
        return estimate(measuredWarm());
    }

    private Measured measuredWarm() {
        Measured measured = measured(0);
        return measured.seconds() < SHORT_SECONDS ? measured(1) : measured;
    }

    private String plan() {
        List<Point> points = experiment.points();
        StringBuilder plan = new StringBuilder("Experiment ")
                .append(experiment.name())
                .append(", scenario ")
                .append(experiment.scenario().name())
                .append(", regimes ")
                .append(regimes())
                .append('\n')
                .append(Counts.of(points.size(), "point"))
                .append(", ")
                .append(Counts.of(experiment.columns().size(), "factor"))
                .append(" beside the regime\n");
        points.stream()
                .limit(SHOWN)
                .forEach(point -> plan.append("  ").append(point).append('\n'));
        if (points.size() > SHOWN) {
            plan.append("  and ").append(points.size() - SHOWN).append(" more\n");
        }
        experiment
                .sampling()
                .forEach(each -> plan.append("Sampling: ").append(each).append('\n'));
        return plan.append(runsLine()).toString();
    }

    private String regimes() {
        List<String> all = List.copyOf(experiment.loaded().regimes().keySet());
        return all.size() > SHOWN ? all.get(0) + " and " + (all.size() - 1) + " more" : String.join(", ", all);
    }

    private String runsLine() {
        String part = shard.whole() ? "" : ", of which shard " + shard + " has " + shard.count(experiment.units());
        String all = Counts.of(experiment.units(), "run") + part;
        return experiment.replications().areOpen()
                ? "Runs: " + experiment.replications().min() + " to "
                        + experiment.replications().max() + " replications a point, at most " + all
                        + "; the figures below are for the most\n"
                : "Runs: " + Counts.of(experiment.scenario().replications(), "replication") + " a point, " + all + "\n";
    }

    private Measured measured(int replication) {
        Point first = experiment.points().get(0);
        double baseBytes = usedBytes();
        long start = System.nanoTime();
        Snapshot snapshot = run(first, replication);
        double seconds = (System.nanoTime() - start) / 1e9;
        // The snapshot, which is read below, holds on to the whole run.
        double liveBytes = Math.max(0, usedBytes() - baseBytes);
        UnitResult result = UnitResult.of(new UnitKey(first.index(), first.regime(), replication), snapshot);
        return new Measured(seconds, liveBytes, baseBytes, result);
    }

    private Snapshot run(Point point, int replication) {
        try {
            return runs.simulation(point, replication).run();
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new BadInputException("replication " + replication + " of point " + point.index() + " fails: " + e
                    + "; straits run goes on with the others and writes down which fail");
        }
    }

    private static double usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Estimate estimate(Measured measured) {
        double units = shard.count(experiment.units());
        return new Estimate(
                units * measured.seconds() / threads,
                measured.baseBytes() + threads * measured.liveBytes() + units * KEPT_BYTES,
                units * rowBytes(measured));
    }

    private static double rowBytes(Measured measured) {
        return UnitForm.text(measured.result()).bytes();
    }

    private static String basis(Measured measured) {
        return String.format(
                Locale.ROOT,
                "These rest on replication %d of point 0, measured now by itself: %.2f s, %s, %s of rows. Other points may"
                        + " take longer, and threads share memory and cache.\n",
                measured.result().key().replication(),
                measured.seconds(),
                size(measured.liveBytes()),
                size(rowBytes(measured)));
    }

    static String time(double seconds) {
        if (seconds < 90) {
            return String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds));
        }
        return seconds < 5400
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    static String size(double bytes) {
        if (bytes < 1e6) {
            return String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3));
        }
        return bytes < 1e9
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
