package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.revenueMicroUsd;
import static straits.microworlds.Books.soldGpuHours;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.tenants;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseEnd;
import straits.simulation.Snapshot;

/** Leases by the hour: what they deliver, what they cost, when they end. */
final class MeteringTest {

    /** Hours, events of full hours before the end, charge of 3 GPUs at 1.234567 USD, end. */
    @ParameterizedTest
    @CsvSource({
        "3 h, 2, 11111103, COMPLETED",
        "2.5 h, 2, 9259253, COMPLETED",
        "45 min, 0, 2777776, COMPLETED",
        "1 s, 0, 1029, COMPLETED",
        "9.75 h, 9, 36111085, COMPLETED",
        "10 h, 9, 37037010, RUNNING_AT_END",
        "10.5 h, 9, 37037010, RUNNING_AT_END",
    })
    void chargesWholeHoursAndTheLastOneProRata(String remaining, long events, long microUsd, LeaseEnd end) {
        Snapshot run = Micro.world()
                .with("anchors", "{a: " + holder(3, remaining, 1.234567, 1e7) + "}")
                .run();

        assertThat(run.gpuHourEvents()).isEqualTo(events);
        assertThat(revenueMicroUsd(run, 0, true)).isEqualTo(microUsd);
        assertThat(run.billing().spentMicroUsd(0)).isEqualTo(microUsd);
        assertThat(run.billing().ledger().debitsMicroUsd(0)).isEqualTo(microUsd);
        assertThat(run.billing().ledger().creditsMicroUsd(0)).isEqualTo(microUsd);
        assertThat(run.leasesEnded(end)).isEqualTo(1);
        assertThat(run.metering().signed()).isEqualTo(1);
        assertThat(soldGpuHours(run, 0, true)).isEqualTo(Books.heldGpuHours(run, 0, 0));
    }

    @Test
    void postsTheOpenHourProRataWhenTheRunEnds() {
        Snapshot run = Micro.world()
                .with("horizon", "9.5 h")
                .with("anchors", "{a: " + holder(3, "1 years", 2, 1e7) + "}")
                .run();

        assertThat(run.gpuHourEvents()).isEqualTo(9);
        assertThat(revenueMicroUsd(run, 0, true)).isEqualTo(57_000_000);
        assertThat(soldGpuHours(run, 0, true)).isEqualTo(28.5);
        assertThat(run.procurements().get(0).committedAfterHorizonUsd()).isEqualTo(3 * 2 * (8760 - 9.5));
    }

    @Test
    void countsAnEventForEachLeaseAndHourNeverForSeveral() {
        Snapshot run = Micro.world()
                .with(
                        "anchors",
                        "{a: " + holder(3, "5 h", 2, 1e7) + ", b: " + holder(2, "5 h", 2, 1e7) + ", c: "
                                + holder(5, "2.5 h", 2, 1e7) + "}")
                .run();

        assertThat(run.gpuHourEvents()).isEqualTo(4 + 4 + 2);
        assertThat(soldGpuHours(run, 0, true)).isEqualTo(15 + 10 + 12.5);
    }

