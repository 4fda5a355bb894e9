package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static straits.microworlds.ShipmentWorld.installed;
import static straits.microworlds.ShipmentWorld.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.market.inventory.PoolState;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.supply.DeliveryBook;
import straits.supply.DeliveryState;

/**
 * A month's supply of a chip shared among orders. Pool 0 belongs to big, pool 1 to small; both start empty and orders are
 * installed as soon as they leave, so what is installed on the last day of a month is what was allocated until then.
 */
final class VendorSupplyTest {

    private static final String TEN_A_MONTH =
            "monthly_supply: {2024-01-01: 10 GPUs}, rest_of_world: {2024-01-01: 10 GPUs}";

    private static Micro world(String vendor, String... orders) {
        Micro world = ShipmentWorld.world("", orders)
                .with("horizon", "365 days")
                .with(
                        "providers",
                        "{big: " + provider("gatekeeper", "johor", 0) + ", small: " + provider("local", "johor", 0)
                                + "}");
        return vendor.isEmpty() ? world : world.with("vendors", "{maker: {" + vendor + "}}");
    }

    private static String line(String line) {
        return "chips: {h100: {" + line + "}}";
    }

    /** GPUs of a pool installed after each month's allocation, January first. */
    private static List<Integer> byMonth(Micro world, int pool) {
        return IntStream.rangeClosed(1, 12)
                .map(month -> (int) Math.round(monthMean(world.run(), month, pool)))
                .boxed()
                .toList();
    }

    private static double monthMean(Snapshot run, int month, int pool) {
        int period = month - 1;
        return run.inventory().gpuHours(period, pool, PoolState.INSTALLED)
                / run.catalog().timeline().periodHours(period);
    }

    /**
     * The rest of the world takes January's ten. Then 10 of 12 + 10 = 22 are shared: 5.45 and 4.55, so 5 and 5. March: 7 against
     * 15, so 3 and 7. April: 4 against 18, so 2 and 8. May: 2 against 20, so 1 and 9. June: 1 against 21, so none: 0.45 and 9.55.
     */
    @Test
    void proRataSharesInWholeGpusAndCarriesTheRestOver() {
        Micro world = world(line(TEN_A_MONTH), "big 12 2025-01-15");

        assertThat(byMonth(world, 0)).startsWith(0, 5, 8, 10, 11, 11);
    }

    /** Ten a month to big first, then small; the rest of the world has what is left. */
    @Test
    void byPriorityTheHigherRankIsServedInFull() {
        String ranked = "allocation: priority, ranks: {big: 2, small: 1}, " + line(TEN_A_MONTH);
        Micro world = world(ranked, "big 12 2025-01-15", "small 15 2025-01-20");

        assertThat(byMonth(world, 0)).startsWith(0, 10, 12, 12);
        assertThat(byMonth(world, 1)).startsWith(0, 0, 8, 15);
    }

    @Test
    void whoStandsBehindTheRestOfTheWorldGetsWhatItLeaves() {
        String ranked = "allocation: priority, rest_of_world_rank: 1, "
                + line(
                        "monthly_supply: {2024-01-01: 13 GPUs}, rest_of_world: {2024-01-01: 10 GPUs}, rest_of_world_backlog: 5 GPUs");
        Micro world = world(ranked, "big 12 2025-01-15");

        // January: all thirteen go to the fifteen asked elsewhere. February: twelve elsewhere, one here; then three a
        // month.
        assertThat(byMonth(world, 0)).startsWith(0, 1, 4, 7, 10, 12);
    }

    /** What nobody asked for in January is there on the day the order is ready. */
    @Test
    void stockIsSoldAtOnce() {
        Micro world = world(line("monthly_supply: {2024-01-01: 10 GPUs}"), "big 12 2025-01-16");
        Snapshot run = world.run();

        double hours = 10 * (8760 - 15 * 24) + 2 * (8760 - 31 * 24);
        assertThat(Books.gpuHours(run, 0, PoolState.INSTALLED)).isEqualTo(hours);
    }

