package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import straits.engine.LadderQueue;
import straits.experiments.Trials;
import straits.experiments.TwoRules;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.design.Experiment;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.ScenarioWriter;
import straits.scenario.file.Setting;

/** Designs as they are run: the right world at every point, the right random numbers, the right number of times. */
final class DesignRunsTest {

    private static final RunWatcher<UnitResult> NOBODY = new RunWatcher<>() {
        @Override
        public void finished(UnitResult result) {}

        @Override
        public void tick() {}
    };

    private static List<UnitResult> run(Experiment experiment, int threads) {
        return run(experiment, threads, List.of());
    }

    private static List<UnitResult> run(Experiment experiment, int threads, List<UnitResult> done) {
        List<UnitResult> results = new ArrayList<>(done);
        boolean all = new MonteCarlo(experiment, LadderQueue::new)
                .run(threads, Shard.WHOLE, done, Function.identity(), results::add, NOBODY, new StopSignal());
        assertThat(all).isTrue();
        return results;
    }

    private static List<Double> held(List<UnitResult> results) {
        return results.stream()
                .map(result -> result.answers().value(Answer.ANCHOR_MEAN_H100E))
                .toList();
    }

    private static List<Double> leased(List<UnitResult> results) {
        return results.stream()
                .map(result -> result.answers().value(Answer.MARKET_MEAN_H100E))
                .toList();
    }

    /** The scenario by itself with the values of a point set gives the very numbers of that point. */
    @Test
    void aPointGivesWhatTheScenarioWithItsValuesGives() {
        List<UnitResult> design = run(
                Trials.experiment(
                        "set: {horizon: 30 days}\nfactors:\n  price: {path: anchors.big.max_price, values: [1 USD per"
                                + " H100e-hour, 2 USD per H100e-hour]}\n  wait: {path: market.waiting, values: [lost, backfill]}\n"),
                2);
        LoadedScenario single = ScenarioReader.read(
                        "two-rules.yaml",
                        TwoRules.TEXT,
                        RegimeLibrary.NONE,
                        List.of(
                                Setting.parse("horizon=30 days"),
                                Setting.parse("anchors.big.max_price=2 USD per H100e-hour"),
                                Setting.parse("market.waiting=lost")))
                .orThrow();
        List<UnitResult> expected = run(new Experiment(single, ScenarioWriter.text(single), "test"), 1);
        List<UnitResult> point = design.subList(12, 18);
        assertThat(point).extracting(result -> result.key().point()).containsExactly(4, 4, 4, 5, 5, 5);
        assertThat(held(point)).isEqualTo(held(expected)).isNotEqualTo(held(design.subList(0, 6)));
        assertThat(point)
                .extracting(result -> result.answers().value(Answer.EVENTS))
                .isEqualTo(expected.stream()
                        .map(result -> result.answers().value(Answer.EVENTS))
                        .toList());
    }

    /** More rows than worlds are kept, and more threads than one: each still gets its own world. */
    @Test
    void manyPointsOnManyThreadsAreThoseOfOneThread() {
        Experiment experiment =
                Trials.experiment("set: {horizon: 16 days}\nreplications: 1\nfactors: {days: {path: warm_up, low:"
                        + " 1 h, high: 40 h}}\ndesign: {latin_hypercube: {points: 50}}\n");
        List<UnitResult> one = run(experiment, 1);
        assertThat(one).hasSize(100).allMatch(UnitResult::ok);
        assertThat(held(run(experiment, 4))).isEqualTo(held(one));
    }

    @Test
    void pointsShareTheirRandomNumbersUnlessToldNotTo() {
        String same = "replications: 2\nregimes: [free]\nfactors: {c: {path: title, values: [a, b]}}\n";
        List<Double> common = leased(run(Trials.experiment(same), 1));
        assertThat(common.subList(0, 2)).isEqualTo(common.subList(2, 4));
        List<Double> own = leased(run(Trials.experiment(same + "common_random_numbers: false\n"), 1));
        assertThat(own).doesNotHaveDuplicates().doesNotContainAnyElementsOf(common);
    }

    private static final String SEQUENTIAL =
            "set: {horizon: 30 days}\nreplications: {sequential: {answer: market_mean_h100e,"
                    + " relative_half_width: 4 %, min: 4, max: 24, step: 3}}\n";

    @Test
    void sequentialPointsStopAtTheFirstLookThatIsGoodEnough() {
        List<UnitResult> results = run(Trials.experiment(SEQUENTIAL), 2);
        for (int point = 0; point < 2; point++) {
            int its = point;
            double[] values = results.stream()
                    .filter(result -> result.key().point() == its)
                    .mapToDouble(result -> result.answers().value(Answer.MARKET_MEAN_H100E))
                    .toArray();
            assertThat(values.length).isBetween(7, 22);
            assertThat((values.length - 4) % 3).isZero();
            for (int look = 4; look <= values.length; look += 3) {
                double width =
                        MeanEstimate.of(java.util.Arrays.copyOf(values, look)).relativeHalfWidth();
                assertThat(width <= 0.04).isEqualTo(look == values.length);
            }
        }
        assertThat(results)
                .extracting(UnitResult::key)
                .isSortedAccordingTo((a, b) ->
                        Integer.compare(1000 * a.point() + a.replication(), 1000 * b.point() + b.replication()));
    }

    @Test
    void sequentialPointsDoNotDependOnThreads() {
        List<UnitResult> one = run(Trials.experiment(SEQUENTIAL), 1);
        List<UnitResult> three = run(Trials.experiment(SEQUENTIAL), 3);
        assertThat(three)
                .extracting(UnitResult::key)
                .isEqualTo(one.stream().map(UnitResult::key).toList());
        assertThat(held(three)).isEqualTo(held(one));
    }

    /** Wherever a run was cut off, in the middle of a round or of a design, it goes on to the same end. */
    @Test
    void sequentialPointsGoOnFromAnywhere() {
        Experiment experiment = Trials.experiment(SEQUENTIAL);
        List<UnitResult> whole = run(experiment, 1);
        for (int cut = 0; cut <= whole.size(); cut += 3) {
            List<UnitResult> again = run(experiment, 2, whole.subList(0, cut));
            assertThat(again)
                    .extracting(UnitResult::key)
                    .isEqualTo(whole.stream().map(UnitResult::key).toList());
            assertThat(held(again)).isEqualTo(held(whole));
        }
    }

    @Test
    void sequentialPointsEndAtTheMost() {
        String never = SEQUENTIAL.replace("4 %", "0.001 %").replace("max: 24", "max: 6");
        assertThat(run(Trials.experiment(never), 2)).hasSize(12);
    }

    @Test
    void aStopEndsSequentialPointsToo() {
        StopSignal stop = new StopSignal();
        List<UnitResult> results = new ArrayList<>();
        Consumer<UnitResult> sink = result -> {
            results.add(result);
            stop.request();
        };
        boolean all = new MonteCarlo(Trials.experiment(SEQUENTIAL), LadderQueue::new)
                .run(1, Shard.WHOLE, List.of(), Function.identity(), sink, NOBODY, stop);
        assertThat(all).isFalse();
        assertThat(results).hasSizeLessThan(10);
    }
}
