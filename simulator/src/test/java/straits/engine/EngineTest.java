package straits.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import straits.event.EventKind;

class EngineTest {

    static Stream<Named<Supplier<EventQueue>>> queues() {
        return EventQueueTest.queues();
    }

    @Test
    void everyPhaseRunsInItsPlaceAtOneInstant() {
        Engine engine = new Engine(new LadderQueue());
        List<EventKind> kinds = new ArrayList<>(List.of(EventKind.values()));
        java.util.Collections.reverse(kinds);
        kinds.forEach(kind -> engine.schedule(100, kind, 0, 0));
        List<Integer> phases = new ArrayList<>();
        engine.run(101, (kind, subject, payload) -> phases.add(kind.phase()));
        assertThat(phases).isSorted().hasSameSizeAs(kinds).startsWith(0).endsWith(14);
    }

    @Test
    void theClockStandsAtTheEventAndThenAtTheHorizon() {
        Engine engine = new Engine(new LadderQueue());
        engine.schedule(3, EventKind.ORDER, 0, 0);
        engine.schedule(8, EventKind.ORDER, 0, 0);
        List<Long> clock = new ArrayList<>();
        engine.run(10, (kind, subject, payload) -> clock.add(engine.nowMicros()));
        assertThat(clock).containsExactly(3L, 8L);
        assertThat(engine.nowMicros()).isEqualTo(10);
    }

    @Test
    void eventsAtTheHorizonWaitForALaterRun() {
        Engine engine = new Engine(new LadderQueue());
        List<Integer> ran = new ArrayList<>();
        EventHandler handler = (kind, subject, payload) -> ran.add(subject);
        engine.schedule(9, EventKind.SAMPLING, 1, 0);
        engine.schedule(10, EventKind.PERIOD_START, 2, 0);
        engine.run(10, handler);
        assertThat(ran).containsExactly(1);
        assertThat(engine.pending()).isEqualTo(1);

        engine.schedule(10, EventKind.PERIOD_START, 3, 0);
        engine.run(10, handler);
        assertThat(ran).containsExactly(1);
        engine.run(11, handler);
        assertThat(ran).containsExactly(1, 2, 3);
    }

    @Test
    void anEventMayScheduleAtItsOwnInstantAndPhase() {
        Engine engine = new Engine(new LadderQueue());
        List<Integer> ran = new ArrayList<>();
        engine.schedule(5, EventKind.LEASE_END, 1, 0);
        engine.schedule(5, EventKind.LEASE_END, 2, 0);
        engine.run(6, (kind, subject, payload) -> {
            ran.add(subject);
            if (subject == 1) {
                engine.schedule(5, EventKind.LEASE_REQUEST, 3, 0);
                engine.schedule(5, EventKind.LEASE_END, 4, 0);
            }
        });
        assertThat(ran).containsExactly(1, 2, 4, 3);
    }

    @Test
    void anEventSomeTimeAheadCarriesItsWords() {
        Engine engine = new Engine(new LadderQueue());
        engine.scheduleAfter(5, EventKind.GPU_HOUR, 7, 11, -12, 13);
        long[] words = new long[3];
        engine.run(6, (kind, subject, payload) -> {
            assertThat(engine.nowMicros()).isEqualTo(5);
            assertThat(subject).isEqualTo(7);
            words[0] = engine.first();
            words[1] = engine.second();
            words[2] = engine.third();
        });

        assertThat(words).containsExactly(11, -12, 13);
        assertThat(engine.scheduled()).isEqualTo(1);
        assertThat(engine.handled()).isEqualTo(1);
    }

