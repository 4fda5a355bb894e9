package straits.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the demand of the tenant classes went: into leases, or why not. */
final class DemandCharts {

    private static final String SERVED = "served";
    private static final double MILLION = 1e-6;

    /** Outcomes in the order of the bars, with their words. */
    private static final Map<String, String> OUTCOMES = outcomes();

    private final Runs runs;
    private final Cube hours = new Cube(1);

    private DemandCharts(Runs runs) {
        this.runs = runs;
    }

    private static Map<String, String> outcomes() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put(SERVED, "served");
        outcomes.put("still_waiting", "still waiting at the end");
        outcomes.put("no_capacity", "nothing was free");
        outcomes.put("too_expensive", "too expensive");
        outcomes.put("budget_exhausted", "budget exhausted");
        outcomes.put("licence_pending", "licence or screening took too long");
        outcomes.put("denied", "a rule refused it");
        outcomes.put("screened_out", "screened out");
        outcomes.put("incompatible", "no such chip or country");
        return outcomes;
    }

    static List<Chart> of(Runs runs) {
        DemandCharts charts = new DemandCharts(runs);
        charts.read();
        return List.of(charts.byMonth(), charts.byCohort());
    }

    private void read() {
        List<String> held = List.of("period_start", "tenant", "gpus", "h100e", "gpu_hours");
        runs.each("tenants.csv", held, row -> {
            double gpus = row.amount(4);
            if (runs.experiment().scenario().tenantClasses().containsKey(row.text(3)) && gpus > 0) {
                add(row, SERVED, row.amount(5) * row.amount(6) / gpus);
            }
        });
        runs.each(
                "unmet.csv",
                List.of("period_start", "outcome", "h100e_hours"),
                row -> add(row, row.text(3), row.amount(4)));
    }

    private void add(Cells row, String outcome, double h100eHours) {
        hours.add(row.unit(), runs.periods().place(row.text(2)), outcome, h100eHours * MILLION);
    }

    private List<String> shown() {
        return OUTCOMES.keySet().stream().filter(hours.series()::contains).toList();
    }

    private static int colour(String outcome) {
        return List.copyOf(OUTCOMES.keySet()).indexOf(outcome);
    }

    private Chart byMonth() {
        List<Series> series = new ArrayList<>();
        for (String outcome : shown()) {
            series.add(new Series(
                    OUTCOMES.getOrDefault(outcome, outcome),
                    colour(outcome),
                    runs.periods().places().stream()
                            .map(place -> runs.reference().mean(unit -> hours.get(unit, place, outcome, 0)))
                            .toList()));
        }
        return chart(
                "demand-months",
                "Where the demand went, under " + runs.reference().name(),
                runs.periods().axis(),
                series);
    }

    private Chart byCohort() {
        List<Series> series = new ArrayList<>();
        for (String outcome : shown()) {
            series.add(new Series(
                    OUTCOMES.getOrDefault(outcome, outcome),
                    colour(outcome),
                    runs.cohorts().stream()
                            .map(cohort -> cohort.mean(unit -> hours.total(unit, outcome, 0)))
                            .toList()));
        }
        Axis names = Axis.of("", runs.cohorts().stream().map(Cohort::name).toList());
        return chart("demand-regimes", "Where the demand of the whole run went", names, series);
    }

    private Chart chart(String id, String title, Axis x, List<Series> series) {
        return new Chart(
                id,
                title,
                Chart.Kind.STACKED_BARS,
                x,
                Axis.ofAmounts("demand of tenant classes", "million h100e-hours"),
                series,
                List.of(),
                "Served: h100e-hours held, by training performance, under leases of any age. The rest: what requests that ended so"
                        + " had asked for, in the month in which they ended. " + runs.accuracy(),
                "tenants.csv, unmet.csv");
    }
}
