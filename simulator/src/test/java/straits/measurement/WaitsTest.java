package straits.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import straits.units.SimTime;

final class WaitsTest {

    private static final long HOUR = SimTime.MICROS_PER_HOUR;

    @Test
    void noWaitHasNoMean() {
        assertThat(new Waits().restrictedMeanHours(HOUR)).isNaN();
    }

    @Test
    void withoutOpenWaitsItIsTheMean() {
        Waits waits = new Waits();
        for (int hours : new int[] {5, 2, 2, 7}) {
            waits.end(waits.begin(HOUR), (1 + hours) * HOUR);
        }
        assertThat(waits.restrictedMeanHours(100 * HOUR)).isCloseTo(4, within(1e-12));
        assertThat(waits.open()).isZero();
    }

    /** Ended after 1, 3 and 6 h; open at 2 h and 6 h: S is 1, 4/5, then 8/15 from 3 h on: 1 + 1.6 + 1.6. */
    @Test
    void openWaitsCountAsLongerThanTheirAge() {
        Waits waits = new Waits();
        long now = 10 * HOUR;
        waits.end(waits.begin(0), HOUR);
        waits.begin(8 * HOUR);
        waits.end(waits.begin(0), 3 * HOUR);
        waits.end(waits.begin(4 * HOUR), now);
        waits.begin(4 * HOUR);
        assertThat(waits.restrictedMeanHours(now)).isCloseTo(1 + 2 * 0.8 + 3 * 8.0 / 15, within(1e-12));
        assertThat(waits.open()).isEqualTo(2);
    }

    @Test
    void aRestartLeavesOutWhatBegan() {
        Waits waits = new Waits();
        int early = waits.begin(0);
        waits.restart();
        waits.end(early, 50 * HOUR);
        waits.end(waits.begin(60 * HOUR), 61 * HOUR);
        assertThat(waits.restrictedMeanHours(100 * HOUR)).isEqualTo(1);
    }

    @Test
    void holdsMoreThanItsFirstRoom() {
        Waits waits = new Waits();
        for (int wait = 0; wait < 100; wait++) {
            waits.end(waits.begin(0), wait * HOUR);
        }
        assertThat(waits.restrictedMeanHours(1000 * HOUR)).isCloseTo(49.5, within(1e-9));
    }
}
