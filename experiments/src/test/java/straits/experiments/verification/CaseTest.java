package straits.experiments.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import straits.experiments.montecarlo.StopSignal;
import straits.random.Randomness;
import straits.simulation.Draw;

/** The suite can fail: a wrong exact value, too few replications, a world that breaks. */
final class CaseTest {

    private static TrialRuns runs(int threads) {
        return new TrialRuns(threads, 1, new StopSignal(), (id, done, of) -> {});
    }

    private static Case ofTrial(Trial trial) {
        return new Case("T1", "a trial", "the test", true, () -> List.of(trial));
    }

    /** A shipped market held to a number. */
    private static Score refused(double exact, int replications) {
        Trial trial = MarketTrial.of(Textbook.of("s05-trunk-reservation"), replications)
                .ratio("refused walk-in", exact, 0.02, s -> Measures.refused(s, 1), s -> Measures.requests(s, 1))
                .trial();
        return ofTrial(trial).scores(runs(1), "1.0", "1").get(0);
    }

    @Test
    void theRightValuePassesAtOnce() {
        Score score = refused(0.3975510668687611, 12);
        assertThat(score.finding()).isEqualTo(Finding.PASS);
        assertThat(score.powerReached()).isBetween(0.0, 0.02);
        assertThat(score.replications()).isEqualTo(12);
        assertThat(score.seed()).isEqualTo("T1/1");
        assertThat(score.note()).isEmpty();
    }

    /** An error of four per cent, twice the tolerance, is seen, by the repeat too. */
    @Test
    void aWrongValueFails() {
        Score score = refused(0.3975510668687611 * 1.04, 12);
        assertThat(score.finding()).isEqualTo(Finding.FAIL);
        assertThat(score.replications()).isEqualTo(48);
        assertThat(score.seed()).isEqualTo("T1/2");
        assertThat(score.note()).contains("repeat decided");
    }

    @Test
    void tooFewReplicationsAreNoPass() {
        Score score = refused(0.3975510668687611, 2);
        assertThat(score.finding()).isEqualTo(Finding.TOO_FEW);
        assertThat(score.powerReached()).isGreaterThan(0.02);
        assertThat(score.passed()).isFalse();
    }

    /** A first run that misses by chance is decided by the repeat. */
    @Test
    void theRepeatDecides() {
        Trial trial = new Trial(
                10,
                List.of(new Output("mean", 0, new Rule.Mean(0.1)), new Output("one", 1, new Rule.Mean(0.1))),
                draw -> new double[] {draw.seed().endsWith("/1") ? 9 + draw.replication() % 2 : 0, 1, 1, 1});
        List<Score> scores = ofTrial(trial).scores(runs(1), "1.0", "1");
        assertThat(scores).extracting(Score::finding).containsExactly(Finding.PASS, Finding.PASS);
        assertThat(scores).extracting(Score::replications).containsExactly(40, 10);
        assertThat(scores).extracting(Score::seed).containsExactly("T1/2", "T1/1");
    }

    /** On draws of one's own a miss stands, to be judged with all the others. */
    @Test
    void freshDrawsAreNotRepeated() {
        Trial trial = new Trial(10, List.of(new Output("mean", 0, new Rule.Mean(0.1))), draw ->
                new double[] {9 + draw.replication() % 2, 1});
        Score score = ofTrial(trial).scores(runs(1), "1.0", "night").get(0);
        assertThat(score.finding()).isEqualTo(Finding.FAIL);
        assertThat(score.seed()).isEqualTo("T1/night");
        assertThat(score.replications()).isEqualTo(10);
    }

