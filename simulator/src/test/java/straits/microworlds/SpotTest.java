package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.gpuHours;
import static straits.microworlds.Books.overPeriods;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.tenants;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import straits.engine.LadderQueue;
import straits.engine.SsjQueue;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseEnd;
import straits.market.spot.SpotMeasures.Flow;
import straits.scenario.SpotSale.Mechanism;
import straits.simulation.Draw;
import straits.simulation.Snapshot;

/** Spot leases by the hour: ten GPUs, a marginal cost of 0.1 USD, and times that the tests know from the streams of arrivals. */
final class SpotTest {

    private static final double HOURS = 10;
    private static final double RATE = 0.15;

    /** The first replication in which each class asks once, in the order given, the last before the end by some hours. */
    private static long replication(String... classes) {
        for (long replication = 0; ; replication++) {
            double last = 0;
            boolean fits = true;
            for (String name : classes) {
                List<Double> arrivals = Micro.arrivals(name, RATE, HOURS, replication);
                fits &= arrivals.size() == 1 && arrivals.get(0) > last + 1.2;
                last = arrivals.isEmpty() ? last : arrivals.get(0);
            }
            if (fits && last < 6) {
                return replication;
            }
        }
    }

    private static double at(String name, long replication) {
        return Micro.arrivals(name, RATE, HOURS, replication).get(0);
    }

    private static Micro world(String sale, String classes) {
        return Micro.world()
                .replacing("providers", "owner_class: local", "owner_class: local, spot: {" + sale + "}")
                .with("tenant_classes", "{" + classes + "}");
    }

    private static String onDemand(int gpus) {
        return "walk-in: " + tenants("{rate: " + RATE + " per hour}", gpus + " H100e", "1000 h", "");
    }

    private static String spot(String name, int gpus, double bid, String more) {
        return name + ": "
                + tenants(
                        "{rate: " + RATE + " per hour}",
                        gpus + " H100e",
                        "100 h",
                        "patience: 1000 h, contract: spot, spot: {" + more + "}, willingness: " + bid
                                + " USD per H100e-hour");
    }

    private static double count(Snapshot run, int tenant, Flow flow) {
        return overPeriods(run, period -> run.spot().count(period, tenant, 0, flow));
    }

    private static double lost(Snapshot run, int tenant) {
        return overPeriods(run, period -> run.spot().lostGpuHours(period, tenant, 0));
    }

    private static double gpuHoursOf(Snapshot run, int tenant) {
        return overPeriods(run, period -> run.billing().chargedGpuHours(period, tenant, 0));
    }

    private static double spendUsd(Snapshot run, int tenant) {
        return overPeriods(run, period -> run.billing().spendUsd(period, tenant));
    }

    @Test
    void onDemandTakesBackWhatSpotHasAndWhatCameAfterTheLastCheckpointIsLost() {
        long replication = replication("spot", "walk-in");
        Snapshot run = world("mechanism: uniform_price", onDemand(4) + ", " + spot("spot", 8, 5, "checkpoint: 1 h"))
                .run(replication);
        double ran = at("walk-in", replication) - at("spot", replication);

        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(1);
        assertThat(gpuHoursOf(run, 0)).isCloseTo(4 * (HOURS - at("walk-in", replication)), within(1e-6));
        assertThat(gpuHoursOf(run, 1)).isCloseTo(8 * ran, within(1e-6));
        assertThat(spendUsd(run, 1)).isCloseTo(8 * ran * 0.1, within(1e-5));
        assertThat(lost(run, 1)).isCloseTo(8 * (ran - Math.floor(ran)), within(1e-6));
        assertThat(count(run, 1, Flow.RECLAIMED_FOR_DEMAND)).isEqualTo(1);
        assertThat(count(run, 1, Flow.STARTED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.RECLAIMED)).isEqualTo(1);
        assertThat(requests(run, 1)).isEqualTo(1);
    }

    /** Whose bid is his price pays the most that any price may be, though his willingness has no bound. */
    @Test
    void noBidIsBeyondTheMostThatAPriceMayBe() {
        long replication = replication("spot");
        Snapshot run = world("mechanism: pay_as_bid", spot("spot", 8, 5000, "checkpoint: 1 h"))
                .run(replication);

        assertThat(spendUsd(run, 0)).isCloseTo(8 * (HOURS - at("spot", replication)) * 2000, within(1e-3));
    }

    /** Half an hour of notice: the walk-in waits for it with what is free held, and the state is saved if that takes no longer. */
    @ParameterizedTest
    @CsvSource({"30 min, true", "31 min, false"})
    void whoNeedsTheGpusWaitsForTheNoticeToBeOver(String save, boolean saves) {
        long replication = replication("spot", "walk-in");
        Snapshot run = world(
                        "mechanism: uniform_price, notice: 30 min",
                        onDemand(4) + ", " + spot("spot", 8, 5, "checkpoint: 50 h, save: " + save))
                .run(replication);
        double ran = at("walk-in", replication) + 0.5 - at("spot", replication);

        assertThat(gpuHoursOf(run, 0)).isCloseTo(4 * (HOURS - 0.5 - at("walk-in", replication)), within(1e-6));
        assertThat(gpuHoursOf(run, 1)).isCloseTo(8 * ran, within(1e-6));
        assertThat(gpuHours(run, 0, PoolState.HELD)).isCloseTo(2 * 0.5, within(1e-6));
        assertThat(lost(run, 1)).isCloseTo(saves ? 0 : 8 * ran, within(1e-6));
    }

