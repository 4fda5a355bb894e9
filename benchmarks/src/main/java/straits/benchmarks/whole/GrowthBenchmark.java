package straits.benchmarks.whole;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import straits.benchmarks.baseline.Queues;
import straits.benchmarks.world.Growth;
import straits.benchmarks.world.Shipped;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.World;

/**
 * {@code stress} in a market that has grown. The run is shorter by the same factor, so that the number of events stays about
 * the same: what grows with the market is then the time per event. Laying the leases of the first day is in it, and weighs more the
 * shorter the run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class GrowthBenchmark {

    private static final int HOURS_PER_DAY = 24;

    /** How it has grown. */
    @Param
    private Growth growth = Growth.FLEETS;

    /** How much. */
    @Param({"1", "4", "16", "64"})
    private int factor;

    /** Length of the run of the market that has not grown. */
    @Param("365")
    private int days;

    @SuppressWarnings("NullAway.Init") // JMH runs the set-up first
    private World world;

    /** Reads the scenario. */
    @Setup
    public void read() {
        world = growth.stress(factor, (double) days * HOURS_PER_DAY / factor);
    }

    /** A replication. */
    @Benchmark
    public void run(ReplicationBenchmark.Done done) {
        done.count(new Simulation(world, new Draw(Shipped.SEED, 0), Queues.STRAITS.newQueue()).run());
    }
}