    /** Those of a night may vary more than those of the scorecard: here with a half width of 0.07, then of 0.03. What is too wide even so is no pass. */
    @Test
    void freshDrawsThatVaryTooMuchBecomeTwiceAsMany() {
        Trial.Reader reader =
                draw -> new double[] {1 + (draw.replication() < 30 ? 0.2 * (draw.replication() % 2) - 0.1 : 0), 1};
        assertThat(ofTrial(new Trial(30, List.of(new Output("x", 1, new Rule.Mean(0.06))), reader))
                        .scores(runs(1), "1.0", "night"))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.finding()).isEqualTo(Finding.PASS);
                    assertThat(score.replications()).isEqualTo(60);
                    assertThat(score.note()).contains("too few");
                });
        assertThat(ofTrial(new Trial(30, List.of(new Output("x", 1, new Rule.Mean(0.03))), reader))
                        .scores(runs(1), "1.0", "night"))
                .extracting(Score::finding)
                .containsExactly(Finding.TOO_FEW);
    }

    @Test
    void whatBreaksOffFailsAndSaysWhy() {
        Trial broken = new Trial(3, List.of(new Output("x", 1, Rule.Within.EQUAL)), draw -> {
            throw new IllegalStateException("the books do not balance");
        });
        Score score = ofTrial(broken).scores(runs(2), "1.0", "1").get(0);
        assertThat(score.finding()).isEqualTo(Finding.FAIL);
        assertThat(score.note()).contains("T1/1", "the books do not balance");
        Case missing = new Case(
                "T2",
                "",
                "s",
                true,
                () -> List.of(MarketTrial.of(Textbook.of("no-such"), 3).trial()));
        assertThat(missing.scores(runs(1), "1.0", "1").get(0).note()).contains("no-such");
    }

    @Test
    void threadsChangeNothing() {
        Trial trial = new Trial(
                1_234, List.of(new Output("x", 0.5, new Rule.Mean(0.2))), draw -> new double[] {uniform(draw), 1});
        List<Score> one = ofTrial(trial).scores(runs(1), "1.0", "1");
        assertThat(ofTrial(trial).scores(runs(3), "1.0", "1")).isEqualTo(one);
        assertThat(one.get(0).finding()).isEqualTo(Finding.PASS);
        assertThat(one.get(0).replications()).isEqualTo(1_234);
    }

    private static double uniform(Draw draw) {
        return Randomness.of(draw.seed(), draw.replication()).stream("x", "y").next();
    }

    @Test
    void moreReplicationsSeeSmallerErrors() {
        Trial trial = new Trial(
                100, List.of(new Output("x", 0.5, new Rule.Mean(0.3))), draw -> new double[] {uniform(draw), 1});
        Score once = ofTrial(trial).scores(runs(1), "1.0", "1").get(0);
        TrialRuns nineTimes = new TrialRuns(1, 9, new StopSignal(), (id, done, of) -> {});
        Score more = ofTrial(trial).scores(nineTimes, "1.0", "1").get(0);
        assertThat(more.replications()).isEqualTo(900);
        assertThat(more.powerReached() / once.powerReached()).isBetween(0.25, 0.4);
        Trial exact = Trial.once("x", 1, Rule.Within.EQUAL, () -> 1);
        assertThat(ofTrial(exact).scores(nineTimes, "1.0", "1").get(0).replications())
                .isEqualTo(1);
    }

    @Test
    void aStopEndsIt() {
        StopSignal stop = new StopSignal();
        stop.request();
        Verification verification = new Verification("1.0", 1, 1, (id, done, of) -> {}, stop);
        assertThatThrownBy(() -> verification.run("S01")).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> verification.run("S99")).hasMessageContaining("S99");
    }

    @Test
    void progressIsTold() {
        List<Integer> told = new ArrayList<>();
        Trial trial = new Trial(7, List.of(new Output("x", 1, new Rule.Mean(0.1))), draw -> new double[] {1, 1});
        ofTrial(trial).scores(new TrialRuns(1, 1, new StopSignal(), (id, done, of) -> told.add(done)), "1.0", "1");
        assertThat(told).contains(7).isSorted();
    }

    @Test
    void aVariantThatChangesNothingIsAMistake() {
        Textbook book = Textbook.of("s05-trunk-reservation");
        assertThatThrownBy(() -> book.with("installed: 11 GPUs", "installed: 9 GPUs"))
                .hasMessageContaining("not there exactly once");
        assertThatThrownBy(() -> book.with("home: MY", "home: SG")).hasMessageContaining("not there exactly once");
    }

    @Test
    void missesAreTold() {
        assertThat(Verification.misses(List.of("S24", "S25"))).isEmpty();
    }
}
