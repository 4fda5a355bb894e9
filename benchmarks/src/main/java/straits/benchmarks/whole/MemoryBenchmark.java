package straits.benchmarks.whole;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import straits.benchmarks.baseline.Queues;
import straits.benchmarks.world.LeaseWorld;
import straits.engine.EventQueue;
import straits.event.EventKind;
import straits.random.Randomness;
import straits.random.Stream;
import straits.units.SimTime;

/**
 * What one more of many costs in memory: the live heap with all of them less that without, each after a collection, over
 * their number. In use, not fresh: as many events again have come and gone first.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
public class MemoryBenchmark {

    /** What is counted. */
    public enum Thing {
        /** A pending event in the queue, its handle included. */
        PENDING_EVENT,
        /** A lease in force, with its two pending events: the next hour and the end. */
        ACTIVE_LEASE;

        private Object many(int count, Queues queue) {
            return switch (this) {
                case PENDING_EVENT -> events(count, queue.newQueue());
                case ACTIVE_LEASE -> leases(count, queue.newQueue());
            };
        }

        private static EventQueue events(int count, EventQueue queue) {
            Stream hours = Randomness.of("memory", 0).stream("benchmark", "hours");
            for (int each = 0; each < count; each++) {
                queue.insert(SimTime.ofHours(hours.next()), EventKind.LEASE_END, each, each);
            }
            for (int each = 0; each < count; each++) {
                queue.pollBefore(Long.MAX_VALUE);
                long atMicros = queue.timeMicros() + SimTime.ofHours(hours.next());
                queue.insert(atMicros, EventKind.LEASE_END, queue.subject(), queue.payload());
            }
            return queue;
        }

        private static LeaseWorld leases(int count, EventQueue queue) {
            LeaseWorld world = new LeaseWorld(count, queue);
            world.meter(2L * count);
            return world;
        }
    }

    /** What is counted. */
    @Param
    private Thing thing = Thing.PENDING_EVENT;

    /** Which queue. */
    @Param({"STRAITS", "SSJ"})
    private Queues queue = Queues.STRAITS;

    /** How many. */
    @Param("1000000")
    private int count;

    /** What they take. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Taken {

        /** Bytes of all together. */
        public long bytes;
    }

    /** Makes them. */
    @Benchmark
    public Object many(Taken taken) {
        long before = Heap.liveBytes();
        Object many = thing.many(count, queue);
        taken.bytes = Heap.liveBytes() - before;
        return many;
    }
}