    @Test
    void someTimeAheadIsNotNow() {
        Engine engine = new Engine(new LadderQueue());
        for (long delay : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> engine.scheduleAfter(delay, EventKind.GPU_HOUR, 0, 0, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("delayMicros: " + delay);
        }
        assertThat(engine.scheduled()).isZero();
    }

    @Test
    void whatIsCancelledNeverRuns() {
        Engine engine = new Engine(new LadderQueue());
        long first = engine.schedule(1, EventKind.ORDER, 1, 0);
        long second = engine.scheduleAfter(2, EventKind.GPU_HOUR, 2, 0, 0, 0);
        engine.schedule(3, EventKind.ORDER, 3, 0);
        assertThat(engine.cancel(first)).isTrue();
        assertThat(engine.cancel(second)).isTrue();
        assertThat(engine.cancel(second)).isFalse();
        List<Integer> ran = new ArrayList<>();
        engine.run(9, (kind, subject, payload) -> ran.add(subject));

        assertThat(ran).containsExactly(3);
        assertThat(engine.cancelled()).isEqualTo(2);
    }

    /** Four of a kind at 1, 2, 3 and 9, and another at 3: the handler follows to 2, is called at 3 and 9 for the rest. */
    private static List<String> followed(Engine engine, long horizonMicros) {
        for (long at : new long[] {1, 2, 3, 9}) {
            engine.scheduleAfter(at, EventKind.GPU_HOUR, (int) at, 10 * at, 0, 0);
        }
        engine.schedule(3, EventKind.LEASE_END, 30, 0);
        List<String> ran = new ArrayList<>();
        engine.run(horizonMicros, (kind, called, payload) -> {
            ran.add("called " + called + "@" + engine.nowMicros());
            if (kind == EventKind.GPU_HOUR) {
                for (int next = engine.follow(); next != Scheduler.NONE; next = engine.follow()) {
                    ran.add(next + "@" + engine.nowMicros() + " has " + engine.first());
                }
            }
        });
        assertThat(engine.handled() + engine.pending()).isEqualTo(engine.scheduled());
        return ran;
    }

    @Test
    void aHandlerFollowsToTheNextOfItsKind() {
        Engine engine = new Engine(new LadderQueue());

        assertThat(followed(engine, 10))
                .containsExactly("called 1@1", "2@2 has 20", "called 30@3", "called 3@3", "9@9 has 90");
        assertThat(engine.handled()).isEqualTo(5);
    }

    @Test
    void aHandlerFollowsNoFurtherThanTheHorizon() {
        Engine engine = new Engine(new LadderQueue());

        assertThat(followed(engine, 9)).endsWith("called 30@3", "called 3@3");
        assertThat(engine.pending()).isEqualTo(1);
        assertThat(engine.nowMicros()).isEqualTo(9);
    }

    @Test
    void nobodyFollowsWhereEachIsHandedOver() {
        Engine engine = new Engine(new LadderQueue());
        engine.handOverEach();

        assertThat(followed(engine, 10))
                .containsExactly("called 1@1", "called 2@2", "called 30@3", "called 3@3", "called 9@9");
    }

    @Test
    void refusesThePast() {
        Engine engine = new Engine(new LadderQueue());
        engine.schedule(50, EventKind.ORDER, 0, 0);
        assertThatThrownBy(() ->
                        engine.run(100, (kind, subject, payload) -> engine.schedule(49, EventKind.SAMPLING, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SAMPLING at 49 µs, phase 14")
                .hasMessageContaining("running event at 50 µs, phase 5");
        assertThat(engine.scheduled()).isEqualTo(1);
    }

    @Test
    void refusesAnEarlierPhaseOfTheSameInstant() {
        Engine engine = new Engine(new LadderQueue());
        engine.schedule(50, EventKind.GPU_HOUR, 0, 0);
        assertThatThrownBy(() ->
                        engine.run(100, (kind, subject, payload) -> engine.schedule(50, EventKind.LEASE_END, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LEASE_END at 50 µs, phase 4")
                .hasMessageContaining("running event at 50 µs, phase 7");
    }

    @Test
    void refusesThePastBetweenRunsToo() {
        Engine engine = new Engine(new LadderQueue());
        assertThatThrownBy(() -> engine.schedule(-1, EventKind.ORDER, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        engine.run(100, (kind, subject, payload) -> {});
        assertThatThrownBy(() -> engine.schedule(99, EventKind.ORDER, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.run(99, (kind, subject, payload) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("horizonMicros: 99");
    }

    @Test
    void cannotBeRunFromAHandler() {
        Engine engine = new Engine(new LadderQueue());
        engine.schedule(1, EventKind.ORDER, 0, 0);
        EventHandler idle = (kind, subject, payload) -> {};
        assertThatThrownBy(() -> engine.run(10, (kind, subject, payload) -> engine.run(20, idle)))
                .isInstanceOf(IllegalStateException.class);
        engine.run(20, idle);
        assertThat(engine.nowMicros()).isEqualTo(20);
    }

    @Test
    void wantsAnEmptyQueue() {
        EventQueue queue = new LadderQueue();
        queue.insert(1, EventKind.ORDER, 0, 0);
        assertThatThrownBy(() -> new Engine(queue)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFailingHandlerLeavesTheClockAtTheEvent() {
        Engine engine = new Engine(new LadderQueue());
        engine.schedule(5, EventKind.ORDER, 0, 0);
        assertThatThrownBy(() -> engine.run(10, (kind, subject, payload) -> {
                    throw new UnsupportedOperationException("no");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(engine.nowMicros()).isEqualTo(5);
        assertThat(engine.handled()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void noEventIsLostOrHandledTwice(Supplier<EventQueue> supplier) {
        Engine engine = new Engine(supplier.get());
        Random random = new Random(3);
        List<Long> handles = new ArrayList<>();
        EventHandler handler = (kind, subject, payload) -> {
            if (engine.scheduled() < 2_000) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    handles.add(engine.schedule(engine.nowMicros() + 1 + random.nextInt(9), EventKind.GPU_HOUR, 0, 0));
                }
                if (!handles.isEmpty()) {
                    engine.cancel(handles.get(random.nextInt(handles.size())));
                }
            }
            assertThat(engine.handled() + engine.cancelled() + engine.pending()).isEqualTo(engine.scheduled());
        };
        for (int i = 0; i < 20; i++) {
            engine.schedule(i, EventKind.LEASE_REQUEST, 0, 0);
        }
        engine.run(1_000, handler);
        assertThat(engine.cancelled()).isPositive();
        assertThat(engine.handled() + engine.cancelled() + engine.pending()).isEqualTo(engine.scheduled());
    }

    /** One little world of arrivals, services, metering and impatience: the same trace on every queue. */
    @ParameterizedTest
    @MethodSource("queues")
    void theSameTraceOnEveryQueue(Supplier<EventQueue> supplier) {
        assertThat(trace(supplier.get()))
                .isEqualTo(trace(new SortedListQueue()))
                .hasSizeGreaterThan(1_000);
    }

    private static List<String> trace(EventQueue queue) {
        Engine engine = new Engine(queue);
        Random random = new Random(99);
        List<String> trace = new ArrayList<>();
        List<Long> handles = new ArrayList<>();
        engine.schedule(0, EventKind.LEASE_REQUEST, 0, 0);
        engine.run(2_000, (kind, subject, payload) -> {
            trace.add(engine.nowMicros() + " " + kind + " " + subject + " " + payload);
            long now = engine.nowMicros();
            if (kind == EventKind.LEASE_REQUEST) {
                engine.schedule(now + 1 + random.nextInt(12), EventKind.LEASE_REQUEST, subject + 1, 0);
                engine.scheduleAfter(10, EventKind.GPU_HOUR, subject, 0, 0, 0);
                handles.add(engine.schedule(now + random.nextInt(60), EventKind.PATIENCE_EXPIRY, subject, 0));
            } else if (kind == EventKind.GPU_HOUR && random.nextInt(6) > 0) {
                engine.scheduleAfter(10, EventKind.GPU_HOUR, subject, 0, 0, 0);
            } else if (kind == EventKind.GPU_HOUR) {
                trace.add("cancelled " + engine.cancel(handles.get(random.nextInt(handles.size()))));
            }
        });
        return trace;
    }

    @Test
    void anEndlessLoopAtOneInstantIsStopped() {
        Engine engine = new Engine(new LadderQueue());
        engine.schedule(5, EventKind.PRICE_REVIEW, 7, 0);
        assertThatThrownBy(() -> engine.run(10, (kind, subject, payload) -> engine.schedule(5, kind, subject, payload)))
                .isInstanceOf(EventStormException.class)
                .hasMessageContaining("more than 2000000 events at one instant")
                .hasMessageContaining("PRICE_REVIEW of subject 7");
        assertThat(engine.handled()).isEqualTo(Engine.MOST_AT_ONCE + 1);
    }

    @Test
    void eventsThatFollowEachOtherAndHardlyGoOnAreStopped() {
        Engine engine = new Engine(new LadderQueue());
        engine.schedule(0, EventKind.SPOT_CLEARING, 0, 0);
        assertThatThrownBy(() -> engine.run(
                        Long.MAX_VALUE,
                        (kind, subject, payload) -> engine.schedule(engine.nowMicros() + 1, kind, subject, payload)))
                .isInstanceOf(EventStormException.class)
                .hasMessageContaining(Engine.SOME + " events within 60 s");
        assertThat(engine.handled()).isEqualTo(Engine.SOME);
    }

    @Test
    void manyEventsThatWerePutInLineBeforeAreNoStorm() {
        Engine engine = new Engine(new LadderQueue());
        int crowd = 100_000;
        for (int i = 0; i < crowd; i++) {
            engine.schedule(5, EventKind.LEASE_REQUEST, i, 0);
        }
        engine.run(10, (kind, subject, payload) -> {
            if (kind == EventKind.LEASE_REQUEST) {
                engine.schedule(5, EventKind.SAMPLING, subject, payload);
            }
        });
        assertThat(engine.handled()).isEqualTo(2L * crowd);
    }

    /** Whoever knows the names tells the storm anew, with the event it was. */
    @Test
    void aStormKeepsItsEventWhenItIsToldWithAName() {
        EventStormException storm =
                new EventStormException("9 events", EventKind.LEASE_REQUEST, 3, -4, 5_400_000_000L).of("class small");

        assertThat(storm)
                .hasMessageStartingWith("an event storm: 9 events, hour 1.5")
                .hasMessageContaining("; the last was LEASE_REQUEST of class small");
        assertThat(storm.kind()).isEqualTo(EventKind.LEASE_REQUEST);
        assertThat(storm.subject()).isEqualTo(3);
        assertThat(storm.payload()).isEqualTo(-4);
    }
}
