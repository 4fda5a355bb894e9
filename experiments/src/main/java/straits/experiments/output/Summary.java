package straits.experiments.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import straits.experiments.analysis.CategoryShares;
import straits.experiments.analysis.CensoredDate;
import straits.experiments.analysis.Interval;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.analysis.Quantiles;
import straits.experiments.analysis.RatioEstimate;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;

/**
 * {@code summary.csv}: every answer over the replications of a point that came to their end. A number has a mean; a ratio
 * the ratio of its totals; a date that may never come has a share of never and quantiles, no mean; a category a row and a
 * share per value.
 */
public final class Summary {

    private static final double[] LEVELS = {0.05, 0.5, 0.95};

    /** The declaration. */
    public static final Table<Row> TABLE = declare();

    /** The category under which the share of runs without the date stands. */
    static final String NEVER = "never";

    private Summary() {}

    /**
     * A line of the summary; what does not apply is NaN.
     *
     * @param point design point
     * @param regime its regime
     * @param answer which answer
     * @param category value of a category, {@code never} for a date, else empty
     * @param n replications that have the answer
     * @param mean mean or ratio of totals
     * @param standardError its standard error
     * @param interval its 95 % interval
     * @param quantiles quantiles 0.05, 0.5, 0.95, each between the ends of its interval: nine numbers; days since 1970-01-01
     *     for dates
     * @param share share of the category in the replications
     * @param shareInterval its Wilson interval
     */
    public record Row(
            int point,
            String regime,
            Answer answer,
            String category,
            int n,
            double mean,
            double standardError,
            Interval interval,
            List<Double> quantiles,
            double share,
            Interval shareInterval) {

        /** Copies the list, so that the record stays immutable. */
        public Row {
            quantiles = List.copyOf(quantiles);
        }

        /** Half the width of the interval over the mean. */
        double relativeHalfWidth() {
            return mean == 0 ? Double.NaN : interval.halfWidth() / Math.abs(mean);
        }

        /** A quantile (part 0) or an end of its interval (1, 2) of a number; NaN for dates. */
        double number(int level, int part) {
            return answer.kind() == Answer.Kind.DATE ? Double.NaN : quantiles.get(3 * level + part);
        }

        /** A quantile or an end of its interval of a date; NaN for numbers. */
        double day(int level, int part) {
            return answer.kind() == Answer.Kind.DATE ? quantiles.get(3 * level + part) : Double.NaN;
        }
    }

    private static Table<Row> declare() {
        Table.Builder<Row> table = Table.<Row>of("summary.csv", "point x answer, and category")
                .integer("point", "", "design point", Row::point)
                .text("regime", "key of the regime", Row::regime)
                .text("answer", "name of the answer", row -> row.answer().key())
                .text("unit", "unit of the answer", row -> row.answer().unit())
                .text("category", "value of a category; never for a date; else empty", Row::category)
                .integer("n", "replications", "replications that have the answer", Row::n)
                .decimal("mean", "", "mean, or ratio of totals; empty for dates and categories", Row::mean)
                .decimal("standard_error", "", "standard error of the mean", Row::standardError)
                .decimal(
                        "low",
                        "",
                        "lower end of the 95 % interval of the mean",
                        row -> row.interval().low())
                .decimal(
                        "high",
                        "",
                        "upper end of the 95 % interval of the mean",
                        row -> row.interval().high())
                .decimal("relative_half_width", "", "half width of the interval / mean", Row::relativeHalfWidth);
        for (int level = 0; level < LEVELS.length; level++) {
            addNumbers(table, level);
        }
        table.decimal("share_fraction", "fraction", "share of replications with the category", Row::share)
                .decimal(
                        "share_low_fraction",
                        "fraction",
                        "lower end of its 95 % interval",
                        row -> row.shareInterval().low())
                .decimal(
                        "share_high_fraction",
                        "fraction",
                        "upper end of its 95 % interval",
                        row -> row.shareInterval().high());
        for (int level = 0; level < LEVELS.length; level++) {
            addDates(table, level);
        }
        return table.build();
    }

    private static String name(int level) {
        return List.of("q05", "q50", "q95").get(level);
    }

    private static void addNumbers(Table.Builder<Row> table, int level) {
        String name = name(level);
        table.decimal(name, "", "quantile " + LEVELS[level] + " over replications", row -> row.number(level, 0))
                .decimal(name + "_low", "", "lower end of its 95 % interval", row -> row.number(level, 1))
                .decimal(name + "_high", "", "upper end of its 95 % interval", row -> row.number(level, 2));
    }

