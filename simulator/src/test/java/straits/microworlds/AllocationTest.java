package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.engine.LadderQueue;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/**
 * Once a market is warm, its events allocate nothing. Two runs differ in their length only; what the longer one allocates more is
 * what its further events did.
 */
final class AllocationTest {

    private static final String CLASSES = "{tenants: "
            + Micro.tenants(
                    "{rate: 100 per hour}",
                    "{lognormal: {median: 2 H100e, ln_sigma: 1}}",
                    "{exponential: {mean: 20 h}}",
                    "patience: 10 h, price_basis: floating")
            + "}";

    /** Allocated by a run, and events of it. */
    private record Use(long bytes, long events) {}

    /** The second has some 400 failures an hour, as many repairs, and leases that lose GPUs and work to most of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{nodes: {rate: 0.05 per node-hour, gpus: 1, repair: {exponential: {mean: 4 h}}}, crews: 2000, credit: 1,"
                        + " lost_work: {tenants: {checkpoint_interval: 1 h, restart: 0.1 h, finish: true}}}"
            })
    void eventsOfAWarmMarketAllocateNothing(String failures) {
        World shorter = world("40 days", failures);
        World longer = world("80 days", failures);
        use(shorter);
        Use before = use(shorter);
        Use after = use(longer);

        long events = after.events() - before.events();
        assertThat(events).isGreaterThan(1_000_000);
        assertThat((double) (after.bytes() - before.bytes()) / events).isLessThan(0.01);
    }

    private static World world(String horizon, String failures) {
        return Micro.world()
                .with("horizon", horizon)
                .with("market", "{waiting: backfill}")
                .with(
                        "providers",
                        "{cloud: " + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 8000 GPUs}") + "}")
                .with("tenant_classes", CLASSES)
                .with("failures", failures)
                .load();
    }

    private static Use use(World world) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        Snapshot snapshot = new Simulation(world, new Draw(Micro.SEED, 0), new LadderQueue()).run();
        return new Use(threads.getThreadAllocatedBytes(thread) - before, snapshot.events());
    }
}