    @Test
    void aVendorWithMoreThanIsAskedIsNoVendor() {
        String[] orders = {"big 12 2025-01-15 45", "small 9 2025-02-01", "small 5 2024-11-01 90"};
        Snapshot plenty =
                world(line("monthly_supply: {2024-01-01: 1000 GPUs}"), orders).run();

        assertThat(Fingerprint.of(plenty))
                .isEqualTo(Fingerprint.of(world("", orders).run()));
    }

    /** A review takes thirty days, so that big's licence comes on 14 February and its GPUs in March; small's share is untouched. */
    @Test
    void whoHasNoLicenceHasNoShare() {
        String rules =
                "licence: {kind: hardware_licence, dates: {effective: 2025-01-10}, review: r, scope: {owner_classes: [gatekeeper]}}";
        Micro world = world(line("monthly_supply: {2024-01-01: 6 GPUs}"), "big 12 2025-01-15", "small 12 2025-01-05")
                .regime("{" + rules + "}", "{review_classes: {r: {review_time: 30 days, approve: 1}}}");

        // Small has six at once from stock and six in February; big waits for March.
        assertThat(byMonth(world, 0)).startsWith(0, 0, 6, 12);
        assertThat(installed(world.run(), 1)).isEqualTo(12);
    }

    /** A cap lets 7 of 12 leave; the five go back into stock, and small has them on 20 January. */
    @Test
    void whatTheLawStopsTheVendorSellsToOthers() {
        String cap =
                "cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 70 TPP, scope: {owner_classes: [gatekeeper]}}";
        Micro world = world(
                        line("monthly_supply: {2024-01-01: 12 GPUs, 2025-02-01: 0 GPUs}"),
                        "big 12 2025-01-15",
                        "small 9 2025-01-20")
                .regime("{" + cap + "}", "{}");
        Snapshot run = world.run();

        assertThat(installed(run, 0)).isEqualTo(7);
        assertThat(installed(run, 1)).isEqualTo(5);
    }

    @Test
    void everyPartHasItsOwnStages() {
        List<String> steps = new ArrayList<>();
        Micro world = world(line(TEN_A_MONTH), "big 12 2025-01-15").with("horizon", "80 days");
        new Simulation(world.load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(new Observer() {
            @Override
            public void delivery(long nowMicros, DeliveryBook book, int tranche) {
                DeliveryState state = book.state(tranche);
                steps.add(nowMicros / 86_400_000_000L + " " + book.name(tranche) + " " + book.part(tranche) + " "
                        + state + " " + book.gpus(tranche));
            }
        });

        assertThat(steps)
                .containsExactly(
                        "14 d0 0 ORDERED 12",
                        "31 d0 1 SHIPPED 5",
                        "31 d0 1 IN_SERVICE 5",
                        "59 d0 2 SHIPPED 3",
                        "59 d0 2 IN_SERVICE 3");
    }

    @Test
    void aVendorMovesNoDraw() {
        String slip = "{slip: {uniform: {low: 0 h, high: 48 h}}, site: johor";
        Micro without = world("", "big 12 2025-01-15").replacing("deliveries", "{site: johor", slip);
        Micro with = world(line(TEN_A_MONTH), "big 12 2025-01-15").replacing("deliveries", "{site: johor", slip);

        assertThat(DrawsMade.in(with)).isEqualTo(DrawsMade.in(without)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ranks: {big: 1}, chips: {} | go with the allocation priority",
                "allocation: priority, ranks: {nobody: 1}, chips: {} | nobody",
                "chips: {h100: {monthly_supply: {2025-02-01: 1 GPUs}}} | must be at or before the start",
                "chips: {h100: {monthly_supply: {2024-01-01: -1 GPUs}}} | must be at least 0",
                "chips: {h100: {monthly_supply: {2024-01-01: 1 GPUs}}}}, other: {chips: {h100: {monthly_supply: {2024-01-01: 1 GPUs}}} | must have one vendor"
            })
    void faultsAreNamed(String vendor, String part) {
        assertThatThrownBy(() -> world(vendor, "big 1 2025-01-15").load()).hasMessageContaining(part);
    }
}
