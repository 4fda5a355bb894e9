package straits.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.event.EventKind;

/** The parts of the ladder: what they keep, and that a queue which stays small takes no more room, however long it runs. */
final class LadderPartsTest {

    private static final long SLOT = 0x7FFF_FFFF;

    /** Thirty events pending and as many cancelled on the way: some hundred slots do, for ten thousand events. */
    @Test
    void slotsOfPastAndOfCancelledEventsAreUsedAgain() {
        LadderQueue queue = new LadderQueue();
        Random random = new Random(1);
        long most = 0;
        for (int i = 0; i < 10_000; i++) {
            long now = queue.isEmpty() ? 0 : queue.timeMicros();
            long kept = queue.insert(now + 1 + random.nextInt(2_000), EventKind.LEASE_END, i, 0);
            long dropped = queue.insert(now + 1 + random.nextInt(2_000), EventKind.LEASE_END, i, 0);
            most = Math.max(most, Math.max(kept & SLOT, dropped & SLOT));
            queue.cancel(dropped);
            if (i > 30) {
                queue.pollBefore(Long.MAX_VALUE);
            }
        }

        assertThat(queue.size()).isEqualTo(31);
        assertThat(most).isBetween(60L, 200L);
    }

    /** Of 600 pending events two are inserted for one that is cancelled, near or far, and one that runs: not many more slots will do. */
    @Test
    void slotsOfEventsCancelledWhereverTheyLieAreUsedAgain() {
        LadderQueue queue = new LadderQueue();
        Random random = new Random(2);
        List<Long> handles = new ArrayList<>();
        long most = 0;
        for (int i = 0; i < 20_000; i++) {
            long now = i < 300 ? 0 : queue.timeMicros();
            for (int each = 0; each < 2; each++) {
                long handle = queue.insert(now + 1 + random.nextInt(1_000_000), EventKind.LEASE_END, i, 0);
                handles.add(handle);
                most = Math.max(most, handle & SLOT);
            }
            for (int tries = 0; queue.size() > 601 && tries < 100; tries++) {
                queue.cancel(handles.get(handles.size() - 1 - random.nextInt(500)));
            }
            if (queue.size() > 600) {
                queue.pollBefore(Long.MAX_VALUE);
            }
        }

        assertThat(queue.size()).isEqualTo(600);
        assertThat(most).isBetween(600L, 2_000L);
    }

    /** A thousand events, near, in rungs and at the top. All but the first 400 and the last 100 are cancelled, and then the very next. */
    @Test
    void whatIsLeftOfManyCancelledEventsComesInItsOrder() {
        LadderQueue queue = new LadderQueue();
        Random random = new Random(3);
        TreeMap<Long, Long> handleOf = new TreeMap<>();
        while (handleOf.size() < 900) {
            long atMicros = random.nextInt(1_000_000);
            handleOf.computeIfAbsent(atMicros, at -> queue.insert(at, EventKind.LEASE_END, 0, 0));
        }
        for (int polled = 0; polled < 200; polled++) {
            queue.pollBefore(Long.MAX_VALUE);
            handleOf.remove(queue.timeMicros());
        }
        while (handleOf.size() < 1_000) {
            long atMicros = 10_000_000L + random.nextInt(1_000_000);
            handleOf.computeIfAbsent(atMicros, at -> queue.insert(at, EventKind.LEASE_END, 0, 0));
        }

        for (Map.Entry<Long, Long> each : List.copyOf(handleOf.entrySet()).subList(400, 900)) {
            assertThat(queue.cancel(each.getValue())).isTrue();
            handleOf.remove(each.getKey());
        }
        assertThat(queue.cancel(handleOf.pollFirstEntry().getValue())).isTrue();

        assertThat(queue.size()).isEqualTo(499);
        List<Long> times = new ArrayList<>();
        while (times.size() < 500 && queue.pollBefore(Long.MAX_VALUE)) {
            times.add(queue.timeMicros());
        }
        assertThat(times).containsExactlyElementsOf(handleOf.keySet());
    }

