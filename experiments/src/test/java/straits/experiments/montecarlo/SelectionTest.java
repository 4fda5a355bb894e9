package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.engine.LadderQueue;
import straits.experiments.Trials;
import straits.experiments.design.Experiment;
import straits.experiments.design.Replications;

/** Points that compete: in worlds made of normal numbers, and in a market. */
final class SelectionTest {

    private static final RunWatcher<UnitResult> NOBODY = new RunWatcher<>() {
        @Override
        public void finished(UnitResult result) {}

        @Override
        public void tick() {}
    };

    private static Experiment experiment(String select) {
        return Trials.experiment("regimes: [free]\nset: {horizon: 20 days}\nreplications: {select: {" + select
                + "}}\nfactors:\n  price: {path: anchors.big.max_price, low: 1 USD per H100e-hour, high: 3 USD per"
                + " H100e-hour, levels: 4}\n");
    }

    /** The course of a selection whose answers are these numbers; NaN is a failed run. */
    private static List<UnitResult> course(Experiment experiment, ToDoubleFunction<UnitKey> value) {
        List<UnitResult> results = new ArrayList<>();
        Replications.Select select = (Replications.Select) experiment.replications();
        boolean all = Selection.of(experiment.points(), select).run(List.of(), (units, seen) -> {
            units.forEachRemaining(key -> {
                UnitResult result = result(key, value.applyAsDouble(key));
                results.add(result);
                seen.accept(result);
            });
            return true;
        });
        assertThat(all).isTrue();
        return results;
    }

    private static UnitResult result(UnitKey key, double value) {
        Answers answers = Answers.MISSING.with(Answer.ANCHOR_MEAN_H100E, value);
        return Double.isNaN(value)
                ? UnitResult.failed(key, "luck")
                : new UnitResult(key, UnitResult.OK, UnitResult.HORIZON, answers, List.of(), UnitRows.NONE);
    }

    private static Selection.Outcome outcome(Experiment experiment, List<UnitResult> results) {
        return Objects.requireNonNull(Selection.outcome(experiment, results));
    }

    private static double noise(long trial, UnitKey key) {
        Random random = new Random(trial * 1_000_003 + key.point() * 10_007L + key.replication());
        random.nextGaussian();
        return random.nextGaussian();
    }

    /** Four normal points, the best ahead by the zone: right at least as often as asked, three standard errors of 600 allowed. */
    @ParameterizedTest
    @ValueSource(strings = {"largest", "smallest"})
    void kimNelsonIsRightAsOftenAsAsked(String goal) {
        Experiment experiment =
                experiment("goal: " + goal + ", indifference_zone: 0.6, confidence: 90 %, min: 8, step: 3");
        double sign = goal.equals("largest") ? 1 : -1;
        int right = 0;
        int trials = 600;
        for (int trial = 0; trial < trials; trial++) {
            int seed = trial;
            List<UnitResult> results =
                    course(experiment, key -> sign * (key.point() == 2 ? 0.6 : 0) + noise(seed, key));
            Selection.Outcome outcome = outcome(experiment, results);
            assertThat(outcome.complete()).isTrue();
            assertThat(outcome.probabilityCorrect()).isEqualTo(0.9);
            right += outcome.selected() == 2 ? 1 : 0;
        }
        assertThat(right / (double) trials).isGreaterThan(0.9 - 3 * Math.sqrt(0.9 * 0.1 / trials));
    }

    @Test
    void whatIsDroppedIsNotRunAgain() {
        Experiment experiment = experiment("indifference_zone: 1, min: 10, step: 1");
        List<UnitResult> results =
                course(experiment, key -> 10 * key.point() + noise(1, key) - (key.point() == 3 ? 9.5 : 0));
        Selection.Outcome outcome = outcome(experiment, results);
        assertThat(outcome.selected()).isEqualTo(3);
        assertThat(outcome.droppedAfter().subList(0, 2)).containsExactly(10, 10);
        assertThat(outcome.droppedAfter().get(2)).isGreaterThan(10);
        for (int point = 0; point < 3; point++) {
            int its = point;
            assertThat(results.stream().filter(result -> result.key().point() == its))
                    .hasSize(outcome.droppedAfter().get(point));
        }
    }

