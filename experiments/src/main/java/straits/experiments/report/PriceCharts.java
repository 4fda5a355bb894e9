package straits.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was paid: for the chip that was leased most, by country; for all chips together, by class of provider. */
final class PriceCharts {

    private static final int MOST_COUNTRIES = 8;

    private final Runs runs;

    private PriceCharts(Runs runs) {
        this.runs = runs;
    }

    static List<Chart> of(Runs runs) {
        PriceCharts charts = new PriceCharts(runs);
        List<Chart> all = new ArrayList<>();
        charts.byCountry(all);
        charts.byClass(all);
        return all;
    }

    private void byCountry(List<Chart> all) {
        Map<String, Cube> chips = new TreeMap<>();
        List<String> wanted = List.of("period_start", "country", "chip", "revenue_usd", "gpu_hours");
        runs.each("series.csv", wanted, row -> {
            double hours = row.amount(6);
            if (hours > 0) {
                chips.computeIfAbsent(row.text(4), key -> new Cube(2))
                        .add(row.unit(), runs.periods().place(row.text(2)), row.text(3), row.amount(5), hours);
            }
        });
        Map<String, Double> hoursOfChips = new TreeMap<>();
        chips.forEach((chip, paid) ->
                paid.series().forEach(country -> hoursOfChips.merge(chip, paid.sum(country, 1), Double::sum)));
        greatest(hoursOfChips, 1).forEach(chip -> byCountry(all, chip, chips.getOrDefault(chip, new Cube(2))));
    }

    private void byCountry(List<Chart> all, String chip, Cube paid) {
        Map<String, Double> hours = new TreeMap<>();
        paid.series().forEach(country -> hours.put(country, paid.sum(country, 1)));
        List<String> shown = greatest(hours, MOST_COUNTRIES);
        List<Series> series = new ArrayList<>();
        shown.forEach(
                country -> series.add(new Series(country, series.size(), ratios(paid, runs.reference(), country))));
        String title = "Price paid for " + chip + " by country";
        all.add(lines(
                "price-country",
                title + ", under " + runs.reference().name(),
                "USD per GPU-hour",
                series,
                "series.csv"));
        all.add(dots(
                "price-country-regime",
                title + " over the whole run",
                "USD per GPU-hour",
                shown.stream().sorted().toList(),
                paid,
                "series.csv"));
    }

    private void byClass(List<Chart> all) {
        Cube paid = new Cube(2);
        List<String> wanted = List.of("period_start", "class", "revenue_usd", "h100e_hours");
        runs.each(
                "classes.csv",
                wanted,
                row -> paid.add(
                        row.unit(), runs.periods().place(row.text(2)), row.text(3), row.amount(4), row.amount(5)));
        List<Series> series = new ArrayList<>();
        for (String tier : paid.series()) {
            series.add(new Series(tier, series.size(), ratios(paid, runs.reference(), tier)));
        }
        all.add(lines(
                "price-tier",
                "Price paid by class of provider, under " + runs.reference().name(),
                "USD per h100e-hour",
                series,
                "classes.csv"));
        all.add(dots(
                "price-tier-regime",
                "Price paid by class of provider over the whole run",
                "USD per h100e-hour",
                paid.series(),
                paid,
                "classes.csv"));
    }

    /** The names with the greatest amounts, the greatest first. */
    private static List<String> greatest(Map<String, Double> amounts, int most) {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Estimate> ratios(Cube paid, Cohort cohort, String name) {
        return runs.periods().places().stream()
                .map(place ->
                        cohort.ratio(unit -> paid.get(unit, place, name, 0), unit -> paid.get(unit, place, name, 1)))
                .toList();
    }

    private Chart lines(String id, String title, String unit, List<Series> series, String source) {
        return new Chart(
                id,
                title,
                Chart.Kind.LINES,
                runs.periods().axis(),
                Axis.ofAmounts("charges / hours charged", unit),
                series,
                List.of(),
                runs.accuracyOfLines(),
                source);
    }

    private Chart dots(String id, String title, String unit, List<String> names, Cube paid, String source) {
        return new Chart(
                id,
                title,
                Chart.Kind.DOTS,
                Axis.of("", names),
                Axis.ofAmounts("charges / hours charged", unit),
                runs.series(
                        names,
                        (cohort, name) ->
                                cohort.ratio(run -> paid.total(run, name, 0), run -> paid.total(run, name, 1))),
                List.of(),
                runs.accuracy(),
                source);
    }
}
