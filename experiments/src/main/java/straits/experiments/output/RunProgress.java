package straits.experiments.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.Interval;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.UnitResult;

/**
 * How far the run of a folder is, read from its journal while there is one, else from its tables. Nothing in the folder is
 * changed, locked or kept open, so that a run that writes to it does not notice.
 *
 * @param finished whether all is there
 * @param planned runs in all, the most there can be where that is open
 * @param changed when the last run was written, null before the first
 * @param points every point of the experiment
 * @param results the runs in their order; empty once the journal is gone
 */
public record RunProgress(
        boolean finished, long planned, @Nullable Instant changed, List<Standing> points, List<UnitResult> results) {

    /** Files of which one changes when there is something new. */
    public static final List<String> FILES = List.of(Journal.FILE, Manifest.FILE);

    /** Copies the lists. */
    public RunProgress {
        points = List.copyOf(points);
        results = List.copyOf(results);
    }

    /**
     * Looks at a folder. Takes as long as reading the answers of all runs.
     *
     * @param experiment what is run there
     * @throws java.io.UncheckedIOException naming the path, if a file cannot be read
     */
    public static RunProgress of(Path folder, Experiment experiment) {
        JournalContent journal = JournalContent.read(folder.resolve(Journal.FILE));
        boolean finished = Files.exists(folder.resolve(Manifest.FILE));
        if (journal == null) {
            return finished ? finished(folder, experiment) : notBegun(experiment);
        }
        Shard shard = journal.head().shard();
        Standings standings = new Standings(experiment, shard);
        List<UnitResult> results = journal.results();
        standings.look(results);
        return new RunProgress(
                finished,
                shard.count(experiment.units()),
                changed(folder.resolve(Journal.FILE)),
                standings.all(),
                results);
    }

    private static RunProgress notBegun(Experiment experiment) {
        Standings standings = new Standings(experiment, Shard.WHOLE);
        return new RunProgress(false, experiment.units(), null, standings.all(), List.of());
    }

    /** Runs that were delivered, failed ones included. */
    public long runs() {
        return points.stream().mapToLong(Standing::runs).sum();
    }

    /** Runs that failed. */
    public long failed() {
        return points.stream().mapToLong(Standing::failed).sum();
    }

    /** Events of the runs, as far as the journal tells. */
    public long events() {
        return results.stream()
                .filter(UnitResult::ok)
                .mapToLong(run -> (long) run.answers().value(Answer.EVENTS))
                .sum();
    }

    /** When a file was last written; null if it has gone since. */
    public static @Nullable Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return null;
        }
    }

    private static RunProgress finished(Path folder, Experiment experiment) {
        Map<Integer, int[]> counts = counts(folder);
        Map<Integer, List<Summary.Row>> answers = answers(folder, Standings.headline(experiment.scenario()));
        List<Standing> points = new ArrayList<>();
        List<String> titles = experiment.titles();
        for (int point = 0; point < titles.size(); point++) {
            int[] count = counts.getOrDefault(point, new int[2]);
            points.add(new Standing(
                    point, titles.get(point), count[0], count[1], count[0], answers.getOrDefault(point, List.of())));
        }
        long runs = points.stream().mapToLong(Standing::runs).sum();
        return new RunProgress(true, runs, changed(folder.resolve(Manifest.FILE)), points, List.of());
    }

    /** Runs and failed runs by point. */
    private static Map<Integer, int[]> counts(Path folder) {
        Map<Integer, int[]> counts = new LinkedHashMap<>();
        rows(folder, "outcomes.csv", row -> {
            int[] count = counts.computeIfAbsent(row.integer("point"), point -> new int[2]);
            count[0]++;
            count[1] += row.get("status").equals(UnitResult.OK) ? 0 : 1;
        });
        return counts;
    }

    private static Map<Integer, List<Summary.Row>> answers(Path folder, List<Answer> wanted) {
        Map<Integer, List<Summary.Row>> answers = new LinkedHashMap<>();
        rows(
                folder,
                Summary.TABLE.file(),
                row -> wanted(row, wanted)
                        .ifPresent(answer -> answers.computeIfAbsent(row.integer("point"), point -> new ArrayList<>())
                                .add(summary(row, answer))));
        return answers;
    }

    private static Optional<Answer> wanted(Row row, List<Answer> wanted) {
        return wanted.stream()
                .filter(answer -> answer.key().equals(row.get("answer")))
                .findFirst();
    }

    private static Summary.Row summary(Row row, Answer answer) {
        Interval interval = new Interval(row.number("low"), row.number("high"));
        return new Summary.Row(
                row.integer("point"),
                row.get("regime"),
                answer,
                "",
                row.integer("n"),
                row.number("mean"),
                row.number("standard_error"),
                interval,
                Collections.nCopies(9, Double.NaN),
                Double.NaN,
                Interval.MISSING);
    }

    /** A row of a table by the names of its columns. */
    private record Row(TableReader table, List<String> cells) {

        String get(String column) {
            return cells.get(table.place(column));
        }

        int integer(String column) {
            return table.integer(cells, table.place(column));
        }

        double number(String column) {
            return table.number(cells, table.place(column));
        }
    }

    private static void rows(Path folder, String table, Consumer<Row> to) {
        try (TableReader reader = TableReader.open(folder, table)) {
            if (reader == null) {
                throw FileFailure.of("read", folder.resolve(table), new IOException("it is missing"));
            }
            for (List<String> cells = reader.next(); cells != null; cells = reader.next()) {
                to.accept(new Row(reader, cells));
            }
        }
    }

    /** The three answers of the screen as texts, for one point: mean and interval, empty where it has none. */
    public List<String> texts(Standing point, List<Answer> headline) {
        return headline.stream()
                .map(answer -> point.answers().stream()
                        .filter(row -> row.answer() == answer)
                        .findFirst()
                        .map(row -> scale(answer).estimate(row))
                        .orElse(""))
                .toList();
    }

    /** How an answer is called where its values stand as {@link #texts}, with its unit. */
    public String label(Answer answer) {
        return AnswerSheet.label(answer, scale(answer));
    }

    private Scale scale(Answer answer) {
        return Scale.of(answer.unit(), Standings.greatest(answer, points));
    }
}
