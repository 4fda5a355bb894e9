package straits.experiments.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.Interval;
import straits.experiments.analysis.SampledMean;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;

/**
 * The rows of {@link Estimators} for designs that sample inputs for a mean: of each regime, and of its difference from the reference
 * regime over the same inputs. A point counts by its mean over replications. A group of which a run failed or lacks the answer is
 * left out whole, since what is left of it is no sample, and the note says so.
 */
final class SampledEstimates {

    private final Experiment experiment;
    private final Map<Integer, List<UnitResult>> byPoint;
    private final Map<Integer, Integer> references;
    private final List<Estimators.Row> rows = new ArrayList<>();

    private SampledEstimates(Experiment experiment, List<UnitResult> results) {
        this.experiment = experiment;
        byPoint = Series.byPoint(results);
        references = experiment.references();
    }

    /** The rows, by block and regime in order of appearance, means before differences, then answer; none if nothing is sampled for a mean. */
    static List<Estimators.Row> rows(Experiment experiment, List<UnitResult> results) {
        SampledEstimates estimates = new SampledEstimates(experiment, results);
        Map<List<String>, Map<Integer, List<Point>>> samples = new LinkedHashMap<>();
        for (Point point : experiment.points()) {
            if (point.isEstimate()) {
                samples.computeIfAbsent(List.of(point.blockName(), point.regime()), key -> new LinkedHashMap<>())
                        .computeIfAbsent(point.sample(), group -> new ArrayList<>())
                        .add(point);
            }
        }
        samples.values().forEach(groups -> estimates.add(List.copyOf(groups.values())));
        return estimates.rows;
    }

    private void add(List<List<Point>> groups) {
        List<Answer> numbers =
                Arrays.stream(Answer.values()).filter(Uncertainty::isNumber).toList();
        numbers.forEach(answer -> addMean(answer, groups));
        numbers.forEach(answer -> addDifference(answer, groups));
    }

    private void addMean(Answer answer, List<List<Point>> groups) {
        List<List<Point>> whole = whole(groups, point -> value(answer, point));
        if (whole.isEmpty()) {
            return;
        }
        SampledMean mean = mean(whole, point -> value(answer, point));
        Line line = new Line(whole, "", answer, events(whole, false), groups.size());
        String name = line.first().samplingName();
        rows.add(line.plain(mean, mean.plainVariance(), mean.plainInterval95(), name));
        if (!name.equals(Estimators.PLAIN)) {
            rows.add(line.sampled(name, mean, mean.plainVariance()));
        }
    }

    /** Independent points and random numbers under each regime, the same under both, and the sampling on top of that. */
    private void addDifference(Answer answer, List<List<Point>> groups) {
        Point reference = reference(groups.get(0).get(0));
        List<List<Point>> whole = whole(groups, point -> difference(answer, point));
        if (reference == null || whole.isEmpty()) {
            return;
        }
        SampledMean mean = mean(whole, point -> difference(answer, point));
        double plain = mean(whole, point -> value(answer, point)).plainVariance()
                + mean(whole, point -> value(answer, reference(point))).plainVariance();
        Line line = new Line(whole, reference.regime(), answer, events(whole, true), groups.size());
        String name = line.first().samplingName();
        String pairs = experiment.commonRandomNumbers() ? "common_random_numbers" : "common_inputs";
        rows.add(line.plain(mean, plain, Interval.MISSING, pairs));
        rows.add(line.paired(pairs, mean, plain));
        if (!name.equals(Estimators.PLAIN)) {
            rows.add(line.sampled(name + "+" + pairs, mean, plain));
        }
    }

    /** The groups of which every point has a value. */
    private static List<List<Point>> whole(List<List<Point>> groups, Function<Point, OptionalDouble> value) {
        return groups.stream()
                .filter(group ->
                        group.stream().allMatch(point -> value.apply(point).isPresent()))
                .toList();
    }

    private static SampledMean mean(List<List<Point>> whole, Function<Point, OptionalDouble> value) {
        return SampledMean.of(whole.stream()
                .map(group -> group.stream()
                        .mapToDouble(point -> value.apply(point).orElseThrow())
                        .toArray())
                .toList());
    }

