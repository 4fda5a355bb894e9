package straits.experiments.api;

import java.util.List;
import straits.experiments.analysis.PairedContrast;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.Contrasts;
import straits.experiments.output.FillSurface;
import straits.experiments.output.Summary;

/**
 * The answers of a study, with the numbers of {@code summary.csv}, {@code contrasts.csv} and {@code fill.csv}. A replication that
 * failed is in no mean: look at {@link #failed()}. Immutable.
 */
public final class Results {

    private final Experiment experiment;
    private final List<UnitResult> runs;

    Results(Experiment experiment, List<UnitResult> runs) {
        this.experiment = experiment;
        this.runs = List.copyOf(runs);
    }

    /** What was run. */
    public Experiment experiment() {
        return experiment;
    }

    /** All replications by point and number, with their answers; failed ones included. */
    public List<UnitResult> runs() {
        return runs;
    }

    /** The replications that failed, each with its reason. */
    public List<UnitResult> failed() {
        return runs.stream().filter(run -> !run.ok()).toList();
    }

    /** Every answer at every point. */
    public List<Summary.Row> summary() {
        return Summary.rows(runs);
    }

    /** Every answer at every point against the reference regime, replication by replication. */
    public List<Contrasts.Row> contrasts() {
        return Contrasts.rows(runs, experiment.references());
    }

    /** The fill surface; empty if the scenario asks no question. */
    public List<FillSurface.Row> fill() {
        return FillSurface.rows(
                experiment.scenario().question(),
                runs,
                point -> experiment.points().get(point).budgetRule());
    }

    /**
     * An answer that is a number, at a point.
     *
     * @throws IllegalArgumentException if it is a date or a category, which have no mean, or if no replication has it
     */
    public Summary.Row mean(Point point, Answer answer) {
        requireNumber(answer);
        return Summary.rows(of(point)).stream()
                .filter(row -> row.answer() == answer)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no replication has " + answer.key() + " at " + point));
    }

    /**
     * An answer that is a number, under a regime that has one point.
     *
     * @throws IllegalArgumentException if the regime has no point or several, or as above
     */
    public Summary.Row mean(String regime, Answer answer) {
        return mean(only(regime), answer);
    }

    /**
     * An answer that is a number at one point less that at another, replication by replication. Points share their random numbers
     * unless the experiment says otherwise.
     *
     * @throws IllegalArgumentException if it is a date or a category, or if no replication has it at both points
     */
    public PairedContrast difference(Point point, Point less, Answer answer) {
        requireNumber(answer);
        return Contrasts.of(answer, of(point), of(less)).stream()
                .findFirst()
                .map(Contrasts.Row::contrast)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no replication has " + answer.key() + " at both " + point + " and " + less));
    }

    /**
     * An answer that is a number under one regime less that under another, each of which has one point.
     *
     * @throws IllegalArgumentException if a regime has no point or several, or as above
     */
    public PairedContrast difference(String regime, String less, Answer answer) {
        return difference(only(regime), only(less), answer);
    }

    private List<UnitResult> of(Point point) {
        return runs.stream().filter(run -> run.key().point() == point.index()).toList();
    }

    private Point only(String regime) {
        List<Point> points = experiment.points().stream()
                .filter(point -> point.regime().equals(regime))
                .toList();
        if (points.size() != 1) {
            throw new IllegalArgumentException(points.size() + " points under regime \"" + regime
                    + "\"; name one of the experiment's points instead. Its regimes are "
                    + String.join(", ", experiment.loaded().regimes().keySet()));
        }
        return points.get(0);
    }

    private static void requireNumber(Answer answer) {
        switch (answer.kind()) {
            case CONSTANT, NUMBER, RATIO -> {}
            case DATE, CATEGORY, CONTROL ->
                throw new IllegalArgumentException(
                        answer.key() + " is a " + answer.kind().name().toLowerCase(java.util.Locale.ROOT)
                                + " and has no mean; see summary() and contrasts()");
        }
    }
}
