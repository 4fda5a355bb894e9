package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.ShipmentWorld.installed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.inventory.PoolState;
import straits.random.Randomness;
import straits.simulation.Snapshot;

/** Orders cancelled and diverted. One order of ten for johor, pool 0, ready to leave on 2 March 2025; pool 2 is big's in Dubai. */
final class OrderChangesTest {

    private static final String BATAM =
            "{johor: {country: malaysia, it_power_limit: {2024-01-01: 1 MW}}, batam: {country: malaysia, it_power_limit: {2024-01-01: 1 MW}},"
                    + " dubai: {country: emirates, it_power_limit: {2024-01-01: 1 MW}}}";

    private static Micro world(String rules, String change) {
        Micro world = ShipmentWorld.world(rules, "big 10 2025-01-01 60")
                .with("countries", "{malaysia: " + Micro.country("MY") + ", emirates: " + Micro.country("AE") + "}")
                .with("sites", BATAM);
        return ShipmentWorld.withFleets(world, 0, 0)
                .replacing("deliveries", "{site: johor", "{" + change + ", site: johor");
    }

    @ParameterizedTest
    @CsvSource({"2025-02-01, 0", "2025-03-01, 0", "2025-03-03, 10"})
    void whatHasNotLeftIsCancelled(String on, int comes) {
        Snapshot run = world("", "cancellation: {on: " + on + "}").run();

        assertThat(installed(run, 0)).isEqualTo(comes);
    }

    /** Four have left by then. */
    @Test
    void whatTheVendorStillOwesIsCancelledAndWhatHasLeftComes() {
        Snapshot run = world("", "cancellation: {on: 2025-05-15}")
                .with("vendors", "{maker: {chips: {h100: {monthly_supply: {2024-01-01: 0 GPUs, 2025-04-01: 2 GPUs}}}}}")
                .run();

        assertThat(installed(run, 0)).isEqualTo(4);
    }

    @Test
    void cancellationsComeWithTheirProbabilityByTheirOwnDraw() {
        for (int replication = 0; replication < 20; replication++) {
            double u =
                    Randomness.of(Micro.SEED, replication).keyed("order change").uniform(Randomness.key("d0"), 0, 0);
            Snapshot run = world("", "cancellation: {probability: 40 %, on: 2025-02-01}")
                    .run(replication);

            assertThat(installed(run, 0)).isEqualTo(u < 0.4 ? 0 : 10);
        }
    }

    @Test
    void whatIsCancelledWhileItWaitsForALicenceStaysCancelled() {
        String rule = "licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}";
        Snapshot run = world(rule, "cancellation: {on: 2025-01-15}").run();

        assertThat(run.desk().approved()).isEqualTo(1);
        assertThat(installed(run, 0)).isZero();
    }

    @Test
    void anOrderGoesToTheOtherSiteInstead() {
        Snapshot run = world("", "diversion: {on: 2025-02-01, to: batam}").run();

        int batam = run.catalog().poolId("big", "batam", "h100");
        assertThat(installed(run, 0)).isZero();
        assertThat(Books.gpuHours(run, batam, PoolState.INSTALLED)).isEqualTo(10.0 * 24 * (730 - 60));
    }

    /** Licensed on 31 January for Malaysia; diverted on 1 February, it asks again when it is to leave, and waits thirty days. */
    @Test
    void licencesDoNotCrossBorders() {
        String rule = "licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}";
        Snapshot run = world(rule, "diversion: {on: 2025-02-01, to: dubai}").run();

        int dubai = run.catalog().poolId("big", "dubai", "h100");
        assertThat(run.desk().filed()).isEqualTo(2);
        assertThat(Books.inServiceHour(run, dubai, 10) / 24).isCloseTo(30 + 60 + 30, within(1e-6));
    }

    /** The answer of 31 January is for a country it no longer goes to; that of 15 February counts. */
    @Test
    void whoWaitsForALicenceAppliesAnewForTheOtherCountry() {
        String rule = "licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}";
        Snapshot run = world(rule, "diversion: {on: 2025-01-16, to: dubai}").run();

        int dubai = run.catalog().poolId("big", "dubai", "h100");
        assertThat(run.desk().filed()).isEqualTo(2);
        assertThat(Books.inServiceHour(run, dubai, 10) / 24).isCloseTo(15 + 30 + 60, within(1e-6));
    }

    @Test
    void withinACountryTheLicenceHolds() {
        String rule = "licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}";
        Snapshot run = world(rule, "diversion: {on: 2025-01-16, to: batam}").run();

        int batam = run.catalog().poolId("big", "batam", "h100");
        assertThat(run.desk().filed()).isEqualTo(1);
        assertThat(Books.inServiceHour(run, batam, 10) / 24).isCloseTo(30 + 60, within(1e-6));
    }

    @Test
    void changesMoveNoOtherDraw() {
        Micro without = world("", "slip: {uniform: {low: 0 h, high: 48 h}}");
        Micro with = world(
                "",
                "slip: {uniform: {low: 0 h, high: 48 h}}, diversion: {on: 2025-01-16, to: batam, probability: 1 %}");

        assertThat(DrawsMade.in(with))
                .containsAllEntriesOf(DrawsMade.in(without))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cancellation: {on: 2025-01-01} | must be after the order and the start",
                "diversion: {on: 2025-02-01, to: johor} | must be another site",
                "diversion: {on: 2025-02-01, to: nowhere} | nowhere",
                "cancellation: {on: 2025-02-01, probability: 2} | must be"
            })
    void faultsAreNamed(String change, String part) {
        assertThatThrownBy(() -> world("", change).load()).hasMessageContaining(part);
    }
}
