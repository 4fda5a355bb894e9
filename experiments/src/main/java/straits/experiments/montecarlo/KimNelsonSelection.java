package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.KimNelson;
import straits.experiments.design.Point;
import straits.experiments.design.Replications;

/**
 * Every point that is left is run as often as the others. A replication that lacks the answer at a point still in the race is not
 * counted for any, as if it had not been run. Where a round has several replications they are counted one by one, and what a point
 * dropped on the way had run beyond is not looked at: the procedure is that of one replication at a time.
 */
final class KimNelsonSelection extends Selection {

    private final Replications.Select select;
    private final List<double[]> first = new ArrayList<>();
    private final List<Integer> droppedAfter;
    private double[][] round = {};
    private int from;
    private int to;
    private @Nullable KimNelson race;

    KimNelsonSelection(List<Point> points, Replications.Select select) {
        super(points, select);
        this.select = select;
        droppedAfter = new ArrayList<>(Collections.nCopies(points.size(), 0));
    }

    private List<Integer> left() {
        return race == null ? IntStream.range(0, size()).boxed().toList() : race.left();
    }

    @Override
    List<UnitKey> round() {
        if (decided() || to == select.max()) {
            return List.of();
        }
        from = to;
        to = Math.min(select.max(), from == 0 ? select.min() : from + select.step());
        round = new double[to - from][size()];
        for (double[] replication : round) {
            Arrays.fill(replication, Double.NaN);
        }
        return left().stream().flatMap(point -> units(point, from, to)).toList();
    }

    private boolean decided() {
        return race != null && race.decided();
    }

    @Override
    void add(UnitResult result) {
        round[result.key().replication() - from][result.key().point()] = value(result);
    }

    @Override
    void judge() {
        for (double[] replication : round) {
            if (left().stream().noneMatch(point -> Double.isNaN(replication[point]))) {
                count(replication);
            }
        }
    }

    private void count(double[] replication) {
        List<Integer> before = left();
        if (race != null) {
            race.add(replication);
        } else if (first.add(replication) && first.size() == select.min()) {
            race = new KimNelson(
                    first.toArray(double[][]::new),
                    select.confidence().value(),
                    select.indifferenceZone().number());
        }
        if (race != null) {
            int replications = race.replications();
            List<Integer> after = race.left();
            before.stream()
                    .filter(point -> !after.contains(point))
                    .forEach(point -> droppedAfter.set(point, replications));
        }
    }

    @Override
    Outcome outcome() {
        int selected = race == null ? -1 : race.best();
        return new Outcome(selected, decided(), decided() ? select.confidence().value() : Double.NaN, droppedAfter);
    }
}
