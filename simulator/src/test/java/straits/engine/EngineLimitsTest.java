package straits.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import straits.event.EventKind;

/** Beyond what ints and 24 bits can count. Takes minutes and some 2 GB, so that it runs with {@code -Dstraits.limits} only. */
@EnabledIfSystemProperty(named = "straits.limits", matches = ".*")
class EngineLimitsTest {

    /** Microseconds from one event to the next: far enough that they are no storm. */
    private static final long STEP = 100;

    @Test
    void runsMoreEventsThanAnIntCounts() {
        long wanted = (1L << 31) + 1_000;
        Engine engine = new Engine(new LadderQueue());
        for (int subject = 0; subject < 100; subject++) {
            engine.schedule(subject * STEP, EventKind.GPU_HOUR, subject, 0);
        }
        long[] hash = new long[1];
        engine.run(100 * STEP * (wanted / 100), (kind, subject, payload) -> {
            hash[0] = 31 * hash[0] + subject;
            engine.scheduleAfter(100 * STEP, EventKind.GPU_HOUR, subject, 0, 0, 0);
        });
        assertThat(engine.handled()).isEqualTo(100 * (wanted / 100)).isGreaterThan(1L << 31);
        assertThat(engine.pending()).isEqualTo(100);
        assertThat(engine.scheduled()).isEqualTo(engine.handled() + 100);
    }

    @Test
    void keepsMorePendingThan24BitsCount() {
        int events = (1 << 24) + 100_000;
        LadderQueue queue = new LadderQueue();
        Random random = new Random(5);
        long sum = 0;
        for (int i = 0; i < events; i++) {
            long atMicros = random.nextLong() >>> 20;
            queue.insert(atMicros, EventKind.LEASE_END, i, 0);
            sum += atMicros;
        }
        assertThat(queue.size()).isEqualTo(events);
        long previous = 0;
        for (int i = 0; i < events; i++) {
            if (!queue.pollBefore(Long.MAX_VALUE) || queue.timeMicros() < previous) {
                assertThat(queue.timeMicros()).isGreaterThanOrEqualTo(previous);
            }
            previous = queue.timeMicros();
            sum -= previous;
        }
        assertThat(sum).isZero();
        assertThat(queue.isEmpty()).isTrue();
    }
}