    /** A spot lease that ends by itself under notice leaves its GPUs to whom they are promised, not to others. */
    @Test
    void whatComesFreeUnderNoticeIsHeld() {
        long replication = replication("spot", "walk-in");
        double left = at("walk-in", replication) - at("spot", replication) + 0.25;
        Snapshot run = world(
                        "mechanism: uniform_price, notice: 30 min",
                        onDemand(4) + ", " + spot("spot", 8, 5, "").replace("100 h", left + " h"))
                .run(replication);

        assertThat(count(run, 1, Flow.COMPLETED)).isEqualTo(1);
        assertThat(gpuHours(run, 0, PoolState.HELD)).isCloseTo(2 * 0.25 + 4 * 0.25, within(1e-6));
        assertThat(gpuHoursOf(run, 0)).isCloseTo(4 * (HOURS - 0.5 - at("walk-in", replication)), within(1e-6));
    }

    /** The job goes on where eight GPUs are free, for what is left of it and the time to take it up again. */
    @Test
    void aReclaimedJobComesBackForWhatIsLeft() {
        long replication = replication("spot", "walk-in");
        double ran = at("walk-in", replication) - at("spot", replication);
        Snapshot run = world(
                        "mechanism: uniform_price",
                        onDemand(4).replace("1000 h", "30 min") + ", "
                                + spot("spot", 8, 5, "checkpoint: 1 h, restart: 15 min")
                                        .replace("100 h", "4 h"))
                .run(replication);
        double begins = at("walk-in", replication) + 0.5;
        double again = 4 - Math.floor(ran) + 0.25;

        assertThat(ran).isLessThan(4);
        assertThat(count(run, 1, Flow.STARTED)).isEqualTo(2);
        assertThat(count(run, 1, Flow.RESTARTED)).isEqualTo(1);
        assertThat(count(run, 1, Flow.COMPLETED)).isEqualTo(1);
        assertThat(begins + again).isLessThan(HOURS);
        assertThat(gpuHoursOf(run, 1)).isCloseTo(8 * (ran + again), within(1e-5));
        assertThat(lost(run, 1)).isCloseTo(8 * (ran - Math.floor(ran) + 0.25), within(1e-5));
        assertThat(requests(run, 1)).isEqualTo(1);
        assertThat(requests(run, 1, Outcome.SERVED)).isEqualTo(1);
    }

    @Test
    void aJobThatIsLostDoesNotComeBack() {
        long replication = replication("spot", "walk-in");
        double ran = at("walk-in", replication) - at("spot", replication);
        Snapshot run = world(
                        "mechanism: uniform_price",
                        onDemand(4).replace("1000 h", "30 min") + ", " + spot("spot", 8, 5, "after_reclaim: lost"))
                .run(replication);

        assertThat(count(run, 1, Flow.STARTED)).isEqualTo(1);
        assertThat(lost(run, 1)).isCloseTo(8 * ran, within(1e-6));
    }

    /**
     * The higher bid comes second and waits for the next clearing, which turns the lower out: at one price the higher pays the
     * bid not filled, as bid its own, at the midpoint the mean of its bid and a cost of 0.1.
     */
    @ParameterizedTest
    @CsvSource({"uniform_price, 1, 0.1", "pay_as_bid, 2, 1", "double_auction, 1.05, 0.1"})
    void aClearingFillsTheHighestBidAndChargesByItsRule(String mechanism, double highPays, double lowPays) {
        long replication = replication("low", "high");
        Snapshot run = world("mechanism: " + mechanism, spot("low", 10, 1, "") + ", " + spot("high", 10, 2, ""))
                .run(replication);
        double low = at("low", replication);
        double clears = Math.ceil(at("high", replication));

        assertThat(gpuHoursOf(run, 0)).isCloseTo(10 * (clears - low), within(1e-6));
        assertThat(gpuHoursOf(run, 1)).isCloseTo(10 * (HOURS - clears), within(1e-6));
        assertThat(spendUsd(run, 1)).isCloseTo(10 * (HOURS - clears) * highPays, within(1e-5));
        assertThat(count(run, 0, Flow.RECLAIMED_FOR_PRICE)).isEqualTo(1);
        double alone = mechanism.equals("double_auction") ? callPriceOfLow(low, clears) : 10 * (clears - low) * lowPays;
        assertThat(spendUsd(run, 0)).isCloseTo(alone, within(1e-5));
    }

    /** Alone it pays the ask of 0.1 until an hour of its own begins after the first call, then the midpoint of 0.1 and 1. */
    private static double callPriceOfLow(double low, double clears) {
        double repriced = low + 1;
        return 10 * ((Math.min(repriced, clears) - low) * 0.1 + Math.max(0, clears - repriced) * 0.55);
    }

