package straits.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import straits.benchmarks.baseline.Increments;
import straits.benchmarks.baseline.Queues;
import straits.benchmarks.world.Growth;
import straits.benchmarks.world.Load;

/** All tables of a run. */
public final class Report {

    private static final String BYTES = " bytes";

    private final Results results;
    private final Hold hold;
    private final Parts parts;
    private final Whole whole;

    /**
     * The report of some results.
     *
     * @throws IllegalStateException if queues that were to do the same did not
     */
    public Report(Results results) {
        this.results = results;
        hold = new Hold(results);
        parts = new Parts(results);
        whole = new Whole(results);
    }

    /** The tables in Markdown. */
    public String text() {
        return "Measured on " + System.getProperty("straits.machine", "an unnamed machine") + ", commit "
                + System.getProperty("straits.commit", "unknown") + ", one core.\n" + results.jvm() + ".\n\n"
                + Stream.of(targetTable(), hold.text(), parts.text(), whole.text())
                        .filter(section -> !section.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    private String targetTable() {
        Markdown table = new Markdown("work", "to reach", "stretch", "reached", "is it?");
        targets().forEach(target -> target.into(table));
        return "### Targets\n\nRatios within this run. The hold model is that of exponential increments; the others stand below.\n\n"
                + table;
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        targets.add(overDefault(100, 3.5, 6));
        targets.add(overDefault(10_000, 10, 18));
        targets.add(overDefault(100_000, 30, 50));
        targets.add(overDefault(1_000_000, 40, 80));
        targets.add(overBest(100, 1.5, 2.5));
        targets.add(overBest(10_000, 3, 6));
        targets.add(overBest(1_000_000, 10, 20));
        double metered = parts.gpuHoursPerMicro(10_000, Queues.STRAITS);
        targets.add(Target.ratio("GPU-hour events, 10,000 leases, against SSJ", 6, 12, parts.overSsj(10_000)));
        targets.add(Target.ratio(
                "GPU-hour events/s of `stress` against those 10,000 leases",
                0.5,
                0.8,
                whole.gpuHoursPerMicro(Load.STRESS) / metered));
        targets.add(allocation("`stress`", Load.STRESS));
        targets.add(allocation("`seven-billion`", Load.SEVEN_BILLION));
        targets.add(
                Target.atMost("memory per pending event", 64, 44, BYTES, whole.bytesOf("PENDING_EVENT", "STRAITS")));
        targets.add(
                Target.atMost("memory per active lease", 160, 100, BYTES, whole.bytesOf("ACTIVE_LEASE", "STRAITS")));
        targets.add(growth(16, 1.3, 1.2));
        targets.add(growth(64, 3, 2));
        return targets;
    }

    private Target overDefault(int pending, double atLeast, double stretch) {
        String work = "hold model, " + Markdown.number(pending) + " pending, against SSJ's default list";
        return Target.ratio(work, atLeast, stretch, hold.overDefault(pending, Increments.EXPONENTIAL));
    }

    private Target overBest(int pending, double atLeast, double stretch) {
        String work = "hold model, " + Markdown.number(pending) + " pending, against the best other exact-order queue";
        return Target.ratio(work, atLeast, stretch, hold.overBest(pending, Increments.EXPONENTIAL));
    }

    private Target allocation(String scenario, Load load) {
        return Target.atMost(
                "allocated per event of " + scenario + " once warm", 0.01, 0, BYTES, whole.bytesPerEvent(load));
    }

    private Target growth(int factor, double atMost, double stretch) {
        String work = "`stress` grown " + factor + " times, against linear";
        return Target.atMost(work, atMost, stretch, "x", whole.overLinear(Growth.FLEETS, factor));
    }
}
