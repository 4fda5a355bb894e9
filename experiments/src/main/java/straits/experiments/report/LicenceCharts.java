package straits.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import straits.experiments.montecarlo.Answer;

/** What the licence desk and the caps did. */
final class LicenceCharts {

    private static final double PERCENT = 100;
    private static final int MOST_QUOTAS = 20;

    private LicenceCharts() {}

    static List<Chart> of(Runs runs, Answers answers) {
        List<Chart> all = new ArrayList<>();
        all.add(AnswerCharts.dots(
                runs,
                "licences",
                "Licences applied for and granted over the run",
                Axis.ofAmounts("licences", "applications per replication"),
                List.of(
                        AnswerCharts.series(runs, answers, Answer.LICENCES_APPLIED, "applied for", 0),
                        AnswerCharts.series(runs, answers, Answer.LICENCES_GRANTED, "granted", 2))));
        all.add(AnswerCharts.dots(
                runs,
                answers,
                "licence-wait",
                "Mean time from filing to the final decision",
                Answer.LICENCE_WAIT_DAYS_MEAN));
        all.add(backlog(runs));
        all.add(caps(runs));
        return all;
    }

    private static Chart backlog(Runs runs) {
        Cube desk = new Cube(1);
        Periods periods = runs.periods();
        runs.each(
                "desk.csv",
                List.of("period_start", "backlog"),
                row -> desk.add(
                        row.unit(), periods.place(row.text(2)), "backlog", row.amount(3) * periods.hours(row.text(2))));
        boolean none = desk.series().isEmpty();
        return new Chart(
                "licence-backlog",
                "Applications in the house",
                Chart.Kind.LINES,
                periods.axis(),
                Axis.ofAmounts("waiting and under review, time average", "applications"),
                none
                        ? List.of()
                        : runs.series(
                                periods.places(),
                                (cohort, place) -> cohort.mean(unit -> desk.get(unit, place, "backlog", 0))
                                        .times(1 / periods.hoursOf(place))),
                List.of(),
                runs.accuracyOfLines(),
                "desk.csv");
    }

    private static double share(Runs runs, Cube quotas, String name) {
        return runs.cohorts().stream()
                .map(cohort ->
                        cohort.ratio(unit -> quotas.get(unit, "", name, 0), unit -> quotas.get(unit, "", name, 1)))
                .filter(each -> !each.missing())
                .mapToDouble(Estimate::value)
                .max()
                .orElse(0);
    }

    /** Quotas of one country and rule are drawn from together, whoever holds them and whatever year they are of. */
    private static Chart caps(Runs runs) {
        Cube quotas = new Cube(2);
        runs.each("quotas.csv", List.of("country", "rule", "granted_tpp", "drawn_tpp"), row -> {
            String country = row.text(2).isEmpty() ? "anywhere" : row.text(2);
            quotas.add(row.unit(), "", country + ", " + row.text(3), row.amount(5), row.amount(4));
        });
        List<String> names = quotas.series().stream()
                .sorted(Comparator.comparingDouble((String name) -> -share(runs, quotas, name))
                        .thenComparing(name -> name))
                .limit(MOST_QUOTAS)
                .toList();
        return new Chart(
                "quotas",
                "Quotas: how much of what was granted was drawn",
                Chart.Kind.DOTS,
                Axis.of("", names),
                Axis.ofAmounts("drawn / granted, by performance", "%"),
                runs.series(
                        names,
                        (cohort, name) -> cohort.ratio(
                                        unit -> quotas.get(unit, "", name, 0), unit -> quotas.get(unit, "", name, 1))
                                .times(PERCENT)),
                List.of(),
                Numbers.most(names.size(), quotas.series().size(), "quotas that were drawn most")
                        + "Ratios of totals over the replications that have the quota. "
                        + runs.accuracy(),
                "quotas.csv");
    }
}