    /** Failures of the best point must not let the others be judged by replications it does not have. */
    @Test
    void aReplicationThatFailedAtOnePointCountsForNone() {
        Experiment experiment = experiment("indifference_zone: 1, min: 5, max: 12, step: 2");
        List<UnitResult> results = course(
                experiment,
                key -> key.point() == 1 && key.replication() < 4 ? Double.NaN : key.point() + noise(1, key) / 9);
        Selection.Outcome outcome = outcome(experiment, results);
        assertThat(outcome.selected()).isEqualTo(3);
        assertThat(results)
                .extracting(result -> result.key().replication())
                .contains(8)
                .doesNotContain(9);
    }

    @Test
    void theMostRunsEndItWithoutAWordOnItsProbability() {
        Experiment experiment = experiment("indifference_zone: 0.001, min: 4, max: 9, step: 2");
        List<UnitResult> results = course(experiment, key -> noise(1, key));
        Selection.Outcome outcome = outcome(experiment, results);
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.probabilityCorrect()).isNaN();
        assertThat(results).allMatch(result -> result.key().replication() < 9).hasSize(36);
        assertThat(outcome(experiment, results.subList(0, 3)).selected()).isEqualTo(-1);
    }

    /** The two that are close to one another get most; the probability asked for is reached, and what is said is not far off. */
    @Test
    void theBudgetGoesToTheClosestAndIsRightAboutAsOftenAsItSays() {
        Experiment experiment = experiment("method: ocba, confidence: 95 %, min: 10, max: 500, step: 4");
        double[] means = {0, 0.2, 1, 0.6};
        int right = 0;
        int[] runs = new int[4];
        int trials = 300;
        for (int trial = 0; trial < trials; trial++) {
            int seed = trial;
            List<UnitResult> results = course(experiment, key -> means[key.point()] + noise(seed, key));
            results.forEach(result -> runs[result.key().point()]++);
            Selection.Outcome outcome = outcome(experiment, results);
            assertThat(outcome.probabilityCorrect()).isGreaterThanOrEqualTo(0.95);
            right += outcome.selected() == 2 ? 1 : 0;
        }
        assertThat(right / (double) trials).isGreaterThan(0.88);
        assertThat(runs[2]).isGreaterThan(runs[1]);
        assertThat(runs[3]).isGreaterThan(2 * runs[0]);
    }

    private static List<UnitResult> run(Experiment experiment, int threads, List<UnitResult> done) {
        List<UnitResult> results = new ArrayList<>(done);
        boolean all = new MonteCarlo(experiment, LadderQueue::new)
                .run(threads, Shard.WHOLE, done, Function.identity(), results::add, NOBODY, new StopSignal());
        assertThat(all).isTrue();
        return results;
    }

    /** In a market: threads and interruptions anywhere change nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {"indifference_zone: 40, min: 4, max: 20, step: 2", "method: ocba, min: 4, max: 12, step: 3"})
    void itsCourseDependsOnResultsOnly(String select) {
        Experiment experiment = experiment(select);
        List<UnitResult> whole = run(experiment, 1, List.of());
        List<UnitKey> keys = whole.stream().map(UnitResult::key).toList();
        assertThat(run(experiment, 3, List.of())).extracting(UnitResult::key).isEqualTo(keys);
        for (int cut = 1; cut <= whole.size(); cut += 5) {
            assertThat(run(experiment, 2, whole.subList(0, cut)))
                    .extracting(UnitResult::key)
                    .isEqualTo(keys);
        }
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(outcome(experiment, whole).selected()).isBetween(0, 3);
    }

    @Test
    void whatCannotBeSelectedIsTold() {
        assertThat(Trials.faults("replications: {select: {answer: held, min: 5, max: 4, confidence: 100 %}}\n"))
                .anySatisfy(fault -> assertThat(fault).contains("select.answer: unknown answer \"held\""))
                .anySatisfy(fault -> assertThat(fault).contains("select.max: found 4; must be at least min, 5"))
                .anySatisfy(fault -> assertThat(fault).contains("select.indifference_zone: found 0"))
                .anySatisfy(fault -> assertThat(fault).contains("select.confidence: found 100 %"));
        assertThat(Trials.faults("replications: {select: {indifference_zone: 5 USD}}\n"))
                .singleElement()
                .asString()
                .contains("found \"5 USD\"; must be a number by itself");
        assertThat(Trials.faults("replications: {select: {indifference_zone: 5, confidence: 50 %}}\n"))
                .singleElement()
                .asString()
                .contains("must be above 1 / 2");
        assertThat(Trials.faults("regimes: [free]\nreplications: {select: {indifference_zone: 5}}\n"))
                .singleElement()
                .asString()
                .contains("found one point");
    }
}
