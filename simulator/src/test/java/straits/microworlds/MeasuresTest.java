package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.lease;

import org.junit.jupiter.api.Test;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.regulation.Clause;
import straits.simulation.Snapshot;

/** What is measured when: months, warm-up, the fill surface, refusals. */
final class MeasuresTest {

    private static Micro holding(String leases) {
        return Micro.world()
                .with("start", "2025-01-30")
                .with("horizon", "35 days")
                .with("anchors", "{a: " + holder(1, "1 h", 1, 1e9).replace(lease(1, "1 h", 1), leases) + "}");
    }

    /** 30 January to 6 March: months of 2, 28 and 5 days. Four GPUs for ten days, two to the end. */
    @Test
    void levelsAreSplitAtTheStartOfAMonth() {
        Snapshot run =
                holding(lease(4, "10 days", 1) + ", " + lease(2, "1 years", 3)).run();

        assertThat(run.catalog().timeline().periods()).isEqualTo(3);
        assertThat(run.inventory().gpuHours(0, 0, PoolState.LEASED)).isEqualTo(24 * 2 * 6);
        assertThat(run.inventory().gpuHours(1, 0, PoolState.LEASED)).isEqualTo(24 * (8 * 6 + 20 * 2));
        assertThat(run.inventory().gpuHours(2, 0, PoolState.LEASED)).isEqualTo(24 * 5 * 2);
        assertThat(run.billing().spendUsd(0, 0)).isEqualTo(24 * 2 * (4 + 6));
        assertThat(run.billing().spendUsd(1, 0)).isEqualTo(24 * (8 * 4 + 28 * 6));
        assertThat(run.billing().spendUsd(2, 0)).isEqualTo(24 * 5 * 6);
        assertThat(run.metering().heldGpuHours(0, 0, 0)).isEqualTo(24 * 2 * 6);
        assertThat(run.metering().heldGpuHours(1, 0, 0)).isEqualTo(24 * (8 * 6 + 20 * 2));
        assertThat(run.metering().heldGpuHours(2, 0, 0)).isEqualTo(24 * 5 * 2);
        assertThat(run.inventory().gpuHours(2, 0, PoolState.INSTALLED)).isEqualTo(24 * 5 * 10);
    }

    @Test
    void whatCameBeforeTheEndOfTheWarmUpIsLeftOut() {
        Snapshot run = holding(lease(4, "10 days", 1) + ", " + lease(2, "1 years", 3))
                .with("warm_up", "5 days")
                .run();

        assertThat(run.inventory().gpuHours(0, 0, PoolState.LEASED)).isZero();
        assertThat(run.inventory().gpuHours(1, 0, PoolState.LEASED)).isEqualTo(24 * (5 * 6 + 20 * 2));
        assertThat(run.billing().spendUsd(0, 0)).isZero();
        assertThat(run.billing().spendUsd(1, 0)).isEqualTo(24 * (5 * 4 + 25 * 6));
        assertThat(run.metering().heldGpuHours(0, 0, 0)).isZero();
        assertThat(run.metering().heldGpuHours(1, 0, 0)).isEqualTo(24 * (5 * 6 + 20 * 2));
        assertThat(run.catalog().timeline().measuredHours()).isEqualTo(30 * 24);
        assertThat(run.prices().meanUsd(1, 0)).isCloseTo(2, within(1e-12));
        // Budgets and the ledger know no warm-up.
        assertThat(run.billing().spentMicroUsd(0)).isEqualTo(24L * (10 * 4 + 35 * 6) * 1_000_000);
    }

    /** Two tenants hold GPUs of two chips at 1 and 3 USD for 4 of 10 h, and one of them 5 more of the first chip on demand at 2. */
    @Test
    void whatIsHeldAndChargedIsKeptByTenantAndChip() {
        String dear = lease(1, "4 h", 3).replace("chip: h100", "chip: b200");
        String opening = lease(1, "4 h", 1) + ", " + dear;
        String holding = holder(1, "1 h", 1, 1e9).replace(lease(1, "1 h", 1), opening);
        String b200 = "{site: johor, chip: b200, installed: 10 GPUs}";
        Snapshot run = Micro.world()
                .with("chips", "{h100: " + Micro.chip(10, 1) + ", b200: " + Micro.chip(20, 2) + "}")
                .replacing("providers", "{h100: {on", "{b200: {on_demand: 9 USD per GPU-hour}, h100: {on")
                .replacing("providers", "fleet: [", "fleet: [" + b200 + ", ")
                .with(
                        "anchors",
                        "{one: " + holding.replace("gpus: 1 GPUs", "gpus: 2 GPUs") + ", other: "
                                + holding.replace("max_price: 0", "review: 1 h, max_price: 2")
                                        .replace("need: {2024-01-01: 0", "need: {2024-01-01: 8")
                                + "}")
                .run();

        int cheap = run.catalog().chips().id("h100");
        int better = 1 - cheap;
        var metering = run.metering();
        assertThat(metering.heldGpuHours(0, 0, cheap)).isEqualTo(2 * 4);
        assertThat(metering.heldGpuHours(0, 0, better)).isEqualTo(2 * 4);
        assertThat(metering.heldGpuHours(0, 1, better)).isEqualTo(4);
        assertThat(metering.heldGpus(0, cheap)).isZero();
        assertThat(metering.heldGpus(1, cheap)).isEqualTo(8);
        assertThat(metering.heldGpus(1, better)).isZero();
        double onDemand = metering.heldGpuHours(0, 1, cheap) - 4;
        int pool = run.catalog().pools().chip(0) == cheap ? 0 : 1;
        assertThat(onDemand).isGreaterThan(40);
        assertThat(run.billing().billedGpuHours(0, 1, cheap, true)).isEqualTo(4);
        assertThat(run.billing().billedGpuHours(0, 1, cheap, false)).isCloseTo(onDemand, within(1e-9));
        assertThat(run.billing().billedGpuHours(0, 0, better, true)).isEqualTo(8);
        assertThat(run.billing().chargedGpuHours(0, 1, pool)).isCloseTo(onDemand + 4, within(1e-9));
        assertThat(run.billing().chargedUsd(0, 1, pool)).isCloseTo(2 * onDemand + 4, within(1e-4));
        assertThat(run.billing().chargedUsd(0, 0, 1 - pool)).isEqualTo(24);
    }

