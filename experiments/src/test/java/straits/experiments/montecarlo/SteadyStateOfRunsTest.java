package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.experiments.Trials;
import straits.experiments.design.Experiment;
import straits.scenario.file.Setting;
import straits.units.SimTime;

final class SteadyStateOfRunsTest {

    private static final Experiment EXPERIMENT = Trials.experiment("regimes: [free]\nreplications: 3\n");
    private static final Catalog CATALOG = new Catalog(EXPERIMENT.scenario());
    private static final MonteCarlo RUNS = new MonteCarlo(EXPERIMENT, LadderQueue::new);
    private static final UnitKey KEY = new UnitKey(0, "free", 0);

    /** The series is what the answer is the mean of, opening leases and all. */
    @Test
    void theMeanOfTheSeriesIsTheAnswer() {
        HeldSeries all = new HeldSeries(CATALOG, -1, SimTime.ofHours(12));
        UnitResult result = RUNS.observed(KEY, all);
        assertThat(all.averages()).hasSize(140);
        assertThat(Arrays.stream(all.averages()).average().orElseThrow())
                .isCloseTo(result.answers().value(Answer.MARKET_MEAN_H100E), within(1e-9));
        HeldSeries big = new HeldSeries(CATALOG, CATALOG.tenants().id("big"), SimTime.ofHours(24));
        RUNS.observed(KEY, big);
        assertThat(Arrays.stream(big.averages()).average().orElseThrow())
                .isCloseTo(result.answers().value(Answer.ANCHOR_MEAN_H100E), within(1e-9));
    }

    @Test
    void whatIsLeftAtTheEndIsNoInterval() {
        HeldSeries held = new HeldSeries(CATALOG, -1, SimTime.ofHours(900));
        RUNS.observed(KEY, held);
        assertThat(held.averages()).hasSize(1);
    }

    @Test
    void oneLookAtAPoint() {
        SteadyState found = SteadyState.of(
                RUNS, EXPERIMENT.points().get(0), CATALOG, 3, new SteadyState.View(Answer.MARKET_MEAN_H100E, 24, 2));
        assertThat(found.warmUp().observations()).isEqualTo(70);
        assertThat(found.warmUpHours()).isEqualTo(24.0 * found.warmUp().dropped());
        assertThat(Objects.requireNonNull(found.batches()).batches())
                .isEqualTo((70 - found.warmUp().dropped()) / 2);
    }

    @Test
    void aRunTooShortToLookAtIsTold() {
        Experiment tooShort = Trials.experiment("regimes: [free]\n", new Setting("horizon", "20 days"));
        assertThatThrownBy(() -> SteadyState.of(
                        new MonteCarlo(tooShort, LadderQueue::new),
                        tooShort.points().get(0),
                        new Catalog(tooShort.scenario()),
                        1,
                        new SteadyState.View(Answer.MARKET_MEAN_H100E, 24, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 observations");
    }
}