    @Test
    void theSharedPriceStandsInTheMeasures() {
        long replication = replication("low", "high");
        Snapshot run = world("mechanism: uniform_price", spot("low", 10, 1, "") + ", " + spot("high", 10, 2, ""))
                .run(replication);
        double clears = Math.ceil(at("high", replication));
        assertThat(run.spot().meanUsd(0, 0)).isCloseTo((clears * 0.1 + (HOURS - clears) * 1) / HOURS, within(1e-9));
    }

    /** Notice of 20 minutes: whom a clearing turns out goes on at its old price, and the winner has the GPUs when it has left. */
    @Test
    void whomAClearingTurnsOutHasNoticeToo() {
        long replication = replication("low", "high");
        Snapshot run = world(
                        "mechanism: uniform_price, notice: 20 min",
                        spot("low", 10, 1, "") + ", " + spot("high", 10, 2, ""))
                .run(replication);
        double leaves = Math.ceil(at("high", replication)) + 1 / 3.0;

        assertThat(gpuHoursOf(run, 0)).isCloseTo(10 * (leaves - at("low", replication)), within(1e-5));
        assertThat(spendUsd(run, 0)).isCloseTo(10 * (leaves - at("low", replication)) * 0.1, within(1e-5));
        assertThat(gpuHoursOf(run, 1)).isCloseTo(10 * (HOURS - leaves), within(1e-5));
    }

    private static Micro busy(Mechanism mechanism, String more) {
        String name = mechanism.name().toLowerCase(java.util.Locale.ROOT);
        String several = "{exponential: {mean: 4 h}}";
        String bids = "{rate: 2 per hour}, size: {uniform: {low: 1 H100e, high: 5 H100e}}, duration: " + several
                + ", willingness: {exponential: {mean: 0.5 USD per H100e-hour}}, patience: 3 h, contract: spot, spot: {bid: {uniform: {low: 0.5, high: 1}}}";
        return world(
                        "mechanism: " + name + more,
                        "walk-in: "
                                + tenants(
                                        "{rate: 1 per hour}",
                                        "{uniform: {low: 1 H100e, high: 3 H100e}}",
                                        several,
                                        "patience: 2 h, price_basis: floating")
                                + ", spot: {home: MY, arrivals: " + bids + "}")
                .with("horizon", "20 days")
                .with(
                        "anchors",
                        "{x: {home: MY, budget: 100000 USD, max_price: 3 USD per H100e-hour, review: 1 days, "
                                + "need: {2024-01-01: 2 H100e, 2025-01-10: 4 H100e}, terms: [2 days]}}");
    }

    /** All invariants hold at every event, whatever the mechanism, the notice and the victims; and on any queue. */
    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void theBooksBalanceAtEveryEvent(Mechanism mechanism) {
        for (String more : List.of("", ", notice: 20 min", ", notice: 3 h, victims: oldest", ", reserve: 0.2")) {
            Micro world = busy(mechanism, more);
            Snapshot run = world.run();
            assertThat(count(run, 1, Flow.STARTED)).isGreaterThan(80);
            assertThat(count(run, 1, Flow.RECLAIMED_FOR_DEMAND)).isPositive();
            assertThat(count(run, 1, Flow.RECLAIMED_FOR_PRICE)).isPositive();
            assertThat(count(run, 1, Flow.RESTARTED)).isPositive();
            Snapshot other = world.run(new Draw(Micro.SEED, 0), new SsjQueue());
            assertThat(other.events()).isEqualTo(run.events());
            assertThat(spendUsd(other, 1)).isEqualTo(spendUsd(run, 1));
        }
    }

    @Test
    void theSameWorldOnAnyQueue() {
        Micro world = busy(Mechanism.DOUBLE_AUCTION, ", notice: 1 h");
        assertThat(world.run(new Draw("x", 1), new SsjQueue()).events())
                .isEqualTo(world.run(new Draw("x", 1), new LadderQueue()).events());
    }

    /** What all others draw stays as it is, draw by draw, when spot leases are sold. */
    @Test
    void sellingSpotLeasesMovesNobodyElsesDraws() {
        Map<String, Double> with = draws(busy(Mechanism.UNIFORM_PRICE, ", notice: 10 min"));
        Map<String, Double> without = draws(busy(Mechanism.UNIFORM_PRICE, "")
                .replacing(
                        "tenant_classes",
                        "contract: spot, spot: {bid: {uniform: {low: 0.5, high: 1}}}",
                        "contract: on_demand"));
        Map<String, Double> shared = new HashMap<>(with);
        shared.keySet().retainAll(without.keySet());

        assertThat(shared.size()).isGreaterThan(1000);
        shared.forEach((key, value) -> assertThat(value).as(key).isEqualTo(without.get(key)));
        with.keySet().removeAll(without.keySet());
        assertThat(with.keySet()).allMatch(key -> key.startsWith("spot:bid"));
    }

    private static Map<String, Double> draws(Micro world) {
        Map<String, Double> draws = new HashMap<>();
        world.run((stream, ordinal, value) -> draws.put(stream + "#" + ordinal, value));
        return draws;
    }
}
