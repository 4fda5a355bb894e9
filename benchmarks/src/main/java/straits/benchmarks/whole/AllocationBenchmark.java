package straits.benchmarks.whole;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import straits.benchmarks.baseline.Queues;
import straits.benchmarks.world.Load;
import straits.benchmarks.world.Shipped;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/**
 * What a replication allocates once it is warm, and what it holds when it is over. The arrays of a run never shrink, so that
 * what it holds at its end is also the most it held. Its time means nothing: it is being watched.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
public class AllocationBenchmark {

    /** Which market. */
    @Param
    private Load load = Load.STRESS;

    /** Length of the run. */
    @Param("365")
    private int days;

    /** Events before the watch begins, and while it lasts. */
    @Param("10000000")
    private long watched;

    @SuppressWarnings("NullAway.Init") // JMH runs the set-up first
    private World world;

    /** What was seen. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Seen {

        /** Events while the watch lasted. */
        public long watchedEvents;

        /** Bytes allocated meanwhile. */
        public long allocatedBytes;

        /** Bytes held at the end. */
        public long liveBytes;
    }

    /** Reads the scenario. */
    @Setup
    public void read() {
        world = load.world(days);
    }

    /** A replication, watched. */
    @Benchmark
    public Snapshot run(Seen seen) {
        long before = Heap.liveBytes();
        WatchedQueue queue = new WatchedQueue(Queues.STRAITS.newQueue(), watched, 2 * watched);
        Snapshot snapshot = new Simulation(world, new Draw(Shipped.SEED, 0), queue).run();
        seen.watchedEvents = watched;
        seen.allocatedBytes = queue.allocatedBytes();
        seen.liveBytes = Heap.liveBytes() - before;
        return snapshot;
    }
}
