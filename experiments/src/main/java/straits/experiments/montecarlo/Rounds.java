package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import straits.experiments.design.Point;
import straits.experiments.design.Replications;

/**
 * Sequential replications: a point is run in rounds, and after each whole round its rule is asked whether it has enough. Results
 * that are there already count as if they had just been run, so that a run that goes on ends as one never interrupted.
 */
final class Rounds {

    private final Replications.Sequential sequential;
    private final StoppingRule rule;
    private final List<UnitResult> done;
    private int next;

    /**
     * Rounds to come.
     *
     * @param done results that are there already, the first of all in their order
     */
    Rounds(Replications.Sequential sequential, List<UnitResult> done) {
        this.sequential = sequential;
        this.done = List.copyOf(done);
        Answer answer = Answer.valueOf(sequential.answer().toUpperCase(Locale.ROOT));
        rule = new RelativeHalfWidth(answer, sequential.relativeHalfWidth().value());
    }

    /** Runs the next point until it has enough or no more are allowed; false after a stop. */
    boolean run(Point point, UnitRuns runs) {
        List<UnitResult> soFar = earlier(point);
        int upTo = sequential.min();
        while (runs.run(UnitKey.of(point, soFar.size(), upTo).iterator(), soFar::add)) {
            if (upTo == sequential.max() || rule.enough(point, List.copyOf(soFar.subList(0, upTo)))) {
                return true;
            }
            upTo = Math.min(upTo + sequential.step(), sequential.max());
        }
        return false;
    }

    private List<UnitResult> earlier(Point point) {
        List<UnitResult> its = new ArrayList<>();
        while (next < done.size() && done.get(next).key().point() == point.index()) {
            its.add(done.get(next++));
        }
        return its;
    }
}
