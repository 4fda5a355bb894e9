package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.Replications;

/**
 * Points that compete for the greatest mean of an answer, or the smallest. They are run in rounds, and what a round runs depends on
 * the results of the rounds before only, so that a selection that goes on, or is looked at again, takes the same course. Subclasses say
 * what a round runs.
 */
public abstract sealed class Selection permits KimNelsonSelection, BudgetSelection {

    private final List<Point> points;
    private final Answer answer;
    private final double sign;

    /** Runs of the points, of which none is there yet. */
    Selection(List<Point> points, Replications.Select select) {
        this.points = List.copyOf(points);
        answer = Answer.valueOf(select.answer().toUpperCase(Locale.ROOT));
        sign = select.goal() == Replications.Goal.LARGEST ? 1 : -1;
    }

    /**
     * How a selection ended.
     *
     * @param selected number of the point; -1 if too few runs have the answer to select any
     * @param complete whether it came to its end, rather than to the most runs that are allowed
     * @param probabilityCorrect of a correct selection; NaN if nothing can be said
     * @param droppedAfter replications after which each point was dropped; 0 for those that were not
     */
    public record Outcome(int selected, boolean complete, double probabilityCorrect, List<Integer> droppedAfter) {

        /** Copies the list, so that the record stays immutable. */
        public Outcome {
            droppedAfter = List.copyOf(droppedAfter);
        }
    }

    static Selection of(List<Point> points, Replications.Select select) {
        return switch (select.method()) {
            case KN -> new KimNelsonSelection(points, select);
            case OCBA -> new BudgetSelection(points, select);
        };
    }

    /** How the selection of an experiment stands after these results; null if it selects nothing. */
    public static @Nullable Outcome outcome(Experiment experiment, List<UnitResult> results) {
        if (!(experiment.replications() instanceof Replications.Select select)) {
            return null;
        }
        Selection selection = of(experiment.points(), select);
        selection.run(results, (units, seen) -> false);
        return selection.outcome();
    }

    /** Runs rounds until there are no more; false after a stop. Results that are there already come first. */
    boolean run(List<UnitResult> done, UnitRuns runs) {
        Iterator<UnitResult> earlier = done.iterator();
        while (true) {
            List<UnitKey> round = round();
            if (round.isEmpty()) {
                return true;
            }
            List<UnitResult> results = new ArrayList<>();
            while (results.size() < round.size() && earlier.hasNext()) {
                results.add(earlier.next());
            }
            Iterator<UnitKey> left = round.listIterator(results.size());
            if (left.hasNext() && !runs.run(left, results::add)) {
                return false;
            }
            results.forEach(this::add);
            judge();
        }
    }

    /** What is to be run next; nothing at the end. */
    abstract List<UnitKey> round();

    /** Takes a result; those of a round come in its order. */
    abstract void add(UnitResult result);

    /** All results of a round are there. */
    abstract void judge();

    abstract Outcome outcome();

    /** Number of points. */
    int size() {
        return points.size();
    }

    /** The answer with the sign that makes the greatest value the wanted one; NaN if it is missing. */
    double value(UnitResult result) {
        boolean there = result.ok() && !result.answers().missing(answer);
        return there ? sign * result.answers().value(answer) : Double.NaN;
    }

    /** Replications of a point, from one to another, which is excluded. */
    Stream<UnitKey> units(int point, int from, int to) {
        return UnitKey.of(points.get(point), from, to);
    }
}
