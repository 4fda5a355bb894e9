package straits.benchmarks.targeted;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import straits.benchmarks.baseline.Queues;
import straits.benchmarks.world.LeaseWorld;

/**
 * One GPU-hour event: the hour is charged in the ledger, the price quoted anew and held against the bid, the next hour
 * authorised against the budget and scheduled. Its share of the starts and ends of leases is in it; the hour in which a lease
 * ends, half an event in a hundred, counts as one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MeteringBenchmark {

    private static final int HOURS = 1 << 18;

    /** Leases in force. */
    @Param({"10000", "100000", "1000000"})
    private int leases;

    /** Which queue is behind the engine. */
    @Param
    private Queues queue = Queues.STRAITS;

    @SuppressWarnings("NullAway.Init") // JMH runs the set-up first
    private LeaseWorld world;

    private long fingerprint;

    /** What the world had come to after the run-in: the same on every queue, or the report refuses the figures. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Check {

        /** See {@link LeaseWorld#fingerprint()}. */
        public long fingerprint;
    }

    /** Lays the leases and runs them in, two hours each. */
    @Setup
    public void runIn() {
        world = new LeaseWorld(leases, queue.newQueue());
        world.meter(2L * leases + HOURS);
        fingerprint = world.fingerprint();
    }

    /** Books and leases must be right at the end as well. */
    @TearDown
    public void check() {
        world.fingerprint();
        if (world.active() != leases) {
            throw new IllegalStateException(world.active() + " leases in force; expected " + leases);
        }
    }

    /** GPU-hours. */
    @Benchmark
    @OperationsPerInvocation(HOURS)
    public void meter(Check check) {
        check.fingerprint = fingerprint;
        world.meter(HOURS);
    }
}
