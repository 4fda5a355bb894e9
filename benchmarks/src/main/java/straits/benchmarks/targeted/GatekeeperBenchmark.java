package straits.benchmarks.targeted;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import straits.benchmarks.baseline.Queues;
import straits.benchmarks.world.Shipped;
import straits.catalog.Catalog;
import straits.engine.Engine;
import straits.random.Randomness;
import straits.random.Stream;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Quotas;
import straits.simulation.World;
import straits.units.SimTime;

/**
 * One question at the door: whether a tenant class of {@code seven-billion} may lease in a pool without a licence, once the
 * regime {@code remote-access} asks some for one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GatekeeperBenchmark {

    private static final int QUESTIONS = 1 << 12;
    private static final int MOST_GPUS = 4_096;

    /** By then the rules are in force. */
    private static final long FEBRUARY_MICROS = 31 * SimTime.MICROS_PER_DAY;

    private final int[] tenant = new int[QUESTIONS];
    private final int[] pool = new int[QUESTIONS];
    private final int[] gpus = new int[QUESTIONS];

    @SuppressWarnings("NullAway.Init") // JMH runs the set-up first
    private Gatekeeper gatekeeper;

    /** Draws the questions. */
    @Setup
    public void draw() {
        World world = Shipped.world("seven-billion", "remote-access", List.of());
        Catalog catalog = world.catalog();
        Randomness randomness = Randomness.of(Shipped.SEED, 0);
        Engine engine = new Engine(Queues.STRAITS.newQueue());
        LicenceDesk desk = new LicenceDesk(world.regime().desk(), catalog.timeline(), engine, randomness, new Quotas());
        gatekeeper = new Gatekeeper(catalog, world.regime(), desk, engine);
        gatekeeper.start(randomness);
        engine.run(FEBRUARY_MICROS, (kind, rule, stage) -> gatekeeper.onRuleChange());
        Stream stream = randomness.stream("gatekeeper", "question");
        for (int each = 0; each < QUESTIONS; each++) {
            tenant[each] = (int) (stream.next() * catalog.classCount());
            pool[each] = (int) (stream.next() * catalog.pools().size());
            gpus[each] = 1 + (int) (stream.next() * MOST_GPUS);
        }
        if (review() == 0 || review() == QUESTIONS) {
            throw new IllegalStateException("every answer is the same: nothing is being asked");
        }
    }

    /** Reviews; returns how many were lawful. */
    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public int review() {
        int lawful = 0;
        for (int each = 0; each < QUESTIONS; each++) {
            if (gatekeeper.obstacle(tenant[each], pool[each], gpus[each], SimTime.MICROS_PER_DAY, 0, 0)
                    == Gatekeeper.NO_RULE) {
                lawful++;
            }
        }
        return lawful;
    }
}