    private double events(List<List<Point>> whole, boolean withReference) {
        return whole.stream()
                .flatMap(List::stream)
                .mapToDouble(point -> events(point) + (withReference ? events(reference(point)) : 0))
                .sum();
    }

    private double events(@Nullable Point point) {
        List<UnitResult> runs = point == null ? List.of() : runs(point);
        return runs.stream()
                .mapToDouble(run -> run.answers().value(Answer.EVENTS))
                .sum();
    }

    /**
     * What the rows of one answer have in common.
     *
     * @param whole the groups that count
     * @param against the regime that is subtracted; empty if none is
     * @param answer which answer
     * @param events events of all runs of these groups
     * @param groups how many groups there are, whole or not
     */
    private record Line(List<List<Point>> whole, String against, Answer answer, double events, int groups) {

        Point first() {
            return whole.get(0).get(0);
        }

        Estimators.Row plain(SampledMean mean, double variance, Interval interval, String instead) {
            boolean judged = !instead.equals(Estimators.PLAIN);
            String note = judged ? "as independent runs would have given it, judged from these" : "";
            double gain = variance > 0 ? 1 : Double.NaN;
            return row(Estimators.PLAIN, mean.points(), mean.mean(), interval, variance, gain, Interval.MISSING, note);
        }

        /** Pairs of points that are independent of other pairs. */
        Estimators.Row paired(String name, SampledMean mean, double plain) {
            double variance = mean.plainVariance();
            double gain = variance > 0 ? plain / variance : Double.NaN;
            String note = gain < 1 ? "hurts" : "";
            return row(
                    name, mean.points(), mean.mean(), mean.plainInterval95(), variance, gain, Interval.MISSING, note);
        }

        Estimators.Row sampled(String name, SampledMean mean, double plain) {
            double gain = mean.gainOver(plain);
            Interval gain95 = mean.gainInterval95(gain);
            return row(
                    name,
                    mean.groups(),
                    mean.mean(),
                    mean.interval95(),
                    mean.variance(),
                    gain,
                    gain95,
                    note(gain, gain95));
        }

        private static String note(double gain, Interval gain95) {
            if (gain95.missing()) {
                return "the gain cannot be judged from these groups";
            } else if (gain95.high() < 1) {
                return "hurts: plain sampling needs less";
            } else if (gain95.covers(1)) {
                return gain < 1 ? "seems to hurt; these groups cannot tell" : "no gain that these groups can tell";
            }
            return "";
        }

        private Estimators.Row row(
                String name,
                int n,
                double mean,
                Interval interval,
                double variance,
                double gain,
                Interval gain95,
                String note) {
            int left = groups - whole.size();
            String missing =
                    left == 0 ? "" : left + " of " + groups + " groups left out: a run failed or has no answer";
            return new Estimators.Row(
                    null,
                    first().regime(),
                    first().blockName(),
                    against,
                    answer,
                    name,
                    n,
                    mean,
                    interval,
                    variance * events,
                    gain,
                    gain95,
                    note.isEmpty() || missing.isEmpty() ? note + missing : note + "; " + missing);
        }
    }

    /** The point it is compared with; null for one of the reference regime. */
    private @Nullable Point reference(Point point) {
        Integer reference = references.get(point.index());
        return reference == null || reference == point.index()
                ? null
                : experiment.points().get(reference);
    }

    /** Mean over the replications of a point; none if any of them lacks the answer. */
    private OptionalDouble value(Answer answer, @Nullable Point point) {
        List<UnitResult> runs = point == null ? List.of() : runs(point);
        List<UnitResult> having = Series.having(answer, runs);
        return having.size() < runs.size()
                ? OptionalDouble.empty()
                : having.stream()
                        .mapToDouble(run -> run.answers().value(answer))
                        .average();
    }

    private OptionalDouble difference(Answer answer, Point point) {
        OptionalDouble one = value(answer, point);
        OptionalDouble other = value(answer, reference(point));
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() - other.getAsDouble())
                : OptionalDouble.empty();
    }

    private List<UnitResult> runs(Point point) {
        return byPoint.getOrDefault(point.index(), List.of());
    }
}
