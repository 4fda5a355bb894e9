package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseEnd;
import straits.simulation.Snapshot;

/** GPUs that leave service: ten at the start, a run of a hundred days. */
final class RetirementTest {

    private static Micro world(String retirement, String fleet) {
        return Micro.world()
                .with("horizon", "100 days")
                .replacing("providers", "fleet: [{", "retirement: {" + retirement + "}, fleet: [{" + fleet);
    }

    private static double gpuDays(Snapshot run) {
        return Books.gpuHours(run, 0, PoolState.INSTALLED) / 24;
    }

    private static Micro held(Micro world, int gpus, String remaining) {
        return world.with("anchors", "{holder: " + Micro.holder(gpus, remaining, 1, 1e9) + "}");
    }

    /** In service since 31 January 2024, so a year old on 30 January 2025. */
    @ParameterizedTest
    @CsvSource({"365 days, 29", "10 days, 0", "10 years, 100", "465 days, 100"})
    void aFleetRetiresAtItsAge(String age, int days) {
        assertThat(gpuDays(
                        world("age: " + age, "in_service_since: 2024-01-31, ").run()))
                .isEqualTo(10 * days);
    }

    /** Six are leased until day 50: they run to their end and leave then. */
    @Test
    void leasedGpusLeaveWhenTheirLeaseEnds() {
        Snapshot run = held(world("age: 365 days", "in_service_since: 2024-01-31, "), 6, "50 days")
                .run();

        assertThat(gpuDays(run)).isEqualTo(4 * 29 + 6 * 50);
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
        assertThat(Books.gpuHours(run, 0, PoolState.LEASED)).isEqualTo(6 * 50 * 24);
    }

    /** Three retire on day 31; with four of ten captive, one of them is. */
    @Test
    void aPlannedRetirementTakesTheCaptiveInProportion() {
        Snapshot run = world(
                        "planned: [{site: johor, chip: h100, gpus: 3 GPUs, on: 2025-02-01}]",
                        "rentable_fraction: 0.6, ")
                .run();

        assertThat(gpuDays(run)).isEqualTo(10 * 31 + 7 * 69);
        assertThat(run.inventory().gpus(0, PoolState.CAPTIVE)).isEqualTo(3);
        assertThat(run.inventory().gpus(0, PoolState.FREE)).isEqualTo(4);
    }

    @Test
    void noMoreRetireThanThereAre() {
        Snapshot run = world("age: 50 days, planned: [{site: johor, chip: h100, gpus: 30 GPUs, on: 2025-02-01}]", "")
                .run();

        assertThat(gpuDays(run)).isEqualTo(10 * 31);
    }

    /** Who waits for GPUs that retire does not get them: six come free on day 50, of which four stay. */
    @Test
    void whatIsDueLeavesBeforeAnybodyElseCanHaveIt() {
        Arrival first = Arrival.between(24, 40 * 24, 100 * 24);
        Micro world =
                held(world("planned: [{site: johor, chip: h100, gpus: 6 GPUs, on: 2025-01-02}]", ""), 10, "50 days");
        Snapshot large = world.with(
                        "tenant_classes", "{" + first.asking("5 H100e", "1 years", "patience: 1 years") + "}")
                .run();
        assertThat(requests(large, 0, Outcome.STILL_WAITING)).isEqualTo(1);

        Snapshot small = world.with(
                        "tenant_classes", "{" + first.asking("4 H100e", "1 years", "patience: 1 years") + "}")
                .run();
        assertThat(requests(small, 0, Outcome.SERVED)).isEqualTo(1);
        assertThat(first.hour() + small.outcomes().waitHours(0).mean()).isCloseTo(50 * 24, within(1e-6));
    }

    /** Twelve kW for ten GPUs and five that come: they have the power when five retire on day 31. */
    @Test
    void whoWaitsForPowerHasThatOfTheRetired() {
        Micro world = world("planned: [{site: johor, chip: h100, gpus: 5 GPUs, on: 2025-02-01}]", "")
                .with("sites", "{johor: {country: malaysia, it_power_limit: {2024-01-01: 12 kW}}}")
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: h100, gpus: 5 GPUs, ordered: 2025-01-05, vendor_lead: 1 days}}");

        assertThat(gpuDays(world.run())).isEqualTo(1000);
        assertThat(gpuDays(held(world, 10, "40 days").run())).isEqualTo(1000);
    }

    /** Ordered on day 4 and in service on day 5, they are twenty days old on day 25; the fleet leaves on day 20. */
    @Test
    void deliveriesAgeFromTheirService() {
        Micro world = world("age: 20 days", "")
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: h100, gpus: 5 GPUs, ordered: 2025-01-05, vendor_lead: 1 days}}");

        assertThat(gpuDays(world.run())).isEqualTo(10 * 20 + 5 * 20);
    }

    /** A GPU fails every hundred hours and takes twenty hours to repair: what is down on day 50, captive or not, leaves once it is repaired. */
    @Test
    void whatIsUnderRepairLeavesWhenItIsRepaired() {
        Micro world = world("age: 50 days", "rentable_fraction: 0.5, ")
                .with("failures", "{nodes: {rate: 0.01 per node-hour, gpus: 1, repair: 20 h}}");
        boolean late = false;
        for (int replication = 0; replication < 5; replication++) {
            Snapshot run = world.run(replication);
            assertThat(run.inventory().gpus(0, PoolState.INSTALLED)).isZero();
            assertThat(gpuDays(run)).isBetween(500.0, 510.0);
            late |= gpuDays(run) > 500;
        }
        assertThat(late).isTrue();
    }

    @Test
    void retirementThatNeverComesChangesNothing() {
        Micro with = held(world("age: 9 years", ""), 6, "50 days");
        Micro without = held(Micro.world().with("horizon", "100 days"), 6, "50 days");

        assertThat(Fingerprint.of(with.run())).isEqualTo(Fingerprint.of(without.run()));
    }

    @Test
    void retirementMovesNoOtherDraw() {
        String tenants =
                "{small: " + Micro.tenants("{rate: 1 per hour}", "1 H100e", "{exponential: {mean: 2 h}}", "") + "}";
        Micro without = Micro.world().with("horizon", "100 days").with("tenant_classes", tenants);
        Micro with = world("age: 50 days", "").with("tenant_classes", tenants);

        assertThat(DrawsMade.in(with)).isEqualTo(DrawsMade.in(without)).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "planned: [] | neither age nor planned",
                "age: 0 h | must be above 0",
                "planned: [{site: johor, chip: h100, gpus: 1 GPUs, on: 2024-12-31}] | must not be before the start",
                "planned: [{site: johor, chip: h200, gpus: 1 GPUs, on: 2025-02-01}] | h200"
            })
    void faultsAreNamed(String retirement, String part) {
        assertThatThrownBy(() -> world(retirement, "").load()).hasMessageContaining(part);
    }
}
