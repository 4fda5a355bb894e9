package straits.experiments.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import straits.experiments.analysis.Interval;
import straits.experiments.analysis.RatioEstimate;

/**
 * What a chart shows as one series: a design point, whose runs are the units of its estimates, or, where there are too many points to
 * show, all points of a regime, which are then the units, and no interval is claimed.
 *
 * @param name its name in legends
 * @param place its place among all, and its colour
 * @param pooled whether its units are points rather than replications
 * @param points its runs that came to their end, point by point; a point without any is left out
 */
record Cohort(String name, int place, boolean pooled, List<List<Unit>> points) {

    Cohort {
        points = List.copyOf(points);
    }

    /** The runs of its only point, or of all of them. */
    List<Unit> runs() {
        return points.size() == 1 ? points.get(0) : points.stream().flatMap(List::stream).toList();
    }

    /** A mean; runs for which the value is NaN do not count. */
    Estimate mean(ToDoubleFunction<Unit> value) {
        return estimate(points.stream().map(runs -> values(runs, value)).toList());
    }

    private Estimate estimate(List<double[]> byPoint) {
        if (!pooled) {
            return byPoint.isEmpty() ? Estimate.MISSING : Estimate.mean(byPoint.get(0));
        }
        double[] means = byPoint.stream()
                .filter(values -> values.length > 0)
                .mapToDouble(values -> Arrays.stream(values).average().orElseThrow())
                .toArray();
        Estimate mean = Estimate.mean(means);
        return new Estimate(mean.value(), Interval.MISSING, mean.spread(), mean.n(), false);
    }

    /** A ratio of totals over runs, by the jackknife; of points their own ratios. */
    Estimate ratio(ToDoubleFunction<Unit> over, ToDoubleFunction<Unit> under) {
        if (pooled) {
            return mean(unit -> quotient(over, under, unit));
        }
        List<Unit> having = runs().stream().filter(unit -> under.applyAsDouble(unit) != 0).toList();
        if (having.isEmpty()) {
            return Estimate.MISSING;
        }
        RatioEstimate ratio = RatioEstimate.of(
                having.stream().mapToDouble(over).toArray(),
                having.stream().mapToDouble(under).toArray());
        Interval spread = Estimate.spread(values(having, unit -> quotient(over, under, unit)));
        return new Estimate(ratio.ratio(), ratio.interval95(), spread, ratio.n(), false);
    }

    private static double quotient(ToDoubleFunction<Unit> over, ToDoubleFunction<Unit> under, Unit unit) {
        double below = under.applyAsDouble(unit);
        return below == 0 ? Double.NaN : over.applyAsDouble(unit) / below;
    }

    private static double[] values(List<Unit> runs, ToDoubleFunction<Unit> value) {
        return runs.stream()
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .toArray();
    }
}
