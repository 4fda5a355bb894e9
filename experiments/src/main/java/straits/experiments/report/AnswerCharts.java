package straits.experiments.report;

import java.util.List;

/** Charts of single answers, cohort by cohort. */
final class AnswerCharts {

    private AnswerCharts() {}

    /** An answer with its interval, a line per cohort. */
    static Chart dots(Runs runs, Answers answers, String id, String title, String answer, double factor, String unit) {
        return dots(
                runs,
                id,
                title,
                Axis.of(answer.replace('_', ' '), unit),
                List.of(series(runs, answers, answer, "", 0, factor)));
    }

    /** Several answers of one unit. */
    static Chart dots(Runs runs, String id, String title, Axis y, List<Series> series) {
        return new Chart(
                id,
                title,
                Chart.Kind.DOTS,
                Axis.of("", runs.cohorts().stream().map(Cohort::name).toList()),
                y,
                series,
                List.of(),
                runs.accuracy(),
                "summary.csv");
    }

    static Series series(Runs runs, Answers answers, String answer, String name, int colour, double factor) {
        return new Series(
                name.isEmpty() ? answer : name,
                colour,
                runs.cohorts().stream()
                        .map(cohort -> answers.number(cohort, answer).times(factor))
                        .toList());
    }

    /** Differences of an answer from the reference. */
    static Chart differences(Runs runs, Answers answers, String id, String title, String answer) {
        List<Cohort> others = runs.cohorts().subList(1, runs.cohorts().size());
        Series series = new Series(
                answer,
                0,
                others.stream()
                        .map(cohort -> answers.difference(cohort, answer))
                        .toList());
        return new Chart(
                id,
                title,
                Chart.Kind.TORNADO,
                Axis.of("", others.stream().map(Cohort::name).toList()),
                Axis.of("difference from " + runs.reference().name(), answers.unit(answer)),
                List.of(series),
                List.of(),
                differenceNote(others.size()),
                "contrasts.csv");
    }

    /** How differences are to be read. */
    static String differenceNote(int comparisons) {
        return "Differences within replications on the same random numbers; intervals hold together for all "
                + comparisons
                + " comparisons with 95 % (Bonferroni). Grey: the interval covers zero, so that there is no difference that these"
                + " replications can tell.";
    }
}
