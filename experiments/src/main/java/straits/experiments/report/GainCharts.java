package straits.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import straits.experiments.analysis.Interval;
import straits.experiments.analysis.PairedContrast;
import straits.experiments.montecarlo.Answer;

/** Who gains: shares of revenue and margins by class of provider, concentration, and the price gap between tiers. */
final class GainCharts {

    private static final double PERCENT = 100;
    private static final double MILLION = 1e-6;

    private final Runs runs;
    private final Cube money = new Cube(2);
    private final List<String> classes;

    private GainCharts(Runs runs) {
        this.runs = runs;
        runs.each(
                "classes.csv",
                List.of("class", "revenue_usd", "margin_usd"),
                row -> money.add(row.unit(), "", row.text(2), row.amount(3), row.amount(4)));
        classes = money.series();
    }

    static List<Chart> of(Runs runs, Answers answers) {
        GainCharts charts = new GainCharts(runs);
        List<Chart> all = new ArrayList<>();
        if (charts.classes.size() > 1) {
            all.add(charts.shares());
        }
        all.add(charts.margins());
        all.add(AnswerCharts.dots(
                runs, answers, "hhi", "Concentration of revenue (HHI, 10,000 = one provider)", Answer.HHI_REVENUE));
        all.add(AnswerCharts.dots(
                runs,
                answers,
                "tier-price-gap",
                "How much dearer others are than gatekeepers",
                Answer.TIER_PRICE_GAP_FRACTION));
        return all;
    }

    private Chart shares() {
        List<Series> series = new ArrayList<>();
        for (String tier : classes) {
            series.add(new Series(
                    tier,
                    series.size(),
                    runs.cohorts().stream()
                            .map(cohort -> cohort.ratio(unit -> money.get(unit, "", tier, 0), this::revenue)
                                    .times(PERCENT))
                            .toList()));
        }
        return new Chart(
                "revenue-shares",
                "Who earns: shares of all revenue by class of provider",
                Chart.Kind.STACKED_BARS,
                Axis.of("", runs.cohorts().stream().map(Cohort::name).toList()),
                Axis.ofAmounts("share of revenue", "%"),
                series,
                List.of(),
                "Ratios of totals over replications; intervals are in the table. " + runs.accuracy(),
                "classes.csv");
    }

    private double revenue(Unit unit) {
        return classes.stream()
                .mapToDouble(tier -> money.get(unit, "", tier, 0))
                .sum();
    }

    /** Paired by replication, so only between single points. */
    private Chart margins() {
        Cohort reference = runs.reference();
        List<Cohort> others = runs.cohorts().stream()
                .filter(cohort -> cohort.place() > 0 && !cohort.pooled() && !reference.pooled())
                .toList();
        int comparisons = Math.max(1, others.size() * classes.size());
        List<Series> series = others.stream()
                .map(cohort -> new Series(
                        cohort.name(),
                        cohort.place(),
                        classes.stream()
                                .map(tier -> difference(cohort, reference, tier, comparisons))
                                .toList()))
                .toList();
        return new Chart(
                "margin-differences",
                "Who gains against " + reference.name() + ": change of margins by class of provider",
                Chart.Kind.DOTS,
                Axis.of("", classes),
                Axis.of("margin over the run, difference", "million USD"),
                series,
                List.of(new Mark("no difference", 0)),
                AnswerCharts.differenceNote(comparisons),
                "classes.csv");
    }

    private Estimate difference(Cohort cohort, Cohort reference, String tier, int comparisons) {
        Map<Integer, Unit> by = new LinkedHashMap<>();
        reference.runs().forEach(unit -> by.put(unit.replication(), unit));
        List<Unit> here = cohort.runs().stream()
                .filter(unit -> by.containsKey(unit.replication()))
                .toList();
        if (here.isEmpty()) {
            return Estimate.MISSING;
        }
        PairedContrast contrast = PairedContrast.of(
                here.stream().mapToDouble(unit -> margin(unit, tier)).toArray(),
                here.stream()
                        .mapToDouble(unit -> margin(by.getOrDefault(unit.replication(), unit), tier))
                        .toArray());
        Interval interval = contrast.simultaneous95(comparisons);
        return new Estimate(
                        contrast.meanDifference(),
                        interval,
                        Interval.MISSING,
                        contrast.n(),
                        !contrast.differs(comparisons))
                .times(MILLION);
    }

    private double margin(Unit unit, String tier) {
        return money.get(unit, "", tier, 1);
    }
}