    @Test
    void aSlotGivenBackIsTheNextTaken() {
        EventSlots slots = new EventSlots();
        int first = EventSlots.slot(slots.take(7, 1, 10, 100));
        int second = EventSlots.slot(slots.take(8, 2, 20, 200));
        slots.retire(first);
        slots.retire(second);
        slots.giveBack(first);
        slots.giveBack(second);

        assertThat(EventSlots.slot(slots.take(9, 3, 30, 300))).isEqualTo(second);
        assertThat(EventSlots.slot(slots.take(10, 4, -40, 400))).isEqualTo(first);
        long third = slots.take(11, 5, 50, 500);
        assertThat(EventSlots.slot(third)).isEqualTo(2);
        assertThat(slots.micros(first)).isEqualTo(10);
        assertThat(slots.key(first)).isEqualTo(4);
        assertThat(slots.subject(first)).isEqualTo(-40);
        assertThat(slots.payload(second)).isEqualTo(300);
        assertThat(slots.pendingSlot(third)).isEqualTo(2);
        assertThat(slots.pendingSlot(third + 1)).as("beyond the last").isNegative();
    }

    @Test
    void chunksOfADrainedBucketAreUsedAgain() {
        Buckets store = new Buckets();
        long first = filled(store, 20);
        assertThat(drained(store, first)).containsExactlyInAnyOrderElementsOf(numbers(20));
        for (int i = 0; i < 1_000; i++) {
            long again = filled(store, 20);
            assertThat(again >>> 32)
                    .as("in two chunks behind the first, which nobody has")
                    .isBetween(16L, 48L);
            assertThat(drained(store, again)).hasSize(20);
        }
    }

    @Test
    void moreThanTheFirstRoomIsKept() {
        Buckets store = new Buckets();
        assertThat(drained(store, filled(store, 5_000))).containsExactlyInAnyOrderElementsOf(numbers(5_000));

        EventSlots slots = new EventSlots();
        for (int slot = 0; slot < 64; slot++) {
            long handle = slots.take(0, slot, -slot, 2L * slot);
            assertThat(EventSlots.slot(handle)).isEqualTo(slot);
            assertThat(slots.pendingSlot(handle + 1)).isNegative();
        }
        for (int slot = 0; slot < 1_000; slot++) {
            slots.take(0, 0, 0, 0);
        }
        assertThat(slots.key(63)).isEqualTo(63);
        assertThat(slots.subject(63)).isEqualTo(-63);
        assertThat(slots.payload(63)).isEqualTo(126);
    }

    /** 64 microseconds from 100 on in buckets of 16; nothing in the second and the last. */
    @Test
    void aRungIsTakenBucketByBucket() {
        Buckets store = new Buckets();
        Rung rung = new Rung();
        rung.open(100, 164, 4);
        for (long at : new long[] {100, 115, 132, 147}) {
            rung.append(store, at, (int) at);
        }

        assertThat(rung.divisible()).isTrue();
        assertThat(rung.endMicros()).isEqualTo(164);
        assertThat(drained(store, rung.takeNext())).containsExactlyInAnyOrder(100, 115);
        assertThat(rung.takenFromMicros()).isEqualTo(100);
        assertThat(rung.takenToMicros()).isEqualTo(116);
        assertThat(drained(store, rung.takeNext())).containsExactlyInAnyOrder(132, 147);
        assertThat(rung.takenFromMicros()).isEqualTo(132);
        assertThat(rung.takenToMicros()).isEqualTo(148);
        assertThat(rung.takeNext()).isEqualTo(Buckets.EMPTY);

        rung.open(7, 10, 100);
        rung.append(store, 9, 9);
        assertThat(rung.divisible()).isFalse();
        assertThat(drained(store, rung.takeNext())).containsExactly(9);
        assertThat(rung.takenFromMicros()).isEqualTo(9);
        assertThat(rung.takenToMicros()).isEqualTo(10);
    }

    private static List<Integer> numbers(int count) {
        return java.util.stream.IntStream.range(0, count).boxed().toList();
    }

    private static long filled(Buckets store, int entries) {
        long bucket = Buckets.EMPTY;
        for (int i = 0; i < entries; i++) {
            bucket = store.append(bucket, i);
        }
        assertThat(Buckets.size(bucket)).isEqualTo(entries);
        return bucket;
    }

    private static List<Integer> drained(Buckets store, long bucket) {
        List<Integer> slots = new ArrayList<>();
        store.drain(bucket, slots::add);
        return slots;
    }

