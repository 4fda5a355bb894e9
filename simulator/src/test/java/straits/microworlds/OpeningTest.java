package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.gpuHours;
import static straits.microworlds.Micro.tenants;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.market.inventory.PoolState;
import straits.measurement.Tally;
import straits.simulation.Snapshot;

/** Leases found in force on the first day. */
final class OpeningTest {

    private static final int REPLICATIONS = 40;

    private static Micro world(String horizon, int gpus, String tenants) {
        return Micro.world()
                .with("horizon", horizon)
                .with(
                        "providers",
                        "{cloud: "
                                + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: " + gpus + " GPUs}")
                                + "}")
                .with("tenant_classes", "{c: " + tenants + "}");
    }

    /** 1,000 GPU-leases of exactly 100 hours: what is left of them is uniform, so the time leased sums to 50 hours each. */
    @Test
    void ofConstantLeasesAUniformPartIsLeft() {
        Snapshot run = world("200 h", 1000, tenants("{rate: 0 per hour}", "1 H100e", "100 h", "opening: 1000 H100e"))
                .runUnchecked(0);

        assertThat(run.metering().signed()).isEqualTo(1000);
        // The standard error is 100 / sqrt(12 x 1000) = 0.91 hours.
        assertThat(gpuHours(run, 0, PoolState.LEASED) / 1000).isCloseTo(50, within(3.29 * 0.91));
    }

    /** Half of the leases last 10 hours, half 90: found in force, nine of ten are long; 0.1 x 5 + 0.9 x 45 hours are left. */
    @Test
    void longLeasesAreFoundInForceMoreOftenThanSigned() {
        String mixed = "{discrete: [{value: 10 h, probability: 0.5}, {value: 90 h, probability: 0.5}]}";
        Snapshot run = world("200 h", 1000, tenants("{rate: 0 per hour}", "1 H100e", mixed, "opening: 1000 H100e"))
                .runUnchecked(0);

        // Without length bias 25 hours; the variance is 0.1 x 100/3 + 0.9 x 8100/3 - 41^2.
        double error = Math.sqrt((0.1 * 100 / 3 + 0.9 * 8100 / 3 - 41 * 41) / 1000);
        assertThat(gpuHours(run, 0, PoolState.LEASED) / 1000).isCloseTo(41, within(3.29 * error));
    }

    @Test
    void anOpeningOfCountlessLeasesIsNotLaidForEver() {
        Micro world = world("200 h", 1, tenants("{rate: 0 per hour}", "1e-300 H100e", "100 h", "opening: 1 H100e"));

        assertThatThrownBy(() -> world.runUnchecked(0))
                .hasMessage(
                        "tenant class c: its opening of 1.0 H100e takes more than 5000000 leases of the sizes it draws");
    }

    @Test
    void theOpeningAmountIsMetToTheGpu() {
        Snapshot run = world(
                        "1 s",
                        100,
                        tenants(
                                "{rate: 0 per hour}",
                                "{uniform: {low: 1 H100e, high: 9 H100e}}",
                                "1 years",
                                "opening: 70 H100e"))
                .run();

        double leases = run.metering().signed();
        // Every lease but the last is rounded up by less than a GPU.
        assertThat(run.inventory().gpus(0, PoolState.LEASED)).isBetween(70, 70 + (int) leases);
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        Snapshot run = world("1 s", 50, tenants("{rate: 0 per hour}", "8 H100e", "1 years", "opening: 80 H100e"))
                .run();

        assertThat(run.inventory().gpus(0, PoolState.LEASED)).isEqualTo(48);
    }

    /** Willingness is uniform on 1 to 5 USD: nobody leases the pool at 6, and three times as many the one at 2 as at 4. */
    @Test
    void nobodyIsFoundWhereHeWouldNotPay() {
        Snapshot run = world(
                        "1 s",
                        0,
                        tenants(
                                "{rate: 0 per hour}",
                                "1 H100e",
                                "1 years",
                                "opening: 3000 H100e, willingness: {uniform: {low: 1 USD per H100e-hour, high: 5 USD per H100e-hour}}"))
                .with(
                        "chips",
                        "{a: " + Micro.chip(1, 1) + ", b: " + Micro.chip(1, 1) + ", c: " + Micro.chip(1, 1) + "}")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, offers: {a: {on_demand: 2 USD per GPU-hour}, b: {on_demand: 4 USD per GPU-hour}, c: {on_demand: 6 USD per GPU-hour}},"
                                + " fleet: [{site: johor, chip: a, installed: 100 thousand GPUs}, {site: johor, chip: b, installed: 100 thousand GPUs}, {site: johor, chip: c, installed: 100 thousand GPUs}]}}")
                .run();

        assertThat(run.inventory().gpus(2, PoolState.LEASED)).isZero();
        // 0.75 of 3,000, 3.29 standard errors and the little that the first pool empties.
        assertThat(run.inventory().gpus(0, PoolState.LEASED)).isBetween(2250 - 90, 2250 + 90);
    }

    /**
     * A stationary class: an offered load of 80 GPUs on 200, found with 80 in force, keeps its utilisation. The first week
     * and the third month are compared; lengths as signed instead of as found would leave the lognormal class some twelve GPUs
     * short in the first week.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"{exponential: {mean: 100 h}}", "100 h", "{lognormal: {median: 60.6530660 h, ln_sigma: 1}}"})
    void aStationaryClassKeepsItsUtilisation(String duration) {
        Micro world = world("66 days", 200, tenants("{rate: 0.8 per hour}", "1 H100e", duration, "opening: 80 H100e"))
                .with("start", "2025-01-25");
        Tally difference = new Tally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            Snapshot run = world.runUnchecked(replication);
            difference.add(meanLeased(run, 0) - meanLeased(run, 2));
        }
        double error = Math.sqrt(difference.summary().variance() / REPLICATIONS);
        assertThat(error).as("power: a difference of 8 GPUs is seen").isLessThan(1.5);
        assertThat(difference.summary().mean()).isCloseTo(0, within(3.29 * error));
    }

    private static double meanLeased(Snapshot run, int period) {
        return run.inventory().gpuHours(period, 0, PoolState.LEASED)
                / run.catalog().timeline().periodHours(period);
    }
}
