package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.event.EventKind;

final class LockStepTest {

    private static WorldEvent event(int subject) {
        return new WorldEvent(7L * subject, EventKind.LEASE_REQUEST, subject, 0, -1, -1, 0, "");
    }

    /** A world of so many events, of which one is odd; -1 for none. */
    private static LockStep.World world(int events, int odd) {
        return to -> {
            for (int event = 0; event < events; event++) {
                to.accept(event(event == odd ? -5 : event));
            }
        };
    }

    private static LockStep.EventPair run(LockStep.World one, LockStep.World other) {
        return new LockStep(new StopSignal()).run(one, other);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 100_000})
    void equalWorldsDoNotDiffer(int events) {
        assertThat(run(world(events, -1), world(events, -1))).isEqualTo(new LockStep.EventPair(null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 50_000, 99_999})
    void theFirstEventThatDiffersIsFoundInBoth(int odd) {
        assertThat(run(world(100_000, -1), world(100_000, odd)))
                .isEqualTo(new LockStep.EventPair(event(odd), event(-5)));
        assertThat(run(world(100_000, odd), world(100_000, -1)))
                .isEqualTo(new LockStep.EventPair(event(-5), event(odd)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4096, 5000})
    void aWorldThatEndsEarlierDiffersWhereItEnds(int events) {
        assertThat(run(world(events, -1), world(100_000, -1))).isEqualTo(new LockStep.EventPair(null, event(events)));
        assertThat(run(world(100_000, -1), world(events, -1))).isEqualTo(new LockStep.EventPair(event(events), null));
    }

    /** The one ahead waits for the other, so memory is bounded; neither goes on once they differ. */
    @Test
    void noWorldRunsFarAheadNorOn() {
        AtomicInteger told = new AtomicInteger();
        LockStep.World endless = to -> {
            while (true) {
                to.accept(event(told.getAndIncrement()));
            }
        };
        assertThat(run(endless, world(10_000_000, 20_000)).other()).isEqualTo(event(-5));
        assertThat(told.get()).isLessThan(20_000 + 5 * 4096);
    }

    @Test
    void aWorldThatFailsIsNoWorldThatEnds() {
        LockStep.World failing = to -> {
            throw new IllegalStateException("unbalanced");
        };
        assertThatThrownBy(() -> run(failing, world(10, -1))).hasMessageContaining("unbalanced");
        assertThatThrownBy(() -> run(world(10, -1), failing)).hasMessageContaining("unbalanced");
    }

    /** An endless pair ends. */
    @Test
    void itStopsWhenAsked() {
        StopSignal stop = new StopSignal();
        LockStep.World endless = to -> {
            for (int event = 0; true; event++) {
                to.accept(event(event));
            }
        };
        LockStep.World asking = to -> {
            for (int event = 0; true; event++) {
                if (event == 10_000) {
                    stop.request();
                }
                to.accept(event(event));
            }
        };
        assertThat(new LockStep(stop).run(endless, asking)).isEqualTo(new LockStep.EventPair(null, null));
    }
}