    /** Takes everything out in order: the times, or what else the slots have. */
    private static List<Long> taken(Near near, IntToLongFunction what) {
        List<Long> all = new ArrayList<>();
        for (; !near.isEmpty(); near.removeHead()) {
            all.add(what.applyAsLong(near.headSlot()));
        }
        return all;
    }

    private static int slot(EventSlots slots, long micros, long key) {
        return EventSlots.slot(slots.take(micros, key, 0, 0));
    }

    /** As many as there are blocks to compare, one less and one more, and more than a run holds. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17, 31, 32, 33, 100})
    void whatIsDealtComesInOrderOfTimeThenKey(int count) {
        EventSlots slots = new EventSlots();
        Near near = new Near(slots);
        Random random = new Random(count);
        for (int round = 0; round < 20; round++) {
            List<Long> expected = new ArrayList<>();
            near.begin(1_000, count);
            for (int i = 0; i < count; i++) {
                long micros = 1_000L + random.nextInt(1 + count / 2);
                long key = random.nextInt(1_000_000);
                expected.add(micros * 1_000_000 + key);
                near.deal(slot(slots, micros, key));
            }
            near.order();
            assertThat(near.heaped()).isEqualTo(count > Near.MOST ? count : 0);
            expected.sort(null);
            assertThat(taken(near, slot -> slots.micros(slot) * 1_000_000 + slots.key(slot)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aRunTellsTheLongestStretchApart() {
        EventSlots slots = new EventSlots();
        Near near = new Near(slots);
        long from = Long.MAX_VALUE - 1 - Near.LONGEST_MICROS;
        List<Long> times = List.of(from + Near.LONGEST_MICROS - 1, from, from + 1, from + Near.LONGEST_MICROS - 2);
        near.begin(from, 4);
        times.forEach(micros -> near.deal(slot(slots, micros, 1)));
        near.order();
        assertThat(taken(near, slots::micros)).isEqualTo(times.stream().sorted().toList());
    }

    /** Before, between and after those that were dealt, and at the instant of one of them, with a lower key and a higher one. */
    @Test
    void whatComesLaterTakesItsPlaceAmongThem() {
        EventSlots slots = new EventSlots();
        Near near = new Near(slots);
        near.begin(10, 3);
        for (long micros : new long[] {30, 10, 20}) {
            near.deal(slot(slots, micros, 5));
        }
        near.order();
        for (long[] later : new long[][] {{9, 7}, {15, 7}, {20, 4}, {20, 6}, {40, 7}}) {
            near.add(later[0], slot(slots, later[0], later[1]));
        }
        assertThat(near.heaped()).isEqualTo(5);
        assertThat(near.headMicros()).isEqualTo(9);
        assertThat(taken(near, slot -> 10 * slots.micros(slot) + slots.key(slot)))
                .containsExactly(97L, 105L, 157L, 204L, 205L, 206L, 305L, 407L);
        assertThat(near.headMicros()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void drainedNothingIsLeft() {
        EventSlots slots = new EventSlots();
        Near near = new Near(slots);
        near.begin(0, 2);
        near.deal(slot(slots, 3, 1));
        near.deal(slot(slots, 1, 1));
        near.order();
        near.add(2, slot(slots, 2, 1));
        near.removeHead();
        List<Integer> drained = new ArrayList<>();
        near.drain(drained::add);
        assertThat(drained).map(slots::micros).containsExactlyInAnyOrder(2L, 3L);
        assertThat(near.isEmpty()).isTrue();
        assertThat(near.heaped()).isZero();
    }

    /** Few events far from each other, so far that no run could hold their bucket. */
    @Test
    void timesOfAllSizesComeInOrder() {
        LadderQueue queue = new LadderQueue();
        List<Long> times = new ArrayList<>();
        for (int bits = 0; bits < Long.SIZE - 1; bits++) {
            times.add(1L << bits);
            times.add((1L << bits) + (1L << bits) / 2);
        }
        times.remove(Long.valueOf(1));
        for (int i = times.size() - 1; i >= 0; i--) {
            queue.insert(times.get(i), EventKind.LEASE_END, i, 0);
        }
        List<Long> polled = new ArrayList<>();
        while (queue.pollBefore(Long.MAX_VALUE)) {
            polled.add(queue.timeMicros());
        }
        assertThat(polled).isEqualTo(times.stream().sorted().toList());
    }
}
