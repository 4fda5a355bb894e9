package straits.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import straits.event.EventKind;

/** Long random scripts of inserts, polls and cancels, played on every queue and on the sorted list side by side. */
class QueueScriptsTest {

    private static final EventKind[] KINDS = EventKind.values();

    /** How far ahead events are scheduled. */
    private enum Delays {
        TIES {
            @Override
            long next(Random random) {
                return random.nextInt(4) * 3L;
            }
        },
        FEW_TIMES {
            @Override
            long next(Random random) {
                return random.nextInt(40);
            }
        },
        UNIFORM {
            @Override
            long next(Random random) {
                return random.nextInt(2_000_000_000);
            }
        },
        EXPONENTIAL {
            @Override
            long next(Random random) {
                return (long) (-StrictMath.log(1 - random.nextDouble()) * 1e9);
            }
        },
        BIMODAL {
            @Override
            long next(Random random) {
                return random.nextInt(10) > 0 ? random.nextInt(1_000) : 10_000_000_000L + random.nextInt(1_000);
            }
        },
        PARETO {
            @Override
            long next(Random random) {
                return (long) Math.min(1e15, 1e3 * StrictMath.pow(1 - random.nextDouble(), -1 / 0.9));
            }
        },
        ALL {
            @Override
            long next(Random random) {
                return values()[random.nextInt(ALL.ordinal())].next(random);
            }
        };

        abstract long next(Random random);
    }

