package straits.experiments.figures;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import straits.experiments.analysis.Interval;
import straits.experiments.report.Chart;
import straits.experiments.report.Estimate;
import straits.experiments.report.Mark;

/** From where to where the values of a chart go, with all that is drawn of their accuracy and what they are compared with. */
final class Extent {

    /** If the least is below this share of the greatest, the axis begins at zero: else nothing could be told apart. */
    private static final double FROM_ZERO_BELOW = 0.7;

    private Extent() {}

    /** Ticks for values that are drawn as places. */
    static Ticks ticks(Chart chart, int most) {
        Stream<Double> zero = chart.y().fromZero() ? Stream.of(0.0) : Stream.empty();
        return ticks(
                Stream.concat(
                        zero,
                        Stream.concat(values(chart), chart.marks().stream().map(Mark::value))),
                most);
    }

    /** Ticks for values that are drawn as lengths from zero. */
    static Ticks ticksFromZero(Chart chart, int most) {
        return ticks(Stream.concat(values(chart), Stream.of(0.0)), most);
    }

    /** Ticks for values upon each other. */
    static Ticks ticksOfSums(Chart chart, int most) {
        Stream<Double> sums = IntStream.range(0, chart.x().categories().size())
                .mapToObj(category -> chart.series().stream()
                        .map(series -> series.values().get(category))
                        .filter(value -> !value.missing())
                        .mapToDouble(Estimate::value)
                        .sum());
        return ticks(Stream.concat(sums, Stream.of(0.0)), most);
    }

    private static Ticks ticks(Stream<Double> all, int most) {
        double[] finite =
                all.mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        boolean fromZero = low > 0 && low < FROM_ZERO_BELOW * high;
        boolean toZero = high < 0 && high > FROM_ZERO_BELOW * low;
        return Ticks.of(fromZero ? 0 : low, toZero ? 0 : high, most);
    }

    private static Stream<Double> values(Chart chart) {
        return chart.series().stream()
                .flatMap(series -> series.values().stream())
                .flatMap(value -> Stream.concat(
                        Stream.of(value.value()), Stream.concat(ends(value.interval()), ends(value.spread()))));
    }

    private static Stream<Double> ends(Interval interval) {
        return Stream.of(interval.low(), interval.high());
    }
}
