package straits.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import straits.experiments.analysis.Interval;

/** The fill surface: how likely the tenant had a size in force by a date at a price. A chart per cohort at the last date, and one over time. */
final class FillCharts {

    private static final double PERCENT = 100;
    private static final List<String> COLUMNS = List.of(
            "point",
            "h100e",
            "by_date",
            "price_usd_per_h100e_hour",
            "n",
            "p_fill_fraction",
            "p_fill_low_fraction",
            "p_fill_high_fraction");
    private static final String NOTE =
            "Share of replications with at least so much in force at some review by the date, under contracts at or below the"
                    + " price; not what an offer at that price would have found. Wilson 95 % intervals are in the table.";

    private final NavigableMap<Integer, NavigableMap<String, NavigableMap<Double, NavigableMap<Double, Estimate>>>>
            surface = new TreeMap<>();

    private FillCharts(Runs runs) {
        Cells.each(
                runs.folder(),
                "fill.csv",
                COLUMNS,
                row -> surface.computeIfAbsent(row.integer(0), key -> new TreeMap<>())
                        .computeIfAbsent(row.text(2), key -> new TreeMap<>())
                        .computeIfAbsent(row.number(1), key -> new TreeMap<>())
                        .put(
                                row.number(3),
                                Estimate.of(row.number(5), new Interval(row.number(6), row.number(7)), row.integer(4))
                                        .times(PERCENT)));
    }

    static List<Chart> of(Runs runs) {
        FillCharts charts = new FillCharts(runs);
        List<Chart> all = new ArrayList<>();
        for (Cohort cohort : runs.cohorts()) {
            if (!cohort.pooled() && !cohort.points().isEmpty()) {
                int point = cohort.points().get(0).get(0).point();
                charts.add(all, cohort, charts.surface.getOrDefault(point, new TreeMap<>()));
            }
        }
        return all;
    }

    private void add(
            List<Chart> all,
            Cohort cohort,
            NavigableMap<String, NavigableMap<Double, NavigableMap<Double, Estimate>>> dates) {
        if (dates.isEmpty()) {
            return;
        }
        if (cohort.place() == 0) {
            all.add(overTime(cohort, dates));
        }
        NavigableMap<Double, NavigableMap<Double, Estimate>> sizes =
                dates.lastEntry().getValue();
        TreeSet<Double> prices = new TreeSet<>();
        sizes.values().forEach(row -> prices.addAll(row.keySet()));
        List<Series> series = new ArrayList<>();
        sizes.forEach((size, row) -> series.add(new Series(
                text(size),
                series.size(),
                prices.stream()
                        .map(price -> row.getOrDefault(price, Estimate.MISSING))
                        .toList())));
        all.add(new Chart(
                "fill-" + (cohort.place() + 1),
                "Chance of so much by " + dates.lastKey() + " at or below a price, under " + cohort.name(),
                Chart.Kind.HEAT_MAP,
                new Axis(
                        "price, USD per h100e-hour",
                        "",
                        prices.stream().map(FillCharts::text).toList(),
                        false),
                Axis.of("chance", "%"),
                series,
                List.of(),
                "Rows: h100e in force. " + NOTE,
                "fill.csv"));
    }

    /** Over the dates at the highest price: the easiest of each size. */
    private Chart overTime(
            Cohort cohort, NavigableMap<String, NavigableMap<Double, NavigableMap<Double, Estimate>>> dates) {
        TreeSet<Double> sizes = new TreeSet<>();
        dates.values().forEach(each -> sizes.addAll(each.keySet()));
        double highest = dates.lastEntry().getValue().values().stream()
                .mapToDouble(NavigableMap::lastKey)
                .max()
                .orElse(0);
        List<Series> series = new ArrayList<>();
        for (Double size : sizes) {
            series.add(new Series(
                    text(size),
                    series.size(),
                    dates.values().stream()
                            .map(at -> at.getOrDefault(size, new TreeMap<>()).getOrDefault(highest, Estimate.MISSING))
                            .toList()));
        }
        return new Chart(
                "fill-dates",
                "Chance of so much by a date at or below " + text(highest) + " USD per h100e-hour, under "
                        + cohort.name(),
                Chart.Kind.HEAT_MAP,
                Axis.of("by date", List.copyOf(dates.keySet())),
                Axis.of("chance", "%"),
                series,
                List.of(),
                "Rows: h100e in force. " + NOTE,
                "fill.csv");
    }

    private static String text(double value) {
        return value == Math.rint(value) && value >= 100
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
