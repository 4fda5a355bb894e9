package straits.experiments.report;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.Question;

/** What the tenant in question held, against its budget and its need; where nothing is asked, what the market held. */
final class HeldCharts {

    private static final String GPUS = "gpus";
    private static final String H100E = "h100e";
    private static final String NEED = "need";
    private static final String AGAINST_NEED = "held-h100e";

    private final Runs runs;
    private final List<String> places;

    private HeldCharts(Runs runs) {
        this.runs = runs;
        places = runs.periods().places();
    }

    static List<Chart> of(Runs runs, double budgetBoundGpus) {
        Question question = runs.experiment().scenario().question();
        HeldCharts charts = new HeldCharts(runs);
        return question == null ? List.of(charts.market()) : charts.tenant(question.tenant(), budgetBoundGpus);
    }

    private List<Chart> tenant(String tenant, double budgetBoundGpus) {
        Cube held = new Cube(1);
        runs.each("tenants.csv", List.of("period_start", "tenant", GPUS, H100E, "need_h100e"), row -> {
            if (row.text(3).equals(tenant)) {
                add(held, row, GPUS, row.amount(4));
                add(held, row, H100E, row.amount(5));
                add(held, row, NEED, row.amount(6));
            }
        });
        List<Mark> bound = Double.isNaN(budgetBoundGpus)
                ? List.of()
                : List.of(new Mark("what the budget pays for", budgetBoundGpus));
        List<Series> obtained = series(held, H100E);
        obtained.add(needed(held));
        return List.of(
                chart(
                        "held-gpus",
                        "GPUs that " + tenant + " obtained, against its budget",
                        "GPUs",
                        series(held, GPUS),
                        bound,
                        "tenants.csv, summary.csv"),
                chart(
                        AGAINST_NEED,
                        "What " + tenant + " held of what it needed",
                        "h100e",
                        obtained,
                        List.of(),
                        "tenants.csv"));
    }

    /** One line: under all regimes, or of the reference where they differ. */
    private Series needed(Cube held) {
        List<Estimate> needed = values(held, runs.reference(), NEED);
        boolean everywhere = runs.cohorts().stream()
                .allMatch(cohort -> values(held, cohort, NEED).equals(needed));
        String name = everywhere ? "needed" : "needed (" + runs.reference().name() + ")";
        return new Series(name, runs.cohorts().size(), needed);
    }

    private Chart market() {
        Cube leased = new Cube(1);
        runs.each("series.csv", List.of("period_start", "leased_gpus"), row -> add(leased, row, GPUS, row.amount(3)));
        return chart(
                "market-gpus",
                "GPUs leased in the whole market",
                "GPUs",
                series(leased, GPUS),
                List.of(),
                "series.csv");
    }

    private void add(Cube cube, Cells row, String series, double average) {
        String month = row.text(2);
        cube.add(
                row.unit(),
                runs.periods().place(month),
                series,
                average * runs.periods().hours(month));
    }

    private Chart chart(String id, String title, String unit, List<Series> series, List<Mark> marks, String source) {
        return new Chart(
                id,
                title,
                Chart.Kind.LINES,
                runs.periods().axis(),
                Axis.ofAmounts("held, time average", unit),
                series,
                marks,
                (id.equals(AGAINST_NEED)
                                ? "Needed: for the tenant's own workload; held: by training performance. "
                                : "")
                        + runs.accuracyOfLines(),
                source);
    }

    private List<Series> series(Cube cube, String measure) {
        List<Series> series = new ArrayList<>();
        runs.cohorts()
                .forEach(
                        cohort -> series.add(new Series(cohort.name(), cohort.place(), values(cube, cohort, measure))));
        return series;
    }

    private List<Estimate> values(Cube cube, Cohort cohort, String measure) {
        return places.stream()
                .map(place -> cohort.mean(unit -> cube.get(unit, place, measure, 0))
                        .times(1 / runs.periods().hoursOf(place)))
                .toList();
    }
}
