package straits.experiments.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.RunProgress;
import straits.experiments.output.Standing;
import straits.experiments.output.Summary;
import straits.experiments.report.Axis;
import straits.experiments.report.Chart;
import straits.experiments.report.Estimate;
import straits.experiments.report.Series;

/** What is known so far as charts: where each point stands, and how the intervals have shrunk. */
final class LiveCharts {

    /** More would be a page of names: of many points, those worked on last. */
    private static final int MOST_POINTS = 30;

    private static final int MOST_LINES = 6;

    private LiveCharts() {}

    /** The charts that have something to show. */
    static List<Chart> of(RunProgress progress, List<Answer> headline) {
        List<Standing> begun = last(
                progress.points().stream().filter(point -> point.runs() > 0).toList(), MOST_POINTS);
        Stream<Chart> standings = headline.stream().map(answer -> standing(progress, answer, begun));
        return Stream.concat(Stream.of(course(progress, headline.get(0), last(begun, MOST_LINES))), standings)
                .filter(Chart::hasValues)
                .toList();
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static Chart standing(RunProgress progress, Answer answer, List<Standing> points) {
        List<Estimate> values = points.stream()
                .map(point -> point.answers().stream()
                        .filter(row -> row.answer() == answer)
                        .findFirst()
                        .map(row -> Estimate.of(row.mean(), row.interval(), row.n()))
                        .orElse(Estimate.MISSING))
                .toList();
        List<String> names = points.stream()
                .map(point -> point.title() + " (" + (point.runs() - point.failed()) + ")")
                .toList();
        return new Chart(
                answer.key().replace('_', '-'),
                answer.label() + (progress.finished() ? "" : ", so far"),
                Chart.Kind.DOTS,
                Axis.of("point", names),
                Axis.of(answer.label(), answer.unit()),
                List.of(new Series(answer.label(), 0, values)),
                List.of(),
                "Means over the replications whose number stands in brackets, and their 95 % intervals.",
                "");
    }

    private static Chart course(RunProgress progress, Answer answer, List<Standing> points) {
        List<List<UnitResult>> runs = points.stream()
                .map(point -> of(progress.results(), point.point()))
                .toList();
        int most = runs.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> numbers = numbers(most);
        List<Series> series = new ArrayList<>();
        for (int each = 0; each < points.size(); each++) {
            List<UnitResult> its = runs.get(each);
            List<Estimate> values =
                    numbers.stream().map(number -> after(number, answer, its)).toList();
            series.add(new Series(points.get(each).title(), points.get(each).point(), values));
        }
        return new Chart(
                "course",
                answer.label() + ": how the estimates settle",
                Chart.Kind.LINES,
                Axis.of("replications", numbers.stream().map(String::valueOf).toList()),
                Axis.of(answer.label(), answer.unit()),
                series,
                List.of(),
                "Mean over the first replications and its 95 % interval, which shrinks as they become more. It is drawn anew"
                        + " with each: do not stop a run because the interval looks well just now; see sequential"
                        + " replications.",
                "");
    }

    private static List<UnitResult> of(List<UnitResult> results, int point) {
        return results.stream().filter(run -> run.key().point() == point).toList();
    }

    /** From 2 on, at first each, then about a quarter more each time, to the last. */
    private static List<Integer> numbers(int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 2; number < last; number = Math.max(number + 1, number * 5 / 4)) {
            numbers.add(number);
        }
        if (last >= 2) {
            numbers.add(last);
        }
        return numbers;
    }

    private static Estimate after(int number, Answer answer, List<UnitResult> runs) {
        if (number > runs.size()) {
            return Estimate.MISSING;
        }
        return Summary.of(runs.subList(0, number), answer)
                .map(row -> Estimate.of(row.mean(), row.interval(), row.n()))
                .orElse(Estimate.MISSING);
    }
}
