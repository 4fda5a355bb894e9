package straits.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
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
            while (queue.size() > 601) {
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
        while (handleOf.size() > 700) {
            queue.pollBefore(Long.MAX_VALUE);
            handleOf.remove(queue.timeMicros());
        }
        while (handleOf.size() < 1_000) {
            long atMicros = 10_000_000 + random.nextInt(1_000_000);
            handleOf.computeIfAbsent(atMicros, at -> queue.insert(at, EventKind.LEASE_END, 0, 0));
        }

        for (long atMicros : List.copyOf(handleOf.keySet()).subList(400, 900)) {
            assertThat(queue.cancel(handleOf.remove(atMicros))).isTrue();
        }
        assertThat(queue.cancel(handleOf.pollFirstEntry().getValue())).isTrue();

        assertThat(queue.size()).isEqualTo(499);
        List<Long> times = new ArrayList<>();
        while (queue.pollBefore(Long.MAX_VALUE)) {
            times.add(queue.timeMicros());
        }
        assertThat(times).containsExactlyElementsOf(handleOf.keySet());
    }

    @Test
    void aSlotGivenBackIsTheNextTaken() {
        EventSlots slots = new EventSlots();
        int first = slots.take(1, 10, 100);
        int second = slots.take(2, 20, 200);
        slots.retire(first);
        slots.retire(second);
        slots.giveBack(first);
        slots.giveBack(second);

        assertThat(slots.take(3, 30, 300)).isEqualTo(second);
        assertThat(slots.take(4, -40, 400)).isEqualTo(first);
        assertThat(slots.take(5, 50, 500)).isEqualTo(2);
        assertThat(slots.key(first)).isEqualTo(4);
        assertThat(slots.subject(first)).isEqualTo(-40);
        assertThat(slots.payload(second)).isEqualTo(300);
        assertThat(slots.pendingSlot(slots.handle(2))).isEqualTo(2);
        assertThat(slots.pendingSlot(slots.handle(2) + 1)).as("beyond the last").isNegative();
    }

    @Test
    void chunksOfADrainedBucketAreUsedAgain() {
        Buckets store = new Buckets();
        long first = filled(store, 20);
        assertThat(drained(store, first)).containsExactlyInAnyOrderElementsOf(numbers(20));
        for (int i = 0; i < 1_000; i++) {
            long again = filled(store, 20);
            assertThat(again >>> 32).as("the newest of three chunks").isLessThan(3);
            assertThat(drained(store, again)).hasSize(20);
        }
    }

    @Test
    void moreThanTheFirstRoomIsKept() {
        Buckets store = new Buckets();
        assertThat(drained(store, filled(store, 5_000))).containsExactlyInAnyOrderElementsOf(numbers(5_000));

        EventSlots slots = new EventSlots();
        for (int slot = 0; slot < 64; slot++) {
            assertThat(slots.take(slot, -slot, 2L * slot)).isEqualTo(slot);
            assertThat(slots.pendingSlot(slots.handle(slot) + 1)).isNegative();
        }
        for (int slot = 0; slot < 1_000; slot++) {
            slots.take(0, 0, 0);
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
        assertThat(slots(store, rung.takeNext())).containsExactlyInAnyOrder(100, 115);
        assertThat(rung.takenFromMicros()).isEqualTo(100);
        assertThat(rung.takenToMicros()).isEqualTo(116);
        assertThat(slots(store, rung.takeNext())).containsExactlyInAnyOrder(132, 147);
        assertThat(rung.takenFromMicros()).isEqualTo(132);
        assertThat(rung.takenToMicros()).isEqualTo(148);
        assertThat(rung.takeNext()).isEqualTo(Buckets.EMPTY);

        rung.open(7, 10, 100);
        rung.append(store, 9, 9);
        assertThat(rung.divisible()).isFalse();
        assertThat(slots(store, rung.takeNext())).containsExactly(9);
        assertThat(rung.takenFromMicros()).isEqualTo(9);
        assertThat(rung.takenToMicros()).isEqualTo(10);
    }

    private static List<Integer> slots(Buckets store, long bucket) {
        List<Integer> slots = new ArrayList<>();
        store.drain(bucket, (time, slot) -> slots.add(slot));
        return slots;
    }

    private static List<Integer> numbers(int count) {
        return java.util.stream.IntStream.range(0, count).boxed().toList();
    }

    private static long filled(Buckets store, int entries) {
        long bucket = Buckets.EMPTY;
        for (int i = 0; i < entries; i++) {
            bucket = store.append(bucket, 7L * i, i);
        }
        assertThat(Buckets.size(bucket)).isEqualTo(entries);
        return bucket;
    }

    private static List<Integer> drained(Buckets store, long bucket) {
        List<Integer> slots = new ArrayList<>();
        store.drain(bucket, (time, slot) -> {
            assertThat(time).isEqualTo(7L * slot);
            slots.add(slot);
        });
        return slots;
    }
}