    static Stream<Arguments> scripts() {
        return EventQueueTest.queues()
                .limit(2)
                .flatMap(queue -> Arrays.stream(Delays.values())
                        .flatMap(delays ->
                                Stream.of(40, 300, 2_000).map(pending -> Arguments.of(queue, delays, pending))));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("scripts")
    void doesWhatASortedListDoes(Supplier<EventQueue> supplier, Delays delays, int pending) {
        new Script(supplier.get(), delays, new Random(31L * pending + delays.ordinal()), pending).play(50_000);
    }

    /** The same in little time, for whoever plays it a thousand times: the mutation tests. */
    @ParameterizedTest
    @EnumSource
    void doesSoInAShortScript(Delays delays) {
        new Script(new LadderQueue(), delays, new Random(delays.ordinal()), 200).play(3_000);
        new Script(new SsjQueue(), delays, new Random(delays.ordinal()), 40).play(300);
    }

    /** Beyond what a sorted list can follow: the order against a binary heap of objects. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void holdsAQuarterOfAMillionInOrder(Delays delays) {
        record Entry(long atMicros, int phase, long number) {}
        LadderQueue queue = new LadderQueue();
        PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::atMicros)
                .thenComparingInt(Entry::phase)
                .thenComparingLong(Entry::number));
        Random random = new Random(delays.ordinal());
        LongConsumer insert = nowMicros -> {
            EventKind kind = KINDS[random.nextInt(KINDS.length)];
            long atMicros = nowMicros + delays.next(random);
            long number = queue.size() + 1_000_000L * random.nextInt(1_000);
            entries.add(new Entry(atMicros, kind.phase(), entries.size()));
            queue.insert(atMicros, kind, 0, number);
        };
        for (int i = 0; i < 250_000; i++) {
            insert.accept(0);
        }
        while (!entries.isEmpty()) {
            Entry expected = entries.remove();
            assertThat(queue.pollBefore(Long.MAX_VALUE)).isTrue();
            if (queue.timeMicros() != expected.atMicros() || queue.kind().phase() != expected.phase()) {
                assertThat(queue.timeMicros()).isEqualTo(expected.atMicros());
                assertThat(queue.kind().phase()).isEqualTo(expected.phase());
            }
            if (random.nextInt(3) == 0 && entries.size() > 1_000) {
                insert.accept(expected.atMicros());
            }
        }
        assertThat(queue.isEmpty()).isTrue();
    }

    /** A storm at one instant, each event scheduling the next there: the clock stands, the queue must not slow to a halt. */
    @Tag("slow")
    @Test
    void aStormAtOneInstantRunsInOrder() {
        LadderQueue queue = new LadderQueue();
        for (int i = 0; i < 200_000; i++) {
            queue.insert(7, EventKind.LEASE_REQUEST, i, 0);
        }
        for (int i = 0; i < 600_000; i++) {
            queue.pollBefore(Long.MAX_VALUE);
            if (queue.subject() != i) {
                assertThat(queue.subject()).isEqualTo(i);
            }
            queue.insert(7, EventKind.LEASE_REQUEST, 200_000 + i, 0);
        }
        assertThat(queue.size()).isEqualTo(200_000);
    }

    /** One random sequence of operations. */
    private static final class Script {

        private final EventQueue queue;
        private final EventQueue list = new SortedListQueue();
        private final Delays delays;
        private final Random random;
        private final int pending;
        private final long[][] handles = new long[64][];
        private int inserted;
        private long nowMicros;

        Script(EventQueue queue, Delays delays, Random random, int pending) {
            this.queue = queue;
            this.delays = delays;
            this.random = random;
            this.pending = pending;
        }

        void play(int operations) {
            boolean swelling = true;
            for (int i = 0; i < operations; i++) {
                // Swells and drains in turn, so that the queue runs empty now and then.
                swelling = swelling ? list.size() < pending : list.size() == 0;
                operate(random.nextInt(10), swelling ? 6 : 2);
                check();
            }
            while (!list.isEmpty()) {
                poll();
                check();
            }
        }

        private void operate(int draw, int insertShare) {
            if (draw < insertShare) {
                insert();
            } else if (draw < 8) {
                poll();
            } else {
                cancel();
            }
        }

        private void insert() {
            boolean ahead = random.nextInt(3) == 0;
            handles[inserted++ % handles.length] = ahead ? append(random.nextLong()) : insert(random.nextLong());
        }

        private long[] append(long word) {
            long atMicros = nowMicros + 3_600;
            return new long[] {
                queue.append(atMicros, EventKind.GPU_HOUR, inserted, word, ~word, word >>> 1),
                list.append(atMicros, EventKind.GPU_HOUR, inserted, word, ~word, word >>> 1)
            };
        }

        private long[] insert(long payload) {
            EventKind kind = KINDS[random.nextInt(KINDS.length)];
            long atMicros = nowMicros + delays.next(random);
            return new long[] {
                queue.insert(atMicros, kind, inserted, payload), list.insert(atMicros, kind, inserted, payload)
            };
        }

        /** Now and then with an end that holds the next event back. */
        private void poll() {
            long end = random.nextInt(4) == 0 ? nowMicros + delays.next(random) : Long.MAX_VALUE;
            boolean polled = list.pollBefore(end);
            same(queue.pollBefore(end) ? 1 : 0, polled ? 1 : 0);
            if (polled) {
                nowMicros = list.timeMicros();
                same(queue.timeMicros(), list.timeMicros());
                same(queue.subject(), list.subject());
                same(queue.kind().ordinal(), list.kind().ordinal());
                same(queue.payload(), list.payload());
                words();
                follow(end);
            }
        }

        private void words() {
            if (list.kind() == EventKind.GPU_HOUR && list.payload() == 0) {
                same(queue.first(), list.first());
                same(queue.second(), list.second());
                same(queue.third(), list.third());
            }
        }

        /** Where the queue goes on by itself, the list must have the same event next. */
        private void follow(long end) {
            boolean appended = list.kind() == EventKind.GPU_HOUR && list.payload() == 0;
            while (appended && random.nextInt(4) > 0 && queue.followBefore(end)) {
                same(list.pollBefore(end) ? 1 : 0, 1);
                nowMicros = list.timeMicros();
                same(queue.timeMicros(), nowMicros);
                same(queue.subject(), list.subject());
                same(queue.kind().ordinal(), list.kind().ordinal());
                same(queue.payload(), list.payload());
                words();
            }
        }

        /** Of the last handles given, most of which are stale in the end. */
        private void cancel() {
            if (inserted > 0) {
                long[] pair = handles[random.nextInt(Math.min(inserted, handles.length))];
                same(queue.cancel(pair[0]) ? 1 : 0, list.cancel(pair[1]) ? 1 : 0);
            }
        }

        private void check() {
            same(queue.size(), list.size());
            same(queue.isEmpty() ? 1 : 0, list.isEmpty() ? 1 : 0);
        }

        /** An assertion library would take longer than all the rest. */
        private static void same(long actual, long expected) {
            if (actual != expected) {
                assertThat(actual).isEqualTo(expected);
            }
        }
    }
}
