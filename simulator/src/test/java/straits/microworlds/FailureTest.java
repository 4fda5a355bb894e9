package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.gpuHours;
import static straits.microworlds.Books.overPeriods;
import static straits.microworlds.Books.revenueMicroUsd;
import static straits.microworlds.Books.soldGpuHours;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.tenants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.market.failure.Outages;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseEnd;
import straits.random.Randomness;
import straits.simulation.Snapshot;

/** Failures of nodes and losses of sites, worked out by hand from their draws. */
final class FailureTest {

    private static final String SIZES = "{discrete: {1 H100e: 0.5, 12 H100e: 0.5}}";
    private static final String RESERVED =
            "contract: reserved, reserved: {prepaid: 30 %, need_ends: 200 h, exit_fee: 10 %}, opening: 20 H100e";
    private static final String POOL = "cloud/johor/h100";

    /** What is drawn for a failure of the pool or a loss of the site. */
    private static double uniform(String purpose, String key, long which, long what) {
        return Randomness.of(Micro.SEED, 0).keyed(purpose).uniform(Randomness.key(key), which, what);
    }

    /** When the first failure comes of so many nodes at a rate per node and hour. */
    private static double firstHour(int nodes, double rate) {
        return -StrictMath.log1p(-uniform("failure", POOL, 0, 0)) / (nodes * rate);
    }

    /** The rate at which the first failure of so many nodes comes at an hour. */
    private static String rateFor(int nodes, double hour) {
        double rate = firstHour(nodes, 1) / hour;
        return java.math.BigDecimal.valueOf(rate).toPlainString() + " per node-hour";
    }

    private static Micro failing(int nodes, double hour, String rest) {
        return Micro.world()
                .with("failures", "{nodes: {rate: " + rateFor(nodes, hour) + ", gpus: " + (10 / nodes) + rest + "}");
    }

    private static Outages outages(Snapshot run) {
        return Objects.requireNonNull(run.outages());
    }

    private static double interruptions(Snapshot run) {
        return overPeriods(run, period -> outages(run).interruptions().interruptions(period, 0));
    }

    private static double lostGpuHours(Snapshot run) {
        return overPeriods(run, period -> outages(run).interruptions().lostGpuHours(period, 0));
    }

    @Test
    void aNodeIsDownFromItsFailureToTheEndOfItsRepair() {
        Snapshot run = failing(1, 4, ", repair: 2 h}").run();

        assertThat(outages(run).measures().failures(0, 0)).isEqualTo(1);
        assertThat(gpuHours(run, 0, PoolState.DOWN)).isCloseTo(20, within(1e-6));
        assertThat(outages(run).measures().crewHours(0, 0)).isCloseTo(2, within(1e-6));
        assertThat(outages(run).measures().allUpHours(0, 0)).isCloseTo(8, within(1e-6));
        assertThat(gpuHours(run, 0, PoolState.INSTALLED)).isEqualTo(100);
    }

    /** All ten GPUs fail at hour 4.5: the lease has no spare and ends; half an hour is charged pro rata. */
    @Test
    void aLeaseThatLosesAllItsGpusEnds() {
        Snapshot run = failing(1, 4.5, ", repair: 100 h}")
                .with("anchors", "{a: " + holder(3, "9 h", 2, 1e7) + "}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.INTERRUPTED)).isEqualTo(1);
        assertThat(soldGpuHours(run, 0, true)).isCloseTo(13.5, within(1e-6));
        assertThat(revenueMicroUsd(run, 0, true)).isBetween(26_999_990L, 27_000_010L);
        assertThat(gpuHours(run, 0, PoolState.DOWN)).isCloseTo(55, within(1e-5));
    }

    /** Two nodes of five; a lease of ten has no spare: it goes on with five, and pays for five. */
    @Test
    void aLeaseWithoutASpareGoesOnWithWhatIsLeft() {
        Snapshot run = failing(2, 4.5, ", repair: 100 h}")
                .with("horizon", "5 h")
                .with("anchors", "{a: " + holder(10, "9 h", 2, 1e7) + "}")
                .run();

        assertThat(interruptions(run)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.RUNNING_AT_END)).isEqualTo(1);
        assertThat(soldGpuHours(run, 0, true)).isCloseTo(47.5, within(1e-6));
        assertThat(run.gpuHourEvents()).isEqualTo(4);
        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(47.5, within(1e-6));
    }