    private static void addDates(Table.Builder<Row> table, int level) {
        String name = name(level);
        table.date(
                        name + "_date",
                        "quantile " + LEVELS[level] + " of a date, never being the latest; empty for never",
                        row -> Days.date(row.day(level, 0)))
                .date(name + "_low_date", "lower end of its 95 % interval", row -> Days.date(row.day(level, 1)))
                .date(
                        name + "_high_date",
                        "upper end of its 95 % interval; empty for never",
                        row -> Days.date(row.day(level, 2)));
    }

    /** The lines by point in order of appearance, then answer, then category; answers that no run has are left out. */
    public static List<Row> rows(List<UnitResult> results) {
        List<Row> rows = new ArrayList<>();
        Series.byPoint(results).values().forEach(runs -> {
            for (Answer answer : Answer.values()) {
                List<UnitResult> having = Series.having(answer, runs);
                if (!having.isEmpty()) {
                    rows.addAll(of(answer, having));
                }
            }
        });
        return rows;
    }

    /** The line of a number over runs of one point; empty if none of them has it. */
    public static Optional<Row> of(List<UnitResult> runs, Answer answer) {
        List<UnitResult> having = Series.having(answer, runs);
        return having.isEmpty() ? Optional.empty() : of(answer, having).stream().findFirst();
    }

    /** The lines of one answer over runs of one point that all have it. */
    static List<Row> of(Answer answer, List<UnitResult> runs) {
        UnitKey key = runs.get(0).key();
        return switch (answer.kind()) {
            case CATEGORY -> categories(key, answer, runs);
            case DATE -> List.of(date(key, answer, Series.values(answer, runs)));
            case RATIO -> List.of(ratio(key, answer, runs));
            case CONSTANT, NUMBER -> List.of(number(key, answer, Series.values(answer, runs)));
            case CONTROL -> List.of();
        };
    }

    private static Row number(UnitKey key, Answer answer, double[] values) {
        MeanEstimate mean = MeanEstimate.of(values);
        return mean(key, answer, values, mean.mean(), mean.standardError(), mean.interval95());
    }

    private static Row ratio(UnitKey key, Answer answer, List<UnitResult> runs) {
        double[] values = Series.values(answer, runs);
        double[] under =
                runs.stream().mapToDouble(run -> run.answers().weight(answer)).toArray();
        double[] over = new double[under.length];
        java.util.Arrays.setAll(over, run -> values[run] * under[run]);
        RatioEstimate ratio = RatioEstimate.of(over, under);
        return mean(key, answer, values, ratio.ratio(), ratio.standardError(), ratio.interval95());
    }

    private static Row mean(
            UnitKey key, Answer answer, double[] values, double mean, double standardError, Interval interval) {
        Quantiles quantiles = Quantiles.of(values);
        List<Double> nine = new ArrayList<>();
        for (double level : LEVELS) {
            addThree(nine, quantiles.at(level), quantiles.interval95(level));
        }
        return new Row(
                key.point(),
                key.regime(),
                answer,
                "",
                values.length,
                mean,
                standardError,
                interval,
                nine,
                Double.NaN,
                Interval.MISSING);
    }

    private static void addThree(List<Double> to, double value, Interval interval) {
        to.add(value);
        to.add(interval.low());
        to.add(interval.high());
    }

    private static Row date(UnitKey key, Answer answer, double[] days) {
        CensoredDate date = CensoredDate.of(days);
        List<Double> nine = new ArrayList<>();
        for (double level : LEVELS) {
            addThree(nine, date.quantile(level), date.quantileInterval95(level));
        }
        return share(key, answer, NEVER, days.length, nine, date.neverProbability(), date.neverInterval95());
    }

    private static List<Row> categories(UnitKey key, Answer answer, List<UnitResult> runs) {
        List<Double> none = java.util.Collections.nCopies(9, Double.NaN);
        return CategoryShares.of(Series.categories(answer, runs)).stream()
                .map(each -> share(key, answer, each.value(), runs.size(), none, each.fraction(), each.interval95()))
                .toList();
    }

    private static Row share(
            UnitKey key,
            Answer answer,
            String category,
            int n,
            List<Double> quantiles,
            double share,
            Interval shareInterval) {
        return new Row(
                key.point(),
                key.regime(),
                answer,
                category,
                n,
                Double.NaN,
                Double.NaN,
                Interval.MISSING,
                quantiles,
                share,
                shareInterval);
    }
}
