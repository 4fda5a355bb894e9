package straits.experiments.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.UnitResult;
import straits.scenario.Scenario;

/**
 * What a run that still goes on says so far: how far each point is, and the headline answers with their intervals. It looks at
 * delivered runs only, which come in their order: of those that happen to be finished first, quick ones would be too many. The
 * last look is what {@code summary.csv} says. For one thread.
 */
public final class Standings {

    /** Points on the screen: with the lines around them, they fit into 24. */
    private static final int SHOWN = 12;

    private static final int RUNS = 10;
    private static final int TITLE = AnswerSheet.WIDTH - RUNS - 29 - 23 - 26;

    private final List<String> titles;
    private final List<Answer> headline;
    private final long[] planned;
    private final List<List<UnitResult>> runs = new ArrayList<>();
    private int seen;
    private int latest;
    private int failed;

    /** Nothing is delivered yet. */
    public Standings(Experiment experiment, Shard shard) {
        titles = experiment.titles();
        headline = headline(experiment.scenario());
        long each = experiment.mostReplications();
        planned = IntStream.range(0, titles.size())
                .mapToLong(point -> shard.count((point + 1) * each) - shard.count(point * each))
                .toArray();
        titles.forEach(point -> runs.add(new ArrayList<>()));
    }

    /** The three answers that a run is looked at for: of the tenant that the scenario asks about, else of the market. */
    public static List<Answer> headline(Scenario scenario) {
        return scenario.question() == null
                ? List.of(
                        Answer.MARKET_MEAN_H100E,
                        Answer.MARKET_UTILISATION_FRACTION,
                        Answer.MARKET_PAID_USD_PER_H100E_HOUR)
                : List.of(Answer.ANCHOR_MEAN_H100E, Answer.ANCHOR_FILL_FRACTION, Answer.ANCHOR_PAID_USD_PER_H100E_HOUR);
    }

    /** Takes up what was delivered since the last look. */
    public void look(List<UnitResult> delivered) {
        for (UnitResult result : delivered.subList(seen, delivered.size())) {
            latest = result.key().point();
            runs.get(latest).add(result);
            failed += result.ok() ? 0 : 1;
        }
        seen = delivered.size();
    }

    /** All points in their order. Takes as long as summing up all runs. */
    public List<Standing> all() {
        return IntStream.range(0, titles.size()).mapToObj(this::of).toList();
    }

    private Standing of(int point) {
        List<UnitResult> its = runs.get(point);
        int failed = Math.toIntExact(its.stream().filter(run -> !run.ok()).count());
        List<Summary.Row> answers = headline.stream()
                .map(answer -> Summary.of(its, answer))
                .flatMap(Optional::stream)
                .toList();
        return new Standing(point, titles.get(point), its.size(), failed, planned[point], answers);
    }

    /** For the screen: a title, then a line per point; of many points those up to the one that was worked on last. */
    public List<String> lines() {
        int end = Math.min(titles.size(), Math.max(SHOWN, latest + 1));
        int begin = Math.max(0, end - SHOWN);
        List<Standing> shown = IntStream.range(begin, end).mapToObj(this::of).toList();
        List<Scale> scales =
                headline.stream().map(answer -> scale(answer, shown)).toList();
        TextTable table = new TextTable(false, TITLE, RUNS, 29, 23, 26);
        table.line(cells(
                "",
                "Runs",
                IntStream.range(0, headline.size())
                        .mapToObj(each -> AnswerSheet.label(headline.get(each), scales.get(each)))));
        shown.forEach(point -> table.line(line(point, scales)));
        return Stream.of(table.toString().lines(), hidden(shown.size()), failed())
                .flatMap(each -> each)
                .toList();
    }

    private Stream<String> hidden(int shown) {
        int hidden = titles.size() - shown;
        return hidden == 0 ? Stream.of() : Stream.of("and " + hidden + " more points");
    }

    private Stream<String> failed() {
        return failed == 0 ? Stream.of() : Stream.of(failed + " failed, left out of every mean");
    }

    private static List<String> cells(String first, String second, Stream<String> rest) {
        return Stream.concat(Stream.of(first, second), rest).toList();
    }

    private static Scale scale(Answer answer, List<Standing> points) {
        return Scale.of(answer.unit(), greatest(answer, points));
    }

    /** The greatest mean of an answer in size; 0 if no point has it. */
    static double greatest(Answer answer, List<Standing> points) {
        return points.stream()
                .flatMap(point -> point.answers().stream())
                .filter(row -> row.answer() == answer)
                .mapToDouble(row -> Math.abs(row.mean()))
                .max()
                .orElse(0);
    }

    private List<String> line(Standing point, List<Scale> scales) {
        String runs = point.runs() + "/" + point.planned();
        Stream<String> answers = IntStream.range(0, headline.size())
                .mapToObj(each -> point.answers().stream()
                        .filter(row -> row.answer() == headline.get(each))
                        .findFirst()
                        .map(row -> scales.get(each).estimate(row))
                        .orElse(""));
        return cells(cut(point.title()), runs, answers);
    }

    private static String cut(String title) {
        return title.length() < TITLE ? title : title.substring(0, TITLE - 4) + "...";
    }
}