    /** One GPU of ten fails, and one is free whatever is hit: the lease keeps nine. */
    @Test
    void aLeaseTakesASpareWhereThereIsOne() {
        Snapshot run = failing(10, 9, ", repair: 100 h}")
                .with("anchors", "{a: " + holder(9, "20 h", 2, 1e7) + "}")
                .run();

        boolean freeHit = uniform("failure", POOL, 0, 1) < 0.1;
        assertThat(outages(run).measures().failures(0, 0)).isGreaterThanOrEqualTo(1);
        assertThat(freeHit).isFalse();
        assertThat(interruptions(run)).isGreaterThanOrEqualTo(1);
        assertThat(gpuHours(run, 0, PoolState.LEASED)).isGreaterThan(89);
    }

    @Test
    void aBudgetThatCoversTheHourCoversWhatIsLeftOfItWithFewerGpus() {
        Snapshot run = failing(2, 4.5, ", repair: 100 h}")
                .with("horizon", "8 h")
                .with("anchors", "{a: " + holder(10, "9 h", 2, 110 * 8760.0 / 8) + "}")
                .run();

        // 4.5 h x 10 GPUs x 2 USD = 90, then 10 USD an hour from hour 4.5 on: 5 USD to hour 5, 10 to hour 6, and 5 are
        // left.
        assertThat(run.billing().spentMicroUsd(0)).isBetween(104_999_990L, 105_000_010L);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isEqualTo(1);
    }

    /** Failures from hour 4 on every few minutes: a world where everything is hit in all its states. */
    private static Micro busy(String failures) {
        return busy().with("failures", failures);
    }

    private static Micro busy() {
        String pool = "site: johor, chip: h100";
        String terms = "2 USD per GPU-hour, discounts: [{term: 1 months, discount: 10 %}]";
        return Micro.world()
                .with("horizon", "60 days")
                .with(
                        "providers",
                        "{cloud: "
                                + Micro.provider(
                                                "h100",
                                                2,
                                                "{" + pool + ", installed: 100 GPUs, rentable_fraction: 0.9}")
                                        .replace("2.0 USD per GPU-hour", terms)
                                        .replace(
                                                "owner_class: local",
                                                "owner_class: local, spot: {mechanism: uniform_price},"
                                                        + " retirement: {planned: [{" + pool
                                                        + ", gpus: 30 GPUs, on: 2025-01-20}]}")
                                + "}")
                .with(
                        "tenant_classes",
                        "{"
                                + "c: "
                                + tenants("{rate: 2 per hour}", SIZES, "{exponential: {mean: 5 h}}", "patience: 3 h")
                                + ", d: " + tenants("{rate: 0.02 per hour}", "9 H100e", "730 h", RESERVED)
                                + ", s: "
                                + tenants(
                                        "{rate: 0.5 per hour}", SIZES, "7 h", "patience: 3 h, contract: spot, spot: {}")
                                + "}")
                .with(
                        "deliveries",
                        "{late: {provider: cloud, " + pool + ", gpus: 24 GPUs, ordered: 2025-01-05,"
                                + " vendor_lead: 1 days, install: 1 days}}")
                .with("anchors", "{a: " + holder(7, "3 days", 2, 1e4) + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{nodes: {rate: 0.01 per node-hour, repair: {exponential: {mean: 20 h}}}, crews: 1}",
                "{nodes: {rate: 0.02 per node-hour, gpus: 1, repair: 3 h}, response: end}",
                "{nodes: {rate: 0.01 per node-hour, gpus: 3, repair: 9 h}, crews: 2, lost_work: {c: {checkpoint_interval: 2 h,"
                        + " checkpoint_cost: 0.1 h, restart: 1 h, finish: true}, d: {restart: 1 h}}}",
                "{site_loss: {rate: 0.05 per hour, share: 0.6, duration: {exponential: {mean: 4 h}}}}",
                "{nodes: {rate: 0.01 per node-hour, repair: 0 h}, site_loss: {rate: 0.02 per hour, share: 1, duration: 2 h}}",
            })
    void theBooksBalanceAtEveryEvent(String failures) {
        Snapshot run = busy(failures).run();

        assertThat(interruptions(run)).isGreaterThan(20);
        assertThat(gpuHours(run, 0, PoolState.DOWN)).isGreaterThanOrEqualTo(0);
    }

