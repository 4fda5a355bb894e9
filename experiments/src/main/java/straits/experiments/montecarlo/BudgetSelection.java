package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import straits.experiments.analysis.ComputingBudget;
import straits.experiments.design.Point;
import straits.experiments.design.Replications;

/**
 * Every round has so many runs, each given to the point that lacks most of its share of what will then have been run; until the bound
 * of the probability of a correct selection is reached, or the point that should have the next run has as many as are allowed. A
 * run without the answer costs its run and counts for nothing.
 */
final class BudgetSelection extends Selection {

    private final Replications.Select select;
    private final List<List<Double>> values = new ArrayList<>();
    private final int[] runs;

    BudgetSelection(List<Point> points, Replications.Select select) {
        super(points, select);
        this.select = select;
        points.forEach(point -> values.add(new ArrayList<>()));
        runs = new int[points.size()];
    }

    @Override
    List<UnitKey> round() {
        int[] before = runs.clone();
        if (before[0] == 0) {
            Arrays.fill(runs, select.min());
        } else if (known() && !confident()) {
            allocate(budget().shares());
        }
        return IntStream.range(0, size())
                .boxed()
                .flatMap(point -> units(point, before[point], runs[point]))
                .toList();
    }

    private void allocate(double[] shares) {
        int total = IntStream.of(runs).sum();
        for (int run = 1; run <= select.step(); run++) {
            int next = 0;
            for (int point = 1; point < runs.length; point++) {
                boolean hungrier = lacks(shares, point, total + run) > lacks(shares, next, total + run);
                next = hungrier ? point : next;
            }
            if (runs[next] == select.max()) {
                return;
            }
            runs[next]++;
        }
    }

    private double lacks(double[] shares, int point, int total) {
        return shares[point] * total - runs[point];
    }

    @Override
    void add(UnitResult result) {
        double value = value(result);
        if (!Double.isNaN(value)) {
            values.get(result.key().point()).add(value);
        }
    }

    @Override
    void judge() {
        // Nothing to do at the end of a round: all is computed from the values when the next begins.
    }

    /** Whether every point has the two values that a variance needs. */
    private boolean known() {
        return values.stream().allMatch(its -> its.size() > 1);
    }

    private ComputingBudget budget() {
        List<double[]> observations = values.stream()
                .map(its -> its.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        return new ComputingBudget(observations, select.indifferenceZone().number());
    }

    private boolean confident() {
        return budget().probabilityCorrect() >= select.confidence().value();
    }

    @Override
    Outcome outcome() {
        List<Integer> none = Collections.nCopies(size(), 0);
        if (!known()) {
            return new Outcome(-1, false, Double.NaN, none);
        }
        return new Outcome(budget().best(), confident(), budget().probabilityCorrect(), none);
    }
}
