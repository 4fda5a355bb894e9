package straits.benchmarks.whole;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
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

/** One replication, from the empty world to the closed books; reading the scenario is not in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReplicationBenchmark {

    /** Which market. */
    @Param
    private Load load = Load.STRESS;

    /** Length of the run. */
    @Param("365")
    private int days;

    @SuppressWarnings("NullAway.Init") // JMH runs the set-up first
    private World world;

    /** What was done in the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Done {

        /** Events handled. */
        public long events;

        /** GPU-hours metered. */
        public long gpuHourEvents;

        void count(Snapshot snapshot) {
            events = snapshot.events();
            gpuHourEvents = snapshot.gpuHourEvents();
        }
    }

    /** Reads the scenario. */
    @Setup
    public void read() {
        world = load.world(days);
    }

    /** A replication. */
    @Benchmark
    public void run(Done done) {
        done.count(new Simulation(world, new Draw(Shipped.SEED, 0), Queues.STRAITS.newQueue()).run());
    }
}