    /** What is down does not depend on who leases what. */
    @Test
    void theClockOfFailuresDoesNotLookAtLeases() {
        String failures =
                "{nodes: {rate: 0.002 per node-hour, gpus: 4, repair: {exponential: {mean: 20 h}}}, crews: 1}";
        Snapshot busy = busy(failures).run();
        Snapshot idle = busy(failures)
                .with("tenant_classes", "{}")
                .with("anchors", "{}")
                .run();

        for (int period = 0; period < 2; period++) {
            assertThat(outages(busy).measures().failures(period, 0))
                    .isEqualTo(outages(idle).measures().failures(period, 0))
                    .isGreaterThan(10);
            assertThat(busy.inventory().gpuHours(period, 0, PoolState.DOWN))
                    .isEqualTo(idle.inventory().gpuHours(period, 0, PoolState.DOWN));
        }
    }

    /** Every draw by its stream or key and its number within it. */
    private static Map<String, Double> draws(Micro world) {
        Map<String, Double> draws = new LinkedHashMap<>();
        world.run((stream, ordinal, value) -> draws.put(stream + "#" + ordinal, value));
        return draws;
    }

    private static List<String> changed(Map<String, Double> before, Map<String, Double> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return List.copyOf(keys);
    }

    @Test
    void switchingFailuresOnChangesNoDrawOfOthers() {
        Map<String, Double> without = draws(busy());
        Map<String, Double> with = draws(busy("{nodes: {rate: 0.01 per node-hour, repair: 9 h}, crews: 1,"
                + " site_loss: {rate: 0.01 per hour, share: 0.5, duration: 9 h}}"));

        List<String> own = new ArrayList<>(with.keySet());
        own.removeIf(key -> !key.startsWith("failure:") && !key.startsWith("site-loss:"));
        assertThat(own).hasSizeGreaterThan(300);
        with.keySet().removeAll(own);
        // A reserved lease draws its use and its renewal by request, and only in worlds in which it is signed.
        assertThat(changed(without, with)).allMatch(key -> key.startsWith("renewal:") || key.startsWith("reserved "));
        with.keySet().retainAll(without.keySet());
        without.keySet().retainAll(with.keySet());
        assertThat(changed(without, with)).isEmpty();
        assertThat(with).hasSizeGreaterThan(5_000);
    }

