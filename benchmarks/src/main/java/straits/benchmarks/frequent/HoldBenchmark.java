package straits.benchmarks.frequent;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import straits.benchmarks.baseline.Contestants;
import straits.benchmarks.baseline.HoldModel;
import straits.benchmarks.baseline.Increments;

/** One hold: the next event is taken, dispatched and scheduled anew. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HoldBenchmark {

    private static final int HOLDS = 1 << 16;

    /** Which engine. */
    @Param
    private Contestants contestant = Contestants.STRAITS;

    /** Events pending. */
    @Param({"100", "1000", "10000", "100000", "1000000"})
    private int pending;

    /** How far ahead events are scheduled. */
    @Param
    private Increments increments = Increments.EXPONENTIAL;

    /** Share of holds, in percent, that also cancel some other event and schedule it anew. */
    @Param({"0", "20"})
    private int cancelledPercent;

    @SuppressWarnings(
            "NullAway.Init") // JMH runs the set-up first; a model made here would make its engine known to the JVM
    private HoldModel model;

    /**
     * Fills the list and runs it in, each event once or more, against the clock and the order it must give. What that leaves
     * behind is nobody's garbage and goes before the clock starts.
     */
    @Setup
    public void runIn() {
        model = contestant.model(pending, increments, cancelledPercent / 100.0);
        model.holdChecked((long) pending + HOLDS);
        System.gc();
    }

    /** Holds. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long hold() {
        return model.hold(HOLDS);
    }
}
