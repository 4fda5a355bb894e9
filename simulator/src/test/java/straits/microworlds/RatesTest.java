package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.tenants;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** How often requests come, by price and day of the week, and what they must leave free. The only price is 2 USD. */
final class RatesTest {

    private static final double HOURS = 50_000;

    private static Micro world(String arrivals, String rest) {
        return Micro.world()
                .with("horizon", HOURS + " h")
                .with("market", "{waiting: lost}")
                .with("tenant_classes", "{one: " + tenants(arrivals, "1 H100e", "1 min", rest) + "}");
    }

    /** (2 / reference)^-exponent; 4 x 4^0.5 is cut at 3. Within four deviations of a Poisson number. */
    @ParameterizedTest
    @CsvSource({"2, 1.5, 1", "4, 1, 2", "1, 1, 0.5", "1, 2, 0.25", "8, 1.5, 3", "8, 0, 1"})
    void followsThePriceByItsElasticity(double reference, double exponent, double factor) {
        Snapshot run = world(
                        "{rate: 1 per hour}",
                        "elasticity: {exponent: " + exponent + ", reference: " + reference + " USD per H100e-hour}")
                .runUnchecked(0);

        double expected = HOURS * factor;
        assertThat((double) requests(run, 0)).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        assertThat(run.drawnDemandH100eHours()).isCloseTo(3 * HOURS / 60, within(HOURS / 60 * 0.06));
    }

    /** The first of January 2025 is a Wednesday: days 3 and 4 are a weekend. */
    @Test
    void weekendsAreQuieterByTheirFactor() {
        Map<Integer, Integer> byDay = new TreeMap<>();
        Micro world = world("{rate: 1 per hour, weekend_over_weekday: 0.25}", "");
        RequestTimes times = new RequestTimes();
        times.of(world).forEach(hour -> byDay.merge((int) (hour / 24) % 7, 1, Integer::sum));

        double weeks = HOURS / 168;
        double weekday = 24 * weeks * 7 / 5.5;
        byDay.forEach((day, count) -> {
            double expected = day == 3 || day == 4 ? weekday / 4 : weekday;
            assertThat((double) count).as("day %s", day).isCloseTo(expected, within(4 * Math.sqrt(expected) + 24));
        });
    }

    @Test
    void anElasticityTakesNoDrawOfAnotherPurpose() {
        Micro plain = world("{rate: 1 per hour}", "").with("horizon", "100 h");
        Micro unmoved = world(
                        "{rate: 1 per hour}",
                        "elasticity: {exponent: 1, reference: 2 USD per H100e-hour, greatest_factor: 1}")
                .with("horizon", "100 h");
        Map<String, Double> with = new TreeMap<>(RecordedDraws.of(unmoved));

        assertThat(with.keySet().removeIf(key -> key.startsWith("one:elasticity")))
                .isTrue();
        assertThat(with).isEqualTo(RecordedDraws.of(plain));
    }

    /** Ten GPUs: the class that leaves 4 free fills them to 6, however many come. */
    @Test
    void aReserveIsLeftFree() {
        Snapshot run = Micro.world()
                .with("horizon", "100 h")
                .with("market", "{waiting: lost}")
                .with(
                        "tenant_classes",
                        "{one: " + tenants("{rate: 5 per hour}", "1 H100e", "1 years", "reserve_gpus: 4") + "}")
                .run();

        assertThat(run.inventory().gpus(0, PoolState.LEASED)).isEqualTo(6);
        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"fifo_strict", "backfill", "smallest_first"})
    void aReserveIsLeftFreeToThoseWhoWaitToo(String waiting) {
        Snapshot run = Micro.world()
                .with("horizon", "100 h")
                .with("market", "{waiting: " + waiting + "}")
                .with(
                        "tenant_classes",
                        "{one: "
                                + tenants("{rate: 5 per hour}", "1 H100e", "9 h", "patience: 1 years, reserve_gpus: 4")
                                + "}")
                .run();

        assertThat(run.inventory().gpus(0, PoolState.FREE)).isEqualTo(4);
        assertThat(requests(run, 0, Outcome.SERVED)).isGreaterThan(50);
    }

    /** The dear provider comes first in the list; the third is in no list. */
    @Test
    void providersAreTriedInTheListedOrderAndNoOthers() {
        String third = "{site: johor, chip: h100, installed: 2 GPUs}";
        Snapshot run = Micro.world()
                .with("horizon", "100 h")
                .with("market", "{waiting: lost}")
                .with(
                        "providers",
                        "{cheap: " + Micro.provider("h100", 1, third) + ", dear: " + Micro.provider("h100", 3, third)
                                + ", free: " + Micro.provider("h100", 0.1, third) + "}")
                .with(
                        "tenant_classes",
                        "{one: "
                                + tenants(
                                        "{rate: 5 per hour}",
                                        "1 H100e",
                                        "1 years",
                                        "choice: {rule: listed, providers: [dear, cheap]}")
                                + "}")
                .run();

        assertThat(run.inventory().gpus(0, PoolState.LEASED)).isEqualTo(2);
        assertThat(run.inventory().gpus(1, PoolState.LEASED)).isEqualTo(2);
        assertThat(run.inventory().gpus(2, PoolState.LEASED)).isZero();
        assertThat(Books.gpuHours(run, 1, PoolState.LEASED)).isGreaterThan(Books.gpuHours(run, 0, PoolState.LEASED));
    }
}
