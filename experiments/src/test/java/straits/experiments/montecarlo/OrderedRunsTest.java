package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderedRunsTest {

    private static final RunWatcher<String> NOBODY = new Watcher();

    private final StopSignal stop = new StopSignal();
    private final List<String> delivered = new ArrayList<>();

    private boolean run(int threads, Iterator<Integer> units, Function<Integer, String> work) {
        return new OrderedRuns<>(work, OrderedRunsTest::told, NOBODY, stop).run(threads, units, delivered::add);
    }

    private static String told(int unit, Throwable reason) {
        return unit + " failed: " + reason.getClass().getSimpleName();
    }

    private static Iterator<Integer> units(int count) {
        return IntStream.range(0, count).iterator();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void deliversInOrderWhateverTheNumberOfThreads(int threads) {
        assertThat(run(threads, units(100), Object::toString)).isTrue();
        assertThat(delivered).isEqualTo(names(100));
    }

    @Test
    void deliversInOrderWhenTheFirstFinishesLast() {
        CountDownLatch second = new CountDownLatch(1);
        List<String> finished = new ArrayList<>();
        RunWatcher<String> watcher = new Watcher() {
            @Override
            public void finished(String result) {
                finished.add(result);
                second.countDown();
            }
        };
        Function<Integer, String> firstWaitsForTheSecond = unit -> {
            if (unit == 0) {
                await(second);
            }
            return unit.toString();
        };
        new OrderedRuns<>(firstWaitsForTheSecond, OrderedRunsTest::told, watcher, stop)
                .run(2, units(2), delivered::add);
        assertThat(finished).containsExactly("1", "0");
        assertThat(delivered).containsExactly("0", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aUnitThatThrowsIsAResultLikeTheOthers(int threads) {
        run(threads, units(5), unit -> switch (unit) {
            case 1 -> throw new IllegalStateException("broken");
            case 2 -> throw new OutOfMemoryError("full");
            case 3 -> endless(0);
            default -> unit.toString();
        });
        assertThat(delivered)
                .containsExactly(
                        "0",
                        "1 failed: IllegalStateException",
                        "2 failed: OutOfMemoryError",
                        "3 failed: StackOverflowError",
                        "4");
    }

    @SuppressWarnings("InfiniteRecursion") // the point
    private static String endless(int depth) {
        return endless(depth + 1) + depth;
    }

    @Test
    void holdsOnlyAFewResultsAheadOfASlowUnit() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Integer> many =
                IntStream.range(0, 1000).peek(unit -> taken.incrementAndGet()).iterator();
        AtomicInteger mostAhead = new AtomicInteger();
        new OrderedRuns<>(Object::toString, OrderedRunsTest::told, NOBODY, stop).run(2, many, result -> {
            delivered.add(result);
            mostAhead.accumulateAndGet(taken.get() - delivered.size(), Math::max);
        });
        assertThat(delivered).hasSize(1000);
        assertThat(mostAhead.get()).isBetween(2, 8);
    }

    @Test
    void aStopLeavesABeginningOfTheOrder() {
        boolean all = new OrderedRuns<>(Object::toString, OrderedRunsTest::told, NOBODY, stop)
                .run(2, units(100), result -> {
                    delivered.add(result);
                    if (delivered.size() == 3) {
                        stop.request();
                    }
                });
        assertThat(all).isFalse();
        assertThat(delivered).hasSizeBetween(3, 3 + 6).isEqualTo(names(delivered.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aStopWaitsForTheUnitsAtWorkAndDeliversThem(int threads) {
        CountDownLatch allAtWork = new CountDownLatch(threads);
        CountDownLatch stopped = new CountDownLatch(1);
        Watcher stopsAtTheFirstTick = new Watcher() {
            @Override
            public void tick() {
                await(allAtWork);
                stop.request();
                stopped.countDown();
            }
        };
        Function<Integer, String> workIsLong = unit -> {
            allAtWork.countDown();
            await(stopped);
            return unit.toString();
        };
        assertThat(new OrderedRuns<>(workIsLong, OrderedRunsTest::told, stopsAtTheFirstTick, stop)
                        .run(threads, units(100), delivered::add))
                .isFalse();
        assertThat(delivered).isEqualTo(names(threads));
    }

    @Test
    void anInterruptedThreadStopsTheRunAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        boolean all = run(2, units(1000), unit -> {
            await(new CountDownLatch(0));
            return unit.toString();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stop.isRequested()).isTrue();
        assertThat(all).isFalse();
        assertThat(delivered).isEqualTo(names(delivered.size()));
    }

    /** Workers finish in an order shuffled by a seed; what is delivered is the order of the units. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void deliversInOrderWhateverTheOrderOfCompletion(long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        int[] naps = random.ints(60, 0, 4).toArray();
        run(4, units(60), unit -> {
            nap(naps[unit]);
            return unit.toString();
        });
        assertThat(delivered).isEqualTo(names(60));
    }

    @SuppressWarnings("ThreadSleep")
    private static void nap(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSinkThatThrowsEndsTheRun() {
        UncheckedIOException full = new UncheckedIOException(new java.io.IOException("disk full"));
        assertThatThrownBy(() -> new OrderedRuns<>(Object::toString, OrderedRunsTest::told, NOBODY, stop)
                        .run(2, units(10), result -> {
                            throw full;
                        }))
                .isSameAs(full);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static class Watcher implements RunWatcher<String> {
        @Override
        public void finished(String result) {}

        @Override
        public void tick() {}
    }
}
