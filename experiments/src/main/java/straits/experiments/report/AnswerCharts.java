package straits.experiments.report;

import java.util.List;
import straits.experiments.montecarlo.Answer;

/** Charts of single answers, cohort by cohort. */
final class AnswerCharts {

    private AnswerCharts() {}

    /** An answer with its interval, a line per cohort. */
    static Chart dots(Runs runs, Answers answers, String id, String title, Answer answer) {
        return dots(
                runs,
                id,
                title,
                Axis.of(answer.label(), AnswerUnit.of(answer).name()),
                List.of(series(runs, answers, answer, answer.label(), 0)));
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

    static Series series(Runs runs, Answers answers, Answer answer, String name, int colour) {
        double factor = AnswerUnit.of(answer).factor();
        return new Series(
                name,
                colour,
                runs.cohorts().stream()
                        .map(cohort -> answers.number(cohort, answer.key()).times(factor))
                        .toList());
    }

    /** Differences of an answer from the reference. */
    static Chart differences(Runs runs, Answers answers, String id, Answer answer) {
        List<Cohort> others = runs.cohorts().subList(1, runs.cohorts().size());
        AnswerUnit unit = AnswerUnit.of(answer);
        Series series = new Series(
                answer.label(),
                0,
                others.stream()
                        .map(cohort -> answers.difference(cohort, answer.key()).times(unit.factor()))
                        .toList());
        return new Chart(
                id,
                answer.label() + ": difference from " + runs.reference().name(),
                Chart.Kind.TORNADO,
                Axis.of("", others.stream().map(Cohort::name).toList()),
                Axis.of("difference from " + runs.reference().name(), unit.name()),
                List.of(series),
                List.of(),
                differenceNote(others.size()),
                "contrasts.csv");
    }

    /** How differences are to be read. */
    static String differenceNote(int comparisons) {
        String held = comparisons == 1
                ? "the interval holds with 95 %"
                : "intervals hold together for all " + comparisons + " comparisons with 95 % (Bonferroni)";
        return "Differences within replications on the same random numbers; "
                + held
                + ". Grey: the interval covers zero, so that there is no difference that these"
                + " replications can tell.";
    }
}