    /** Utilisation 1, target 0.5, sensitivity 1: the price grows by e^0.5 at hours 2, 4, 6 and 8. */
    private static Micro rising(String rest) {
        return Micro.world()
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {policy: utilisation, review: 2 h, target: 0.5, sensitivity: 1},"
                                + " offers: {h100: {on_demand: 2 USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: 1 GPUs}]}}")
                .with(
                        "tenant_classes",
                        "{c: " + tenants("{rate: 0 per hour}", "1 H100e", "20 h", "opening: 1 H100e, " + rest) + "}");
    }

    /** The first boundary of the opening lease: it draws where it lies, what is left of it, its phase and its willingness. */
    private static double firstBoundaryHours(Micro world) {
        double[] phase = new double[1];
        world.run((stream, ordinal, value) -> {
            if (stream.equals("c:opening") && ordinal == 2) {
                phase[0] = value;
            }
        });
        return phase[0];
    }

    @Test
    void floatingLeasesPayTheNewPriceFromTheirNextHourOn() {
        Micro world = rising("willingness: 900 USD per H100e-hour").with("horizon", "6 h");
        double phase = firstBoundaryHours(world);
        // Boundaries at phase, phase + 1, ...: old price until phase + 2, next until phase + 4, third until 6.
        long second = Math.round(2e6 * StrictMath.exp(0.5));
        long third = Math.round(2e6 * StrictMath.exp(0.5) * StrictMath.exp(0.5));
        double expected = 2e6 * (phase + 2) + second * 2 + third * (6 - 4 - phase);

        assertThat(revenueMicroUsd(world.run(), 0, false)).isCloseTo(Math.round(expected), within(1L));
    }

    @Test
    void lockedLeasesPayThePriceAtSigning() {
        Snapshot run = rising("willingness: 900 USD per H100e-hour, price_basis: locked")
                .with("horizon", "6 h")
                .run();

        assertThat(revenueMicroUsd(run, 0, false)).isEqualTo(12_000_000);
    }

    @Test
    void committedLeasesPayThePriceAtSigningAndAreSoldApart() {
        Snapshot run = rising("willingness: 900 USD per H100e-hour, contract: reserved")
                .with("horizon", "6 h")
                .run();

        assertThat(revenueMicroUsd(run, 0, true)).isEqualTo(12_000_000);
        assertThat(revenueMicroUsd(run, 0, false)).isZero();
    }

    /** 2 e^0.5 = 3.297443 is the price from hour 2 on. */
    @ParameterizedTest
    @CsvSource({"3.297443, 0", "3.297442, 1"})
    void aLeaseLeavesAtTheBoundaryWhereThePricePassesItsWillingness(double willingnessUsd, long pricedOut) {
        Micro world =
                rising("willingness: " + willingnessUsd + " USD per H100e-hour").with("horizon", "4 h");
        double phase = firstBoundaryHours(world);

        Snapshot run = world.run();

        assertThat(run.leasesEnded(LeaseEnd.PRICED_OUT)).isEqualTo(pricedOut);
        double heldHours = pricedOut == 1 ? phase + 2 : 4;
        assertThat(Books.gpuHours(run, 0, PoolState.LEASED)).isCloseTo(heldHours, within(1e-9));
    }

    @Test
    void leasesOfRequestsStartAtTheirArrival() {
        List<Double> at = Micro.arrivals("c", 0.5, 10, 0);
        Snapshot run = Micro.world()
                .with("tenant_classes", "{c: " + tenants("{rate: 0.5 per hour}", "1 H100e", "1 years", "") + "}")
                .run();

        double hours = at.stream().mapToDouble(each -> 10 - each).sum();
        assertThat(at).hasSizeBetween(3, 10);
        assertThat(soldGpuHours(run, 0, false)).isCloseTo(hours, within(1e-7));
        assertThat(revenueMicroUsd(run, 0, false)).isCloseTo(Math.round(hours * 2e6), within(20L));
        assertThat(run.gpuHourEvents())
                .isEqualTo(at.stream().mapToLong(each -> (long) (10 - each)).sum());
    }

    /** Of this law every fourth draw exceeds the years a long can hold. */
    @Test
    void drawsWithoutMeasureCountAsForEver() {
        String forEver = "{pareto: {shape: 0.04, scale: 1 s}}";
        Snapshot run = Micro.world()
                .with(
                        "tenant_classes",
                        "{c: " + tenants("{rate: 3 per hour}", "1 H100e", forEver, "patience: " + forEver) + "}")
                .run();

        assertThat(Books.requests(run, 0)).isGreaterThan(20);
        assertThat(run.leasesEnded(LeaseEnd.RUNNING_AT_END)).isEqualTo(10);
    }

    /** From the last day of January to six hours into February, one GPU at 2 USD each: as many leases as there is room for at first, and more. */
    @ParameterizedTest
    @ValueSource(ints = {64, 65, 200})
    void leasesAreChargedToTheEndHoweverManyThereAre(int leases) {
        Snapshot run = Micro.world()
                .with("start", "2025-01-31")
                .with("horizon", "30 h")
                .replacing("providers", "10 GPUs", "200 GPUs")
                .with(
                        "tenant_classes",
                        "{c: " + tenants("{rate: 0 per hour}", "1 H100e", "50 years", "opening: " + leases + " H100e")
                                + "}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.RUNNING_AT_END)).isEqualTo(leases);
        assertThat(run.billing().spendUsd(0, 0)).isCloseTo(leases * 2 * 24, within(1e-3));
        assertThat(run.billing().spendUsd(1, 0)).isCloseTo(leases * 2 * 6, within(1e-3));
    }

    /** Some 600 requests in 30 h, each prepaid for a month of 730 h, and 15 % of what is used goes to the state. */
    @Test
    void contractsAndSharesAreKeptHoweverManyLeasesThereAre() {
        List<Double> at = Micro.arrivals("c", 20, 30, 0);
        Snapshot run = Micro.world()
                .with("horizon", "30 h")
                .replacing("providers", "10 GPUs", "1000 GPUs")
                .with(
                        "tenant_classes",
                        "{c: "
                                + tenants(
                                        "{rate: 20 per hour}",
                                        "1 H100e",
                                        "730 h",
                                        "contract: reserved, reserved: {prepaid: 1}")
                                + "}")
                .regime("{r: {kind: revenue_share, dates: {effective: 2024-01-01}, share: 15 %}}", "{}")
                .run();

        double usd = 2 * at.stream().mapToDouble(each -> 30 - each).sum();
        assertThat(at).hasSizeGreaterThan(500);
        assertThat(revenueMicroUsd(run, 0, true)).isCloseTo(Math.round(usd * 1e6), within(1000L));
        assertThat(run.billing().revenueShareUsd(0, 0)).isCloseTo(0.15 * usd, within(0.01));
        assertThat(run.billing().accounts().paidMicroUsd(0, 0)).isEqualTo(at.size() * 1_460_000_000L);
    }
}
