package straits.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import straits.benchmarks.baseline.SortedContestant.Entry;

/** A contestant that does not do the same as the others is not to be measured. */
class HoldModelTest {

    private static final int PENDING = 1_000;
    private static final int HOLDS = 20_000;

    private static final Comparator<Entry> BY_TIME = Comparator.comparingLong(Entry::atMicros);
    private static final Comparator<Entry> BY_PHASE =
            Comparator.comparingInt(entry -> entry.kind().phase());
    private static final Comparator<Entry> BY_SEQUENCE = Comparator.comparingLong(Entry::sequence);

    static Stream<Arguments> races() {
        return Arrays.stream(Contestants.values())
                .filter(Contestants::available)
                .flatMap(contestant -> Arrays.stream(Increments.values()).map(each -> Arguments.of(contestant, each)));
    }

    @ParameterizedTest
    @MethodSource("races")
    void everyContestantKeepsClockAndOrder(Contestants contestant, Increments increments) {
        HoldModel model = contestant.model(PENDING, increments, 0);

        assertThatCode(() -> model.holdChecked(HOLDS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("races")
    void andSoItDoesWhereEventsAreCancelled(Contestants contestant, Increments increments) {
        assumeThat(contestant).isNotEqualTo(Contestants.CLOUDSIM_PLUS);
        // SSJ 3.3.2 loses its way in a Henriksen list from which one of several events of an instant is removed.
        assumeThat(contestant == Contestants.SSJ_HENRIKSEN && increments == Increments.TIES)
                .isFalse();
        HoldModel model = contestant.model(PENDING, increments, 0.2);

        assertThatCode(() -> model.holdChecked(HOLDS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("races")
    void aRunGoesOnWhereTheLastStopped(Contestants contestant, Increments increments) {
        // CloudSim Plus delivers an instant whole; stopped within one it has gone on to the next already.
        assumeThat(contestant == Contestants.CLOUDSIM_PLUS && increments == Increments.TIES)
                .isFalse();
        HoldModel inOne = contestant.model(PENDING, increments, 0);
        HoldModel inTwo = contestant.model(PENDING, increments, 0);

        inTwo.hold(HOLDS / 3);

        assertThat(inTwo.hold(HOLDS - HOLDS / 3)).isEqualTo(inOne.hold(HOLDS));
    }

    @Test
    void theRightOrderPasses() {
        HoldModel model = wrong(BY_TIME.thenComparing(BY_PHASE).thenComparing(BY_SEQUENCE), 0);

        assertThatCode(() -> model.holdChecked(HOLDS)).doesNotThrowAnyException();
    }

    @Test
    void aClockThatIsLateIsFound() {
        HoldModel model = wrong(BY_TIME.thenComparing(BY_PHASE).thenComparing(BY_SEQUENCE), 1);

        assertThatThrownBy(() -> model.holdChecked(HOLDS)).hasMessageContaining("expected");
    }

    @Test
    void phasesOutOfOrderAreFound() {
        HoldModel model = wrong(BY_TIME.thenComparing(BY_SEQUENCE), 0);

        assertThatThrownBy(() -> model.holdChecked(HOLDS)).hasMessageContaining("expected");
    }

    @Test
    void lastInFirstOutIsFound() {
        HoldModel model = wrong(BY_TIME.thenComparing(BY_PHASE).thenComparing(BY_SEQUENCE.reversed()), 0);

        assertThatThrownBy(() -> model.holdChecked(HOLDS)).hasMessageContaining("expected");
    }

    private static HoldModel wrong(Comparator<Entry> order, long extraMicros) {
        return new HoldModel(PENDING, Increments.TIES, 0, model -> new SortedContestant(model, order, extraMicros));
    }
}
