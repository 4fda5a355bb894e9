package straits.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import straits.event.EventKind;

/** Every queue against the words of the contract; {@link QueueScriptsTest} plays long scripts. */
class EventQueueTest {

    static Stream<Named<Supplier<EventQueue>>> queues() {
        return Stream.of(
                Named.of("ladder", LadderQueue::new),
                Named.of("SSJ", SsjQueue::new),
                Named.of("list", SortedListQueue::new));
    }

    @ParameterizedTest
    @MethodSource("queues")
    void tiesRunByPhaseThenByInsertion(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        queue.insert(5, EventKind.SAMPLING, 1, 0);
        append(queue, 5, 2);
        queue.insert(5, EventKind.POWER_STEP, 3, 0);
        queue.insert(5, EventKind.ORDER, 4, 0);
        append(queue, 5, 5);
        queue.insert(5, EventKind.PERIOD_START, 6, 0);
        queue.insert(4, EventKind.SAMPLING, 7, 0);
        assertThat(subjectsOf(queue)).containsExactly(7, 6, 3, 4, 2, 5, 1);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void whatIsAppendedRunsAmongTheRestByTimePhaseAndInsertion(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        queue.insert(10, EventKind.SAMPLING, 1, 0);
        append(queue, 10, 2);
        queue.insert(10, EventKind.GPU_HOUR, 3, 0);
        append(queue, 10, 4);
        append(queue, 20, 5);
        queue.insert(15, EventKind.SAMPLING, 6, 0);
        assertThat(subjectsOf(queue)).containsExactly(2, 3, 4, 1, 6, 5);
    }

    @Test
    void aLaneTakesEventsInOrderAndOfOneKind() {
        LadderQueue queue = new LadderQueue();
        append(queue, 30, 1);
        assertThatThrownBy(() -> append(queue, 29, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("29")
                .hasMessageContaining("30 or more");
        assertThatThrownBy(() -> queue.append(40, EventKind.SAMPLING, 3, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SAMPLING")
                .hasMessageContaining("GPU_HOUR");
        append(queue, 30, 4);
        assertThat(subjectsOf(queue)).containsExactly(1, 4);
    }

    /** The event polled lies in the ring that takes the new ones: it must not be written over, also where the ring grows. */
    @ParameterizedTest
    @MethodSource("queues")
    void theEventPolledKeepsItsWordsWhileOthersAreAppended(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        for (int i = 0; i < 62; i++) {
            append(queue, i, i);
        }
        for (int next = 62; next < 1_000; next += 2) {
            queue.pollBefore(Long.MAX_VALUE);
            int polled = queue.subject();
            for (int more = 0; more < 2; more++) {
                append(queue, next + more, next + more);
                assertThat(new long[] {queue.subject(), queue.first(), queue.second(), queue.third()})
                        .containsExactly(polled, polled + 1, polled + 2, polled + 3);
            }
        }
    }

    /** Gaps behind the event polled let the ring come round sooner than the head tells. */
    @ParameterizedTest
    @MethodSource("queues")
    void theEventPolledKeepsItsWordsWhereTheNextAreCancelled(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        List<Long> handles = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            handles.add(append(queue, i, i));
        }
        handles.subList(1, 31).forEach(queue::cancel);
        queue.pollBefore(Long.MAX_VALUE);
        for (int i = 40; i < 200; i++) {
            append(queue, i, i);
            assertThat(new long[] {queue.subject(), queue.first(), queue.second(), queue.third()})
                    .containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void followsOnlyWhereNothingElseIsDue() {
        EventQueue queue = new LadderQueue();
        append(queue, 10, 1);
        append(queue, 11, 2);
        queue.insert(12, EventKind.SAMPLING, 3, 0);
        append(queue, 12, 4);
        append(queue, 13, 5);
        append(queue, 14, 6);
        assertThat(queue.pollBefore(14)).isTrue();
        assertThat(queue.followBefore(14)).isTrue();
        assertThat(queue.subject()).isEqualTo(2);
        assertThat(queue.timeMicros()).isEqualTo(11);
        assertThat(queue.third()).isEqualTo(5);
        assertThat(queue.followBefore(14)).as("another event at its time").isFalse();
        assertThat(queue.subject()).isEqualTo(2);
        assertThat(queue.pollBefore(14)).isTrue();
        assertThat(queue.subject()).isEqualTo(4);
        assertThat(queue.followBefore(14)).as("another event before").isFalse();
        assertThat(queue.pollBefore(14)).isTrue();
        assertThat(queue.pollBefore(14)).isTrue();
        assertThat(queue.subject()).isEqualTo(5);
        assertThat(queue.followBefore(14)).as("beyond the end").isFalse();
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void appendingRejectsTimesAsInsertingDoes() {
        for (long micros : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> append(new LadderQueue(), micros, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Long.toString(micros));
        }
    }

    @ParameterizedTest
    @MethodSource("queues")
    void theEventPolledKeepsAllItsFields(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        queue.insert(7, EventKind.RENEWAL, Integer.MIN_VALUE, Long.MIN_VALUE);
        queue.insert(8, EventKind.GPU_HOUR, Integer.MAX_VALUE, Long.MAX_VALUE);
        queue.pollBefore(Long.MAX_VALUE);
        assertThat(queue.timeMicros()).isEqualTo(7);
        assertThat(queue.kind()).isEqualTo(EventKind.RENEWAL);
        assertThat(queue.subject()).isEqualTo(Integer.MIN_VALUE);
        assertThat(queue.payload()).isEqualTo(Long.MIN_VALUE);
        queue.pollBefore(Long.MAX_VALUE);
        assertThat(queue.timeMicros()).isEqualTo(8);
        assertThat(queue.kind()).isEqualTo(EventKind.GPU_HOUR);
        assertThat(queue.subject()).isEqualTo(Integer.MAX_VALUE);
        assertThat(queue.payload()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void anEmptyQueueSaysSo(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.size()).isZero();
        assertThat(queue.pollBefore(Long.MAX_VALUE)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void pollsOnlyWhatLiesBeforeTheEnd(Supplier<EventQueue> supplier) {
        for (EventKind kind : List.of(EventKind.LEASE_END, EventKind.GPU_HOUR)) {
            EventQueue queue = supplier.get();
            add(queue, 10, kind, 1);
            assertThat(queue.pollBefore(10)).isFalse();
            assertThat(queue.size()).isEqualTo(1);
            assertThat(queue.pollBefore(11)).isTrue();
            assertThat(queue.subject()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aHandleIsGoodOnce(Supplier<EventQueue> supplier) {
        for (EventKind kind : List.of(EventKind.LEASE_END, EventKind.GPU_HOUR)) {
            EventQueue queue = supplier.get();
            long cancelled = add(queue, 1, kind, 1);
            long run = add(queue, 2, kind, 2);
            assertThat(cancelled).isPositive();
            assertThat(queue.cancel(cancelled)).isTrue();
            assertThat(queue.cancel(cancelled)).isFalse();
            queue.pollBefore(Long.MAX_VALUE);
            assertThat(queue.subject()).isEqualTo(2);
            assertThat(queue.cancel(run)).isFalse();
            assertThat(queue.isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aStaleHandleLeavesTheNextUserOfItsSlotAlone(Supplier<EventQueue> supplier) {
        for (EventKind kind : List.of(EventKind.LEASE_END, EventKind.GPU_HOUR)) {
            EventQueue queue = supplier.get();
            List<Long> stale = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                stale.add(add(queue, i, kind, i));
                queue.pollBefore(Long.MAX_VALUE);
            }
            long fresh = add(queue, 5_000, kind, -1);
            assertThat(stale).noneMatch(queue::cancel);
            assertThat(queue.cancel(fresh)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("queues")
    void anyOtherNumberIsNoHandle(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        long inLadder = queue.insert(1, EventKind.LEASE_END, 1, 0);
        long inLane = append(queue, 1, 1);
        for (long number : new long[] {
            0,
            -1,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            -inLadder,
            -inLane,
            inLadder | Long.MIN_VALUE,
            inLane | Long.MIN_VALUE,
            inLane + 1,
            inLadder + 1_000,
            inLane + 1_000
        }) {
            assertThat(queue.cancel(number)).as("cancel(%d)", number).isFalse();
        }
        assertThat(queue.size()).isEqualTo(2);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("queues")
    void growsToAHundredThousandAndKeepsTheOrder(Supplier<EventQueue> supplier) {
        int events = supplier.get() instanceof SortedListQueue ? 2_000 : 100_000;
        EventQueue queue = supplier.get();
        Random random = new Random(7);
        for (int i = 0; i < events; i++) {
            queue.insert(random.nextInt(1_000_000), EventKind.LEASE_END, i, 0);
            append(queue, i, i);
        }
        assertThat(queue.size()).isEqualTo(2L * events);
        long previous = 0;
        long polled = 0;
        while (!queue.isEmpty()) {
            queue.pollBefore(Long.MAX_VALUE);
            assertThat(queue.timeMicros()).isGreaterThanOrEqualTo(previous);
            previous = queue.timeMicros();
            polled++;
        }
        assertThat(polled).isEqualTo(2L * events);
    }

    /** Far more cancels than polls: the dead must not pile up nor disturb the living. */
    @ParameterizedTest
    @MethodSource("queues")
    void survivesCancellingAlmostEverything(Supplier<EventQueue> supplier) {
        EventQueue queue = supplier.get();
        EventQueue list = new SortedListQueue();
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            EventKind kind = i % 5 == 0 ? EventKind.GPU_HOUR : EventKind.PATIENCE_EXPIRY;
            long atMicros = i % 5 == 0 ? 20L * i : random.nextInt(100_000);
            long handle = add(queue, atMicros, kind, i);
            if (i % 50 == 0) {
                list.insert(atMicros, kind, i, 0);
            } else {
                assertThat(queue.cancel(handle)).isTrue();
            }
        }
        assertThat(queue.size()).isEqualTo(100);
        assertThat(subjectsOf(queue)).isEqualTo(subjectsOf(list));
    }

    @Test
    void rejectsTimesItCannotKeep() {
        assertThatThrownBy(() -> new LadderQueue().insert(-1, EventKind.ORDER, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new LadderQueue().insert(Long.MAX_VALUE, EventKind.ORDER, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2^63");
        assertThatThrownBy(() -> new SsjQueue().insert(-1, EventKind.ORDER, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new SsjQueue().insert(1L << 53, EventKind.ORDER, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2^53");
    }

    @Test
    void theLadderKeepsTimesUpToTheGreatest() {
        EventQueue queue = new LadderQueue();
        long[] micros = {Long.MAX_VALUE - 1, 0, 1L << 62, 3, (1L << 62) + 1, Long.MAX_VALUE - 2};
        for (int i = 0; i < micros.length; i++) {
            queue.insert(micros[i], EventKind.ORDER, i, 0);
        }
        assertThat(subjectsOf(queue)).containsExactly(1, 3, 2, 4, 5, 0);
    }

    @Test
    void keepsEveryMicrosecondUpToItsLimit() {
        EventQueue queue = new SsjQueue();
        long last = (1L << 53) - 1;
        queue.insert(last, EventKind.ORDER, 2, 0);
        queue.insert(last - 1, EventKind.ORDER, 1, 0);
        assertThat(subjectsOf(queue)).containsExactly(1, 2);
        assertThat(queue.timeMicros()).isEqualTo(last);
    }

    private static long append(EventQueue queue, long atMicros, int subject) {
        return queue.append(atMicros, EventKind.GPU_HOUR, subject, subject + 1, subject + 2, subject + 3);
    }

    private static long add(EventQueue queue, long atMicros, EventKind kind, int subject) {
        return kind == EventKind.GPU_HOUR ? append(queue, atMicros, subject) : queue.insert(atMicros, kind, subject, 0);
    }

    private static List<Integer> subjectsOf(EventQueue queue) {
        List<Integer> subjects = new ArrayList<>();
        while (!queue.isEmpty()) {
            queue.pollBefore(Long.MAX_VALUE);
            subjects.add(queue.subject());
        }
        return subjects;
    }
}
