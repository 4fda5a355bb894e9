package straits.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import straits.experiments.analysis.Interval;
import straits.experiments.report.Axis;
import straits.experiments.report.Chart;
import straits.experiments.report.Estimate;
import straits.experiments.report.Mark;
import straits.experiments.report.Series;

/** A chart of each kind, with what makes drawing hard: gaps, grey differences, long names, marks. */
final class SampleCharts {

    private SampleCharts() {}

    static Chart of(Chart.Kind kind) {
        return switch (kind) {
            case LINES -> lines();
            case STACKED_BARS -> stacked();
            case DOTS -> dots();
            case TORNADO -> tornado();
            case HEAT_MAP -> heatMap();
        };
    }

    private static List<String> months() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> String.format(Locale.ROOT, "2025-%02d", month))
                .toList();
    }

    private static Estimate estimate(double value, double half) {
        return new Estimate(
                value,
                new Interval(value - half, value + half),
                new Interval(value - 3 * half, value + 3 * half),
                100,
                false);
    }

    private static Estimate grey(double value, double half) {
        return new Estimate(value, new Interval(value - half, value + half), Interval.MISSING, 100, true);
    }

    private static Chart lines() {
        List<Series> series = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            List<Estimate> values = new ArrayList<>();
            for (int month = 0; month < 12; month++) {
                boolean gap = each == 1 && month == 5;
                values.add(
                        gap
                                ? Estimate.MISSING
                                : estimate(40_000 + 30_000.0 * month + 20_000 * each, 9_000 + 500 * month));
            }
            series.add(new Series(
                    List.of("us-2023", "open", "gatekeeper-draft-2024").get(each), each, values));
        }
        return new Chart(
                "held",
                "GPUs obtained by renting & what the budget pays for",
                Chart.Kind.LINES,
                Axis.of("month", months()),
                Axis.of("held", "h100e"),
                series,
                List.of(new Mark("budget bound 614,682", 614_682)),
                "Means over 100 replications; dark bands: 95 % intervals of the mean; pale bands: from the 5 % to the 95 % quantile"
                        + " over replications, where these are enough for them.",
                "tenants.csv");
    }

    private static Chart stacked() {
        List<Series> series = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            List<Estimate> values = new ArrayList<>();
            for (int month = 0; month < 12; month++) {
                values.add(Estimate.of(10 + (each * 7 + month * 3) % 20, 100));
            }
            series.add(new Series(
                    List.of("served", "waiting", "price", "country cap").get(each), each, values));
        }
        return new Chart(
                "demand",
                "Where the demand went",
                Chart.Kind.STACKED_BARS,
                Axis.of("month", months()),
                Axis.of("requests", "%"),
                series,
                List.of(),
                "Means over 100 replications.",
                "unmet.csv");
    }

    private static Chart dots() {
        List<String> regimes =
                List.of("us-2023", "open", "a regime with quite a long name that has to be cut somewhere", "x");
        List<Estimate> gains = List.of(estimate(0.12, 0.03), grey(-0.02, 0.05), Estimate.MISSING, Estimate.of(0.31, 1));
        return new Chart(
                "gains",
                "Who gains: difference of the share from the reference",
                Chart.Kind.DOTS,
                Axis.of("regime", regimes),
                Axis.of("difference", "fraction"),
                List.of(new Series("gatekeepers", 0, gains), new Series("others", 1, gains)),
                List.of(new Mark("no difference", 0)),
                "Grey: the interval covers zero.",
                "contrasts.csv");
    }

    private static Chart tornado() {
        return new Chart(
                "tornado",
                "What moves the answer",
                Chart.Kind.TORNADO,
                Axis.of("input", List.of("reference price", "H20 deliveries", "licence wait")),
                Axis.of("elasticity", ""),
                List.of(new Series("main", 0, List.of(estimate(-0.8, 0.1), estimate(0.5, 0.2), grey(0.04, 0.06)))),
                List.of(),
                "",
                "sensitivity.csv");
    }

    private static Chart heatMap() {
        List<Series> series = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            List<Estimate> values = new ArrayList<>();
            for (int month = 0; month < 12; month++) {
                values.add(
                        row == 2 && month == 3
                                ? Estimate.MISSING
                                : estimate(Math.max(0, 100 - 20 * row - 3 * month), 5));
            }
            series.add(new Series((row + 1) * 100 + " thousand", row, values));
        }
        return new Chart(
                "fill",
                "Probability to hold as much by then",
                Chart.Kind.HEAT_MAP,
                Axis.of("by", months()),
                Axis.of("probability", "%"),
                series,
                List.of(),
                "Over 100 replications.",
                "fill.csv");
    }
}