    @Test
    void addingAnotherPoolChangesNoFailureOfThisOne() {
        String failures = "{nodes: {rate: 0.01 per node-hour, repair: 9 h}}";
        Map<String, Double> alone = draws(busy(failures));
        Map<String, Double> beside = draws(busy(failures)
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 1000 MW}},"
                                + " kulai: {country: malaysia, it_power_limit: {2024-01-01: 1000 MW}}}")
                .replacing(
                        "providers",
                        "{cloud:",
                        "{first: " + Micro.provider("h100", 3, "{site: kulai, chip: h100, installed: 50 GPUs}")
                                + ", cloud:"));

        alone.keySet().removeIf(key -> !key.startsWith("failure:"));
        assertThat(alone).hasSizeGreaterThan(100);
        beside.keySet().retainAll(alone.keySet());
        assertThat(changed(alone, beside)).isEmpty();
    }

    /** Site losses at hour 4 and later of 60 % of what is up, each for 3 hours: of ten GPUs six, then of four two. */
    @Test
    void aLossTakesItsShareOfASiteForItsTime() {
        double first = -StrictMath.log1p(-uniform("site-loss", "johor", 0, 0));
        double second = -StrictMath.log1p(-uniform("site-loss", "johor", 1, 0));
        String rate = java.math.BigDecimal.valueOf(first / 4).toPlainString() + " per hour";
        Snapshot run = Micro.world()
                .with("horizon", "7.5 h")
                .with("failures", "{site_loss: {rate: " + rate + ", share: 60 %, duration: 3 h}}")
                .run();

        double secondHour = 4 + 4 * second / first;
        assertThat(secondHour).isBetween(4.0, 7.0);
        assertThat(outages(run).measures().failures(0, 0)).isEqualTo(2);
        assertThat(outages(run).measures().failedGpus(0, 0)).isEqualTo(6 + 2);
        assertThat(gpuHours(run, 0, PoolState.DOWN)).isCloseTo(18 + 2 * (7.5 - secondHour), within(1e-5));
        assertThat(outages(run).measures().crewHours(0, 0)).isZero();
    }

    /** Failure at hour 4.5 of a lease of ten that began at 0: half of 6 h of work and a restart of 1 h are lost on each of ten GPUs. */
    @Test
    void onAverageHalfAnIntervalAndTheRestartAreLost() {
        Snapshot run = failing(2, 4.5, ", repair: 100 h}, lost_work: {a: {checkpoint_interval: 6 h, restart: 1 h}}")
                .with("horizon", "5 h")
                .with("anchors", "{a: " + holder(10, "9 h", 2, 1e7) + "}")
                .run();

        assertThat(lostGpuHours(run)).isCloseTo(40, within(1e-6));
    }

    @Test
    void withoutCheckpointsAllIsLostSinceTheLeaseBegan() {
        Snapshot run = failing(2, 4.5, ", repair: 100 h}, lost_work: {a: {restart: 1 h}}")
                .with("horizon", "5 h")
                .with("anchors", "{a: " + holder(10, "9 h", 2, 1e7) + "}")
                .run();

        assertThat(lostGpuHours(run)).isCloseTo(55, within(1e-5));
    }

    /** Half of the price of the 40 GPU-hours lost, 2 USD each, is owed to the tenant beside what it pays for its hours. */
    @Test
    void theProviderCreditsItsShareOfThePriceOfLostWork() {
        Snapshot run = failing(
                        2,
                        4.5,
                        ", repair: 100 h}, credit: 50 %, lost_work: {a: {checkpoint_interval: 6 h, restart: 1 h}}")
                .with("horizon", "5 h")
                .with("anchors", "{a: " + holder(10, "9 h", 2, 1e7) + "}")
                .run();

        assertThat(outages(run).interruptions().creditUsd(0, 0)).isCloseTo(40, within(1e-5));
        assertThat(run.billing().spentMicroUsd(0)).isBetween(54_999_990L, 55_000_010L);
        assertThat(revenueMicroUsd(run, 0, true)).isBetween(94_999_990L, 95_000_010L);
    }

    /** 110 USD for 12 h as above, but half of the 80 USD of lost work is credited: they pay for four hours more. */
    @Test
    void aCreditMayBeSpent() {
        Snapshot run = failing(
                        2,
                        4.5,
                        ", repair: 100 h}, credit: 50 %, lost_work: {a: {checkpoint_interval: 6 h, restart: 1 h}}")
                .with("horizon", "12 h")
                .with("anchors", "{a: " + holder(10, "20 h", 2, 110 * 8760.0 / 12) + "}")
                .run();

        // 90 USD to hour 4.5 and 5 USD to hour 5: 15 and 40 are left, for five hours at 10 USD.
        assertThat(outages(run).measures().failures(0, 0)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isEqualTo(1);
        assertThat(revenueMicroUsd(run, 0, true)).isBetween(144_999_990L, 145_000_010L);
        assertThat(run.billing().spentMicroUsd(0)).isBetween(104_999_990L, 105_000_010L);
    }

    /**
     * A lease on demand of 6 h of work, begun between hours 4 and 4.7, when a node of five GPUs fails at hour 9; a restart takes an hour.
     * Ten GPUs become five, and what is left takes twice as long; five go on with the five that were free. Work is saved every 2 h at a
     * cost of 6 min, or never.
     */
    @ParameterizedTest
    @CsvSource({
        "10, '', 0, 22",
        "5, '', 0, 16",
        "10, 'checkpoint_interval: 2 h, checkpoint_cost: 0.1 h,', 4.2, 14.2",
        "5, 'checkpoint_interval: 2 h, checkpoint_cost: 0.1 h,', 4.2, 12.1",
    })
    void aLeaseGoesOnUntilItsWorkIsDone(int gpus, String saved, double savedHours, double ends) {
        Arrival who = Arrival.between(4, 4.7, 30);
        String lost = "lost_work: {" + who.slug() + ": {" + saved + " restart: 1 h, finish: true}}";
        Snapshot run = failing(2, 9, ", repair: 100 h}, " + lost)
                .with("horizon", "30 h")
                .with("tenant_classes", "{" + who.asking(gpus + " H100e", "6 h", "") + "}")
                .run();

        double sold = gpus * (9 - who.hour()) + 5 * (ends - 9);
        assertThat(outages(run).measures().failures(0, 0)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
        assertThat(soldGpuHours(run, 0, false)).isCloseTo(sold, within(1e-5));
        assertThat(revenueMicroUsd(run, 0, false)).isCloseTo(Math.round(sold * 2e6), within(20L));
        assertThat(lostGpuHours(run)).isCloseTo(gpus * (9 - who.hour() - savedHours + 1), within(1e-5));
    }

    /** A lease found in force whose first hour is no whole one: no more is set aside for it than that, and no more comes back. */
    @Test
    void aFailureWithinTheFirstHourOfALeaseFoundInForce() {
        Snapshot run = failing(1, 0.01, ", repair: 100 h}")
                .with(
                        "tenant_classes",
                        "{c: " + tenants("{rate: 0 per hour}", "10 H100e", "20 h", "opening: 10 H100e") + "}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.INTERRUPTED)).isEqualTo(1);
        assertThat(revenueMicroUsd(run, 0, false)).isBetween(199_990L, 200_010L);
    }

    /**
     * Five GPUs on demand from 0.05 h to 0.55 h. A failure at 0.1 h costs nothing but time, since five are free; the next, of the only
     * node left, ends the lease before 0.55 h. Set aside was money for half an hour, and no more comes back.
     */
    @Test
    void aLeaseThatIsPutOffHasNotPaidForMoreOfItsHour() {
        Snapshot run = failing(2, 0.1, ", repair: 100 h}, lost_work: {c: {restart: 1 h, finish: true}}")
                .with("horizon", "1 h")
                .with(
                        "tenant_classes",
                        "{c: {home: MY, population: {tenants: 1, think: 0.05 h}, size: 5 H100e, duration: 0.5 h,"
                                + " willingness: 9 USD per H100e-hour}}")
                .run();

        double first = -StrictMath.log1p(-uniform("failure", POOL, 0, 0));
        double second = -StrictMath.log1p(-uniform("failure", POOL, 1, 0));
        double hour = 0.1 * (1 + 2 * second / first);
        assertThat(hour).isBetween(0.1, 0.55);
        assertThat(interruptions(run)).isEqualTo(2);
        assertThat(run.leasesEnded(LeaseEnd.INTERRUPTED)).isEqualTo(1);
        assertThat(soldGpuHours(run, 0, false)).isCloseTo(5 * (hour - 0.05), within(1e-6));
    }
}
