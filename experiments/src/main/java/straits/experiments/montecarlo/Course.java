package straits.experiments.montecarlo;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.Replications;

/**
 * Which units an experiment runs, and in which order: points and replications in their order, point by point. Where replications are
 * sequential, a point is run in rounds, and after each it is asked whether it has enough: what is run depends on the results of
 * whole rounds only, never on who runs them. Where points compete, every round has runs of several of them, in that order.
 */
public final class Course {

    private final Experiment experiment;

    /** The course of an experiment. */
    public Course(Experiment experiment) {
        this.experiment = experiment;
    }

    /**
     * Has everything run that is missing of a shard.
     *
     * @param shard which part; the whole where replications are open
     * @param done results of its first units, which are there already and are not run again
     * @param runs runs the others
     * @return whether everything was run
     */
    public boolean run(Shard shard, List<UnitResult> done, UnitRuns runs) {
        List<Point> points = experiment.points();
        if (experiment.replications() instanceof Replications.Sequential sequential) {
            Rounds rounds = new Rounds(sequential, done);
            return points.stream().allMatch(point -> rounds.run(point, runs));
        }
        if (experiment.replications() instanceof Replications.Select select) {
            return Selection.of(points, select).run(done, runs);
        }
        return runs.run(left(shard, done.size()), result -> {});
    }

    /** The units of a shard but the first ones. */
    private Iterator<UnitKey> left(Shard shard, int done) {
        int replications = experiment.scenario().replications();
        Stream<UnitKey> all = experiment.points().stream().flatMap(point -> UnitKey.of(point, 0, replications));
        Iterator<UnitKey> units = shard.deal(all.iterator());
        for (int unit = 0; unit < done; unit++) {
            units.next();
        }
        return units;
    }
}
