package straits.experiments.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import straits.experiments.analysis.ControlVariates;
import straits.experiments.analysis.Interval;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;

/**
 * The lines of {@code estimators.csv} for means of points with demand and supply drawn as control variates, each beside the plain mean.
 * The controls are measured in every run, so that both take the same events.
 */
final class ControlledMeans {

    /** Name of the estimator. */
    static final String NAME = "control_variates";

    private static final List<Answer> CONTROLS = Arrays.stream(Answer.values())
            .filter(answer -> answer.kind() == Answer.Kind.CONTROL)
            .toList();

    private ControlledMeans() {}

    /** The lines by point in order of appearance, then answer; none of points with too few replications. */
    static List<Estimators.Row> rows(List<UnitResult> results) {
        List<Estimators.Row> rows = new ArrayList<>();
        Series.byPoint(results).values().forEach(runs -> {
            for (Answer answer : Answer.values()) {
                if (answer.kind() == Answer.Kind.NUMBER) {
                    rows.addAll(of(answer, controlled(answer, runs)));
                }
            }
        });
        return rows;
    }

    private static List<UnitResult> controlled(Answer answer, List<UnitResult> runs) {
        return Series.having(answer, runs).stream()
                .filter(run -> CONTROLS.stream().noneMatch(run.answers()::missing))
                .toList();
    }

    private static List<Estimators.Row> of(Answer answer, List<UnitResult> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        double[] values = Series.values(answer, runs);
        ControlVariates found = ControlVariates.of(
                values,
                CONTROLS.stream().map(control -> Series.values(control, runs)).toList());
        if (!found.controlled()) {
            return List.of();
        }
        MeanEstimate plain = MeanEstimate.of(values);
        UnitKey key = runs.get(0).key();
        double events = Arrays.stream(Series.values(Answer.EVENTS, runs)).sum();
        double ofPlain = plain.standardError() * plain.standardError() * events;
        double own = found.standardError() * found.standardError() * events;
        return List.of(
                row(key, answer, Estimators.PLAIN, plain.n(), plain.mean(), plain.interval95(), ofPlain, 1, ""),
                row(
                        key,
                        answer,
                        NAME,
                        found.n(),
                        found.mean(),
                        found.interval95(),
                        own,
                        found.varianceRatio(),
                        note(found)));
    }

    private static String note(ControlVariates found) {
        return found.hurts()
                ? "hurts: demand and supply drawn explain less of it than estimating their coefficients costs"
                : "";
    }

    private static Estimators.Row row(
            UnitKey key,
            Answer answer,
            String estimator,
            int n,
            double mean,
            Interval interval,
            double varianceTimesEvents,
            double gain,
            String note) {
        return new Estimators.Row(
                (long) key.point(),
                key.regime(),
                "",
                "",
                answer,
                estimator,
                n,
                mean,
                interval,
                varianceTimesEvents,
                gain,
                Interval.MISSING,
                note);
    }
}
