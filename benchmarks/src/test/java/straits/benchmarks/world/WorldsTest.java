package straits.benchmarks.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.benchmarks.baseline.Queues;
import straits.catalog.Catalog;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

class WorldsTest {

    private static final int LEASES = 500;

    @ParameterizedTest
    @EnumSource(Queues.class)
    void leasesMeterTheSameOnEveryQueue(Queues queue) {
        LeaseWorld right = new LeaseWorld(LEASES, Queues.SSJ_REFERENCE.newQueue());
        LeaseWorld world = new LeaseWorld(LEASES, queue.newQueue());

        right.meter(300L * LEASES);
        world.meter(100L * LEASES);
        world.meter(200L * LEASES);

        assertThat(world.fingerprint()).isEqualTo(right.fingerprint());
        assertThat(world.active()).isEqualTo(LEASES);
    }

    @Test
    void oneMoreHourChangesTheFingerprint() {
        LeaseWorld world = new LeaseWorld(LEASES, Queues.STRAITS.newQueue());
        world.meter(LEASES);
        long before = world.fingerprint();

        world.meter(1);

        assertThat(world.fingerprint()).isNotEqualTo(before);
    }

    @Test
    void fleetsGrowInTheSamePools() {
        Catalog once = Growth.stress(48).catalog();
        Catalog grown = Growth.FLEETS.stress(64, 48).catalog();

        assertThat(grown.pools().size()).isEqualTo(once.pools().size()).isEqualTo(4);
        assertThat(gpus(grown)).isEqualTo(64 * gpus(once)).isEqualTo(64 * 300_000);
        assertThat(Objects.requireNonNull(grown.tenantClass(0).arrivals())
                        .rate()
                        .value())
                .isEqualTo(64
                        * Objects.requireNonNull(once.tenantClass(0).arrivals())
                                .rate()
                                .value());
    }

    @Test
    void poolsGrowInNumber() {
        Catalog grown = Growth.POOLS.stress(16, 48).catalog();

        assertThat(grown.pools().size()).isEqualTo(64);
        assertThat(gpus(grown)).isEqualTo(16 * 300_000);
    }

    private static double gpus(Catalog catalog) {
        return catalog.scenario().providers().values().stream()
                .flatMap(provider -> provider.fleet().stream())
                .mapToDouble(fleet -> fleet.installed().value())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aGrownMarketIsAsBusy(int factor) {
        World world = Growth.FLEETS.stress(factor, 48);

        Snapshot snapshot = new Simulation(world, new Draw("1", 0), Queues.STRAITS.newQueue()).run();

        assertThat(snapshot.gpuHourEvents() / (48.0 * factor)).isBetween(5_500.0, 6_700.0);
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    void theShippedScenariosRun(Load load) {
        Snapshot snapshot = new Simulation(load.world(3), new Draw("1", 0), Queues.STRAITS.newQueue()).run();

        assertThat(snapshot.gpuHourEvents()).isPositive().isLessThan(snapshot.events());
    }
}