    @Test
    void fullHoursAreThoseWithNothingFree() {
        Snapshot run =
                holding(lease(9, "10 days", 1) + ", " + lease(1, "9 days", 3)).run();

        assertThat(run.inventory().fullHours(0, 0)).isEqualTo(48);
        assertThat(run.inventory().fullHours(1, 0)).isEqualTo(24 * 7);
        assertThat(run.inventory().fullHours(2, 0)).isZero();
    }

    private static final String QUESTION =
            "{tenant: x, reference_price: 1 USD per GPU-hour, ramp_ends: 2025-02-01, fill_prices: [0.5 USD per H100e-hour, 1 USD per H100e-hour, 2 USD per H100e-hour, 3 USD per H100e-hour]}";

    private static Micro asked(String rest) {
        return Micro.world()
                .with("start", "2025-01-30")
                .with("horizon", "35 days")
                .with("question", QUESTION)
                .with(
                        "providers",
                        "{a: " + Micro.provider("h100", 1, "{site: johor, chip: h100, installed: 10 GPUs}") + ", b: "
                                + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 20 GPUs}") + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, review: 1 days, need: {2024-01-01: 5 H100e, 2025-02-10: 25 H100e}"
                                + rest + "}}");
    }

    /** Five at 1 USD in January; from 10 February ten at 1 USD and fifteen at 2 USD. */
    @Test
    void theFillSurfaceCountsWhatIsInForceAtOrBelowEachPrice() {
        Snapshot run = asked("").run();
        var measures = run.procurements().get(0).measures();

        double[][] expected = {{0, 5, 5, 5}, {0, 10, 25, 25}, {0, 10, 25, 25}};
        for (int period = 0; period < 3; period++) {
            for (int price = 0; price < 4; price++) {
                assertThat(measures.fillH100e(period, price)).isEqualTo(expected[period][price]);
            }
        }
        assertThat(measures.peakH100e()).isEqualTo(25);
    }

    /** A block of twenty GPUs for twelve days ends within the warm-up: the most in force afterwards is what is held then. */
    @Test
    void theFillSurfaceBeginsAfterTheWarmUp() {
        String opening =
                ", opening: [{provider: b, site: johor, chip: h100, gpus: 20 GPUs, remaining: 4 days, price: 1 USD per GPU-hour}]";
        Snapshot run = asked(opening).with("warm_up", "5 days").run();
        var measures = run.procurements().get(0).measures();

        assertThat(measures.fillH100e(0, 3)).isZero();
        assertThat(measures.fillH100e(1, 1)).isEqualTo(10);
        assertThat(measures.peakH100e()).isEqualTo(25);
    }

    @Test
    void refusalsAreCountedAsTheirOutcomesAre() {
        Arrival early = Arrival.between(0, 4, 20);
        Arrival late = Arrival.between(6, 10, 20);
        Snapshot run = Micro.world()
                .with("horizon", "20 h")
                .with("warm_up", "5 h")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with(
                        "tenant_classes",
                        "{" + early.asking("2 H100e", "100 h", "patience: 1 years") + ", "
                                + late.asking("3 H100e", "100 h", "patience: 1 years") + "}")
                .regime(
                        "{rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}}",
                        "{review_classes: {r: {review_time: 6 h, approve: 0, deny: 1}}}")
                .run();

        // The early one arrived before and was refused after the end of the warm-up; the late one asked for hours to
        // the end.
        assertThat(run.denials().requests(0, 0, 0, Clause.REFUSED)).isZero();
        assertThat(run.outcomes().requests(0, 0, Outcome.DENIED)).isZero();
        assertThat(run.denials().requests(0, 1, 0, Clause.REFUSED)).isEqualTo(1);
        assertThat(run.denials().h100eHours(0, 1, 0, Clause.REFUSED))
                .isCloseTo(3 * (20 - late.hour()), within(1e-7))
                .isEqualTo(run.outcomes().h100eHours(0, 1, Outcome.DENIED));
    }

    @Test
    void outcomesCountInTheMonthTheyFall() {
        Arrival early = Arrival.between(24, 40, 480);
        Snapshot run = Micro.world()
                .with("start", "2025-01-30")
                .with("horizon", "20 days")
                .with("tenant_classes", "{" + early.asking("11 H100e", "100 h", "patience: 2 days") + "}")
                .run();

        assertThat(run.outcomes().requests(0, 0, Outcome.NO_CAPACITY)).isZero();
        assertThat(run.outcomes().requests(1, 0, Outcome.NO_CAPACITY)).isEqualTo(1);
        assertThat(run.waitingHours(0)).isEqualTo(48);
    }
}
