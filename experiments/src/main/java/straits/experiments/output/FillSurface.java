package straits.experiments.output;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.Interval;
import straits.experiments.analysis.Wilson;
import straits.experiments.design.BudgetRule;
import straits.experiments.montecarlo.FillSample;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Quantity;
import straits.scenario.Question;

/**
 * {@code fill.csv}: P(N, T, p), the share of replications in which the tenant of the question had at least N H100-equivalents
 * in force at some review by date T under contracts at or below p. Read from each run by thresholds: not what an offer at p
 * would have found.
 */
public final class FillSurface {

    /** The declaration. */
    public static final Table<Row> TABLE = Table.<Row>of("fill.csv", "point x budget rule x h100e x date x price")
            .integer("point", "", "design point", row -> row.key().point())
            .text("regime", "key of the regime", row -> row.key().regime())
            .text(
                    "budget_rule",
                    "as_given: budget and pacing of the scenario; unlimited: the tenant's budget never binds, its need and its"
                            + " highest price do",
                    row -> row.budgetRule().key())
            .decimal("h100e", "h100e", "size threshold, for the tenant's own workload", Row::h100e)
            .date("by_date", "last day that counts", Row::by)
            .decimal("price_usd_per_h100e_hour", "USD per h100e-hour", "price threshold", Row::usdPerH100eHour)
            .integer("n", "replications", "replications that came to their end", Row::n)
            .decimal("p_fill_fraction", "fraction", "share of replications that reached the size", Row::fraction)
            .decimal(
                    "p_fill_low_fraction",
                    "fraction",
                    "lower end of its 95 % Wilson interval",
                    row -> row.interval().low())
            .decimal(
                    "p_fill_high_fraction",
                    "fraction",
                    "upper end of its 95 % Wilson interval",
                    row -> row.interval().high())
            .build();

    private FillSurface() {}

    /**
     * A point of the surface.
     *
     * @param key any run of the design point
     * @param budgetRule whether the budget bound
     * @param h100e size threshold
     * @param by last day that counts
     * @param usdPerH100eHour price threshold
     * @param n replications
     * @param reached replications that reached the size
     */
    public record Row(
            UnitKey key,
            BudgetRule budgetRule,
            double h100e,
            LocalDate by,
            double usdPerH100eHour,
            int n,
            int reached) {

        double fraction() {
            return reached / (double) n;
        }

        Interval interval() {
            return Wilson.interval95(reached, n);
        }
    }

    /**
     * The surface of every point, in order of appearance; by size, date and price. Empty if nothing is asked.
     *
     * @param budgetRuleOf the budget rule of a point by its number
     */
    public static List<Row> rows(
            @Nullable Question question, List<UnitResult> results, IntFunction<BudgetRule> budgetRuleOf) {
        if (question == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        Series.byPoint(results).forEach((point, runs) -> {
            List<UnitResult> ended = runs.stream().filter(UnitResult::ok).toList();
            for (Quantity size : question.fillH100e()) {
                addSize(rows, size.value(), budgetRuleOf.apply(point), ended);
            }
        });
        return rows;
    }

    private static void addSize(List<Row> rows, double h100e, BudgetRule budgetRule, List<UnitResult> runs) {
        int samples = runs.stream().mapToInt(run -> run.fill().size()).min().orElse(0);
        for (int at = 0; at < samples; at++) {
            int sample = at;
            FillSample first = runs.get(0).fill().get(sample);
            int reached = (int) runs.stream()
                    .filter(run -> run.fill().get(sample).h100e() >= h100e)
                    .count();
            rows.add(new Row(
                    runs.get(0).key(), budgetRule, h100e, first.by(), first.usdPerH100eHour(), runs.size(), reached));
        }
    }
}
