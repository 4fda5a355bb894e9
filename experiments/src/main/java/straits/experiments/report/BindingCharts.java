package straits.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of the need of the tenant in question, month by month: held, or not, and for which reason. A chart per cohort. Reasons are
 * given at reviews; what was lacked from a need that arose after one until the next has none, and is shown as that.
 */
final class BindingCharts {

    private static final List<String> REASONS =
            List.of("price", "chips", "power", "licence", "cap", "screening", "time");
    private static final String MONEY = "money";
    private static final String HELD = "held";
    private static final String BETWEEN = "between reviews";
    private static final int FIRST_FRACTION = 7;
    private static final double PERCENT = 100;

    private BindingCharts() {}

    static List<Chart> of(Runs runs) {
        Cube levels = levels(runs);
        Cube needs = new Cube(2);
        List<String> wanted = new ArrayList<>(List.of(
                "period_start", "tenant", "need_h100e_hours", "unfilled_h100e_hours", "short_of_money_h100e_hours"));
        REASONS.forEach(reason -> wanted.add(reason + "_fraction"));
        runs.each("binding.csv", wanted, row -> {
            if (row.text(3).equals(runs.tenant())) {
                double need = levels.get(row.unit(), row.text(2), HELD, 1);
                double share = need == 0 ? 0 : levels.get(row.unit(), row.text(2), HELD, 0) / need;
                add(needs, runs.periods().place(row.text(2)), row, share);
            }
        });
        List<String> kinds = new ArrayList<>(List.of(HELD, BETWEEN, MONEY));
        kinds.addAll(REASONS);
        return runs.cohorts().stream()
                .map(cohort -> chart(runs, cohort, needs, kinds))
                .toList();
    }

    /** What was held and needed on average, by run and month. */
    private static Cube levels(Runs runs) {
        Cube levels = new Cube(2);
        runs.each("tenants.csv", List.of("period_start", "tenant", "h100e", "need_h100e"), row -> {
            if (row.text(3).equals(runs.tenant())) {
                levels.add(row.unit(), row.text(2), HELD, row.amount(4), row.amount(5));
            }
        });
        return levels;
    }

    private static void add(Cube needs, String place, Cells row, double heldShare) {
        double need = row.amount(4);
        double unfilled = row.amount(5);
        double money = row.amount(6);
        double found = Math.max(0, need - unfilled - money);
        // More than was needed at some times of the month fills no need of others.
        double held = Math.min(found, heldShare * need);
        needs.add(row.unit(), place, HELD, held, need);
        needs.add(row.unit(), place, BETWEEN, found - held, need);
        needs.add(row.unit(), place, MONEY, money, need);
        IntStream.range(0, REASONS.size())
                .forEach(i ->
                        needs.add(row.unit(), place, REASONS.get(i), unfilled * row.amount(FIRST_FRACTION + i), need));
    }

    private static Chart chart(Runs runs, Cohort cohort, Cube needs, List<String> kinds) {
        List<Series> series = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            String name = kinds.get(kind);
            List<Estimate> values = runs.periods().places().stream()
                    .map(place -> cohort.ratio(
                                    unit -> needs.get(unit, place, name, 0), unit -> needs.get(unit, place, name, 1))
                            .times(PERCENT))
                    .toList();
            series.add(new Series(List.of(HELD, BETWEEN).contains(name) ? name : "stopped by " + name, kind, values));
        }
        return new Chart(
                "binding-" + (cohort.place() + 1),
                "What bound " + runs.tenant() + " under " + cohort.name(),
                Chart.Kind.STACKED_BARS,
                runs.periods().axis(),
                Axis.ofAmounts("share of what it needed", "%"),
                series,
                List.of(),
                "Shares of the h100e-hours needed over all replications; intervals are in the table. Between reviews: lacked, and not asked"
                        + " for before the next review. " + runs.accuracy(),
                "binding.csv, tenants.csv");
    }
}
