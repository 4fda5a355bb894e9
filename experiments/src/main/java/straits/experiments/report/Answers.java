package straits.experiments.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.Interval;

/** Answers over replications as {@code summary.csv} has them, and their differences as {@code contrasts.csv} has them. */
final class Answers {

    private static final List<String> SUMMARY = List.of(
            "point", "regime", "answer", "unit", "category", "n", "mean", "low", "high", "share_fraction", "q50_date");
    private static final List<String> CONTRASTS = List.of(
            "point",
            "regime",
            "answer",
            "category",
            "n",
            "mean_difference",
            "simultaneous_low",
            "simultaneous_high",
            "differs");

    private final Map<Key, Estimate> numbers = new HashMap<>();
    private final Map<Key, Map<String, Share>> shares = new HashMap<>();
    private final Map<Key, Estimate> differences = new HashMap<>();

    private record Key(int point, String answer) {}

    /**
     * How many replications have a value that is no number.
     *
     * @param fraction share of them
     * @param n how many there are
     * @param date median of a date; empty for never or for no date
     */
    record Share(double fraction, int n, String date) {}

    private Answers() {}

    static Answers of(Runs runs) {
        Answers answers = new Answers();
        Cells.each(runs.folder(), "summary.csv", SUMMARY, answers::summary);
        Cells.each(runs.folder(), "contrasts.csv", CONTRASTS, answers::contrast);
        return answers;
    }

    private void summary(Cells row) {
        Key key = new Key(row.integer(0), row.text(2));
        if (row.missing(6)) {
            shares.computeIfAbsent(key, each -> new HashMap<>())
                    .put(row.text(4), new Share(row.number(9), row.integer(5), row.text(10)));
        } else {
            numbers.put(key, Estimate.of(row.number(6), interval(row, 7), row.integer(5)));
        }
    }

    private void contrast(Cells row) {
        if (row.missing(3) && !row.missing(5)) {
            Estimate difference = new Estimate(
                    row.number(5),
                    interval(row, 6),
                    Interval.MISSING,
                    row.integer(4),
                    !row.text(8).equals("true"));
            differences.put(new Key(row.integer(0), row.text(2)), difference);
        }
    }

    private static Interval interval(Cells row, int low) {
        return row.missing(low) ? Interval.MISSING : new Interval(row.number(low), row.number(low + 1));
    }

    /** A number at a point; of a pooled cohort the mean over its points. */
    Estimate number(Cohort cohort, String answer) {
        if (cohort.pooled()) {
            double[] means = cohort.points().stream()
                    .map(unit -> numbers.get(key(unit, answer)))
                    .filter(each -> each != null)
                    .mapToDouble(Estimate::value)
                    .toArray();
            Estimate mean = Estimate.mean(means);
            return mean.missing() ? mean : new Estimate(mean.value(), Interval.MISSING, mean.spread(), mean.n(), false);
        }
        return cohort.points().isEmpty()
                ? Estimate.MISSING
                : numbers.getOrDefault(key(cohort.points().get(0), answer), Estimate.MISSING);
    }

    private static Key key(List<Unit> runs, String answer) {
        return new Key(runs.get(0).point(), answer);
    }

    /** The paired difference from the reference, grey if it is none that can be told. */
    Estimate difference(Cohort cohort, String answer) {
        return cohort.pooled() || cohort.points().isEmpty()
                ? Estimate.MISSING
                : differences.getOrDefault(key(cohort.points().get(0), answer), Estimate.MISSING);
    }

    /** The values of an answer that is no number and their shares; empty if there are none. */
    Map<String, Share> shares(Cohort cohort, String answer) {
        return cohort.pooled() || cohort.points().isEmpty()
                ? Map.of()
                : shares.getOrDefault(key(cohort.points().get(0), answer), Map.of());
    }

    /** The most frequent value, the first by name of several; null if there is none. */
    Map.@Nullable Entry<String, Share> mostFrequent(Cohort cohort, String answer) {
        Map.Entry<String, Share> most = null;
        for (Map.Entry<String, Share> each : new TreeMap<>(shares(cohort, answer)).entrySet()) {
            most = most == null || each.getValue().fraction() > most.getValue().fraction() ? each : most;
        }
        return most;
    }
}
