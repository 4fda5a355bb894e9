package straits.experiments.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.experiments.analysis.BatchMeans;
import straits.experiments.analysis.Interval;
import straits.experiments.api.BadInputException;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.SteadyState;

/** What runs look like over time, under each regime of the first values of an experiment, and in words. */
final class WarmUp {

    /** The word for the rule in place of a time. */
    static final String RULE = "mser-5";

    private final SteadyState.View view;
    private final List<SteadyState> found;

    private WarmUp(SteadyState.View view, List<SteadyState> found) {
        this.view = view;
        this.found = found;
    }

    /**
     * Runs all replications of the first points and looks at them.
     *
     * @throws BadInputException if they are too short to see anything, or fail
     */
    static WarmUp of(Experiment experiment, SteadyState.View view) {
        Point first = experiment.points().get(0);
        Catalog catalog = new Catalog(experiment.at(first).scenario());
        MonteCarlo runs = new MonteCarlo(experiment, LadderQueue::new);
        int replications = experiment.scenario().replications();
        try {
            return new WarmUp(
                    view,
                    experiment.points().stream()
                            .filter(point -> point.rowKey() == first.rowKey())
                            .map(point -> SteadyState.of(runs, point, catalog, replications, view))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new BadInputException("cannot look for the warm-up: " + e.getMessage()
                    + "; observations are means of " + number(view.everyHours()) + " h: a longer horizon or shorter"
                    + " observations give more");
        }
    }

    /** The longest of the regimes, which all regimes must have for their runs to be compared; null if one is not settled. */
    @Nullable
    String longest() {
        boolean settled = found.stream().allMatch(each -> each.warmUp().settled());
        double hours =
                found.stream().mapToDouble(SteadyState::warmUpHours).max().orElse(0);
        return settled ? number(hours) + " h" : null;
    }

    /** What was found, line by line. */
    String text() {
        StringBuilder text = new StringBuilder();
        found.forEach(each -> text.append(text(each)));
        String longest = longest();
        return text.append(
                        longest == null
                                ? "No warm-up can be stated: lengthen the horizon, or state a time yourself.\n"
                                : "Warm-up for all of them: straits run ... --warm-up \"" + longest + "\"\n")
                .toString();
    }

    private String text(SteadyState each) {
        BatchMeans batches = each.batches();
        return "Under " + each.regime() + ": " + view.answer().key() + ", "
                + each.warmUp().observations() + " observations of " + number(each.everyHours()) + " h, mean of "
                + Counts.of(each.replications(), "replication") + "\n" + cut(each)
                + (batches == null ? "" : text(batches, each.everyHours()));
    }

    private static String cut(SteadyState each) {
        return each.warmUp().settled()
                ? "  MSER-5 leaves out " + Counts.of(each.warmUp().dropped(), "observation") + ": "
                        + number(each.warmUpHours()) + " h\n"
                : "  MSER-5 finds no end of the beginning: its cut, " + number(each.warmUpHours())
                        + " h, lies in the second half\n";
    }

    private String text(BatchMeans batches, double everyHours) {
        Interval interval = batches.mean().interval95();
        String text = String.format(
                Locale.ROOT,
                "  batch means of replication 0 after that: %d of %s h, mean %.6g %s, 95 %% interval [%.6g .. %.6g],"
                        + " correlation of neighbours %.2f\n",
                batches.batches(),
                number(batches.length() * everyHours),
                batches.mean().mean(),
                view.answer().unit(),
                interval.low(),
                interval.high(),
                batches.lag1());
        return text + warning(batches);
    }

    private static String warning(BatchMeans batches) {
        if (batches.batches() < BatchMeans.LEAST_BATCHES) {
            return "  warning: fewer than " + BatchMeans.LEAST_BATCHES
                    + " batches: whether they depend on each other cannot be seen\n";
        }
        return batches.dependent()
                ? "  warning: neighbours are alike, the interval is too narrow: take longer batches, or independent"
                        + " replications\n"
                : "";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
