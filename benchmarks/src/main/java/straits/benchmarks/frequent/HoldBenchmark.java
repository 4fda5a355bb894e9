package straits.benchmarks.frequent;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.engine.SsjQueue;
import straits.event.EventKind;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.random.Stream;
import straits.scenario.Distribution;
import straits.scenario.Quantity;
import straits.units.SimTime;

/**
 * The hold model (Vaucher and Duval, Communications of the ACM 18, 1975): the head of a queue of constant size is removed and
 * put back an exponential time ahead. The reference queue is the baseline.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HoldBenchmark {

    private static final int DELAYS = 1 << 16;

    /** Events pending. */
    @Param({"100", "10000"})
    private int pending;

    /** Which queue. */
    @Param({"ladder", "ssj"})
    private String queue = "ladder";

    private EventQueue events = new LadderQueue();
    private final long[] delayMicros = new long[DELAYS];
    private int next;

    /** Fills the queue. */
    @Setup
    public void fill() {
        Stream stream = Randomness.of("hold", 0).stream("benchmark", "delay");
        Sampler exponential = Samplers.of(new Distribution.Exponential(Quantity.of(1)));
        for (int each = 0; each < DELAYS; each++) {
            delayMicros[each] = SimTime.durationOfHours(exponential.draw(stream));
        }
        events = "ssj".equals(queue) ? new SsjQueue() : new LadderQueue();
        for (int each = 0; each < pending; each++) {
            events.insert(delayMicros[each], EventKind.LEASE_END, each, 0);
        }
    }

    /** One hold. */
    @Benchmark
    public long hold() {
        events.pollBefore(Long.MAX_VALUE);
        long now = events.timeMicros();
        next = (next + 1) & (DELAYS - 1);
        return events.insert(now + delayMicros[next], EventKind.LEASE_END, events.subject(), 0);
    }
}
