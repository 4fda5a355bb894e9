package straits.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import straits.engine.EventQueue;
import straits.engine.SsjQueue;
import straits.event.EventKind;

class ReusingSsjQueueTest {

    private static final EventKind[] KINDS = EventKind.values();

    private final EventQueue queue = new ReusingSsjQueue();
    private final EventQueue right = new SsjQueue();
    private final List<Long> handles = new ArrayList<>();
    private final List<Long> rightHandles = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void doesWhatTheReferenceQueueDoes() {
        for (int step = 0; step < 50_000; step++) {
            int what = random.nextInt(10);
            if (what < 5) {
                insert(step);
            } else if (what < 9) {
                poll();
            } else if (!handles.isEmpty()) {
                int any = random.nextInt(handles.size());
                assertThat(queue.cancel(handles.get(any))).isEqualTo(right.cancel(rightHandles.get(any)));
            }
            assertThat(queue.size()).isEqualTo(right.size());
        }
    }

    private void insert(int step) {
        long at = right.timeMicros() + random.nextInt(20);
        EventKind kind = KINDS[random.nextInt(KINDS.length)];
        handles.add(queue.insert(at, kind, step, -step));
        rightHandles.add(right.insert(at, kind, step, -step));
    }

    private void poll() {
        long end = right.timeMicros() + random.nextInt(10);
        assertThat(queue.pollBefore(end)).isEqualTo(right.pollBefore(end));
        assertThat(queue.timeMicros()).isEqualTo(right.timeMicros());
        assertThat(queue.kind()).isEqualTo(right.kind());
        assertThat(queue.subject()).isEqualTo(right.subject());
        assertThat(queue.payload()).isEqualTo(right.payload());
    }
}
