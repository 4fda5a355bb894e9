package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.market.inventory.PoolState;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Reading;
import straits.scenario.file.Setting;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;
import straits.supply.DeliveryBook;
import straits.supply.DeliveryState;

/** The shipped build-out in the Gulf holds together, and its page says what its mechanisms do. */
final class GulfBuildoutTest {

    private static Snapshot run(String regime, String days, Setting... changes) {
        List<Setting> all = new ArrayList<>(List.of(changes));
        all.add(new Setting("horizon", days + " days"));
        LoadedScenario loaded = ShippedFiles.scenario("gulf-buildout", all.toArray(new Setting[0]));
        World world = new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
        return new Simulation(world, new Draw("gulf", 0), new LadderQueue()).run();
    }

    private static int installed(Snapshot run, String provider, String site) {
        return run.inventory().gpus(run.catalog().poolId(provider, site, "gb300"), PoolState.INSTALLED);
    }

    private static int inState(Snapshot run, String delivery, DeliveryState state) {
        DeliveryBook book = run.deliveries();
        return IntStream.range(0, book.size())
                .filter(each -> book.name(each).equals(delivery) && book.state(each) == state)
                .map(book::gpus)
                .sum();
    }

    @Test
    void itReadsWithoutAWarning() {
        Reading<LoadedScenario> reading = ShippedFiles.reading("gulf-buildout", List.of());

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    /** Day 638 is 1 October 2026, when the first hall opens: 70 MW at 2.11 kW are 33,175 GPUs; the grid gives 1,000 x 0.473 / 1.45. */
    @Test
    void theCampusWaitsForItsFirstHallAndNoLonger() {
        Snapshot before = run("no-rules", "637");
        Snapshot after = run("no-rules", "640");

        assertThat(installed(before, "g42-ae", "ae-campus")).isZero();
        assertThat(inState(before, "g42-first", DeliveryState.AWAITING_POWER)).isPositive();
        int campus = installed(after, "g42-ae", "ae-campus") + installed(after, "us-cloud-campus", "ae-campus");
        assertThat(campus).isBetween(20_000, 33_175);
    }

    /** What the vendor owes the world holds an order back for months that leaves at once where nobody else asks. */
    @Test
    void theVendorSpreadsAnOrderOverMonths() {
        Snapshot shared = run("no-rules", "480");
        Snapshot alone = run("no-rules", "480", new Setting("vendors", "{}"));

        assertThat(inState(alone, "microsoft-gb300-a", DeliveryState.IN_SERVICE))
                .isEqualTo(1200);
        assertThat(inState(shared, "microsoft-gb300-a", DeliveryState.IN_SERVICE))
                .isBetween(100, 1100);
        assertThat(inState(shared, "microsoft-gb300-a", DeliveryState.ORDERED)).isPositive();
    }
}
