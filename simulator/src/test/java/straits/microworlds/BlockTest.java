package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.chip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.SsjQueue;
import straits.market.inventory.PoolState;
import straits.market.lease.Account;
import straits.market.lease.LeaseEnd;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.simulation.Draw;
import straits.simulation.Snapshot;

/**
 * Blocks under a contract: ten GPUs for 400 h at 1.50 USD, signed at hour 100 by the first review: 15 USD an hour, 6,000 USD in all. A
 * second review comes between hours 220 and 325. From hour 120 the tenant needs four, from hour 504 none.
 */
final class BlockTest {

    private static final Buyer BUYER = Buyer.find();
    private static final double TERM = 400;
    private static final String FLEET = "{site: johor, chip: h100, installed: 10 GPUs}";

    /** An anchor whose first review can be put at hour 100. */
    private record Buyer(String slug, double reviewHours, double secondHours) {

        static Buyer find() {
            KeyedDraws phases = Randomness.of(Micro.SEED, 0).keyed("procurement");
            for (int name = 0; name < 10_000; name++) {
                String slug = "a" + name;
                double first = phases.uniform(Randomness.key(slug), 0, 0);
                double second = phases.uniform(Randomness.key(slug), 1, 0);
                double third = (2 + phases.uniform(Randomness.key(slug), 2, 0)) * 100 / first;
                boolean between = third > 499 && third < 505;
                if (first > 0.4 && first < 0.5 && second > 0.1 && second < 0.3 && !between) {
                    return new Buyer(slug, 100 / first, (1 + second) * 100 / first);
                }
            }
            throw new AssertionError("no such name");
        }
    }

    private static Micro world(String block) {
        return Micro.world()
                .with("horizon", "700 h")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, offers: {h100: {on_demand: 2 USD per GPU-hour, terms: [{term: 400 h, price: 1.5 USD per GPU-hour}]}},"
                                + " fleet: [" + FLEET + "]}}")
                .with(
                        "anchors",
                        "{" + BUYER.slug()
                                + ": {home: MY, budget: 90 million USD, max_price: 1.7 USD per H100e-hour, on_demand: false, terms: [400 h],"
                                + " pacing: {kind: as_needed}, review: " + BUYER.reviewHours()
                                + " h, need: {2024-01-01: 10 H100e, 2025-01-06: 4 H100e, 2025-01-22: 0 H100e}, block: {"
                                + block + "}}}");
    }

    private static long flow(Snapshot run, Account account) {
        return run.billing().accounts().flowMicroUsd(0, run.catalog().tenants().size() - 1, account);
    }

    private static long used(Snapshot run) {
        return Books.revenueMicroUsd(run, 0, true);
    }

    @Test
    void aBlockIsOneLeaseForItsTerm() {
        Snapshot run = world("").run();

        assertThat(used(run)).isEqualTo(6_000_000_000L);
        assertThat(run.metering().signed()).isEqualTo(1);
        assertThat(flow(run, Account.FEES)).isZero();
    }

    @Test
    void aShareIsPaidAtSigning() {
        Snapshot run = world("prepaid: 40 %").with("horizon", "300 h").run();

        // 200 of 400 h have gone by: half of 2,400 USD is used.
        assertThat(used(run)).isCloseTo(3_000_000_000L, within(2L));
        assertThat(flow(run, Account.ADVANCES)).isCloseTo(1_200_000_000L, within(2L));
        assertThat(run.billing().accounts().paidMicroUsd(0, 0)).isCloseTo(4_200_000_000L, within(4L));
    }

    /** 37,960 USD a year are 1,300 USD for 300 h: two GPUs at 600 USD for 400 h; by the hour they would do for four to the end of the run. */
    @Test
    void noMoreIsPrepaidThanMayBeSpent() {
        Micro world = world("prepaid: 1").replacing("anchors", "90 million USD", "37960 USD");
        Snapshot run = world.with("horizon", "300 h").run();

        assertThat(used(run)).isEqualTo(600_000_000L);
        assertThat(flow(run, Account.ADVANCES)).isEqualTo(600_000_000L);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isZero();
    }

    /** Five at once, three after 50 h and two after 100 h, to the same end: 5 x 400 + 3 x 350 + 2 x 300 h. */
    @Test
    void aBlockIsRampedUpInStages() {
        Micro world = world("ramp: [{after: 50 h, share: 30 %}, {after: 100 h, share: 20 %}]");
        Snapshot run = world.run();

        assertThat(Books.soldGpuHours(run, 0, true)).isEqualTo(2000 + 1050 + 600);
        assertThat(used(run)).isEqualTo(3650 * 1_500_000L);
        assertThat(run.metering().signed()).isEqualTo(3);
        assertThat(Fingerprint.of(world.run(new Draw(Micro.SEED, 0), new SsjQueue())))
                .isEqualTo(Fingerprint.of(run));
    }

    /** Somebody takes the five that are free between signing and the second stage, for 60 h; the provider looks every 24 h. */
    @ParameterizedTest
    @CsvSource({"90 days", "24 h"})
    void aStageThatIsLateIsCredited(String lapse) {
        Arrival other = Arrival.between(102, 148, 700);
        Snapshot run = world("late_fee: 200 %, lapse: " + lapse + ", ramp: [{after: 50 h, share: 50 %}]")
                .with("tenant_classes", "{" + other.asking("5 H100e", "60 h", "") + "}")
                .run();

        int looks = lapse.equals("24 h") ? 1 : (int) Math.ceil((other.hour() + 60 - 150) / 24);
        double delivered = lapse.equals("24 h") && other.hour() + 60 > 174 ? 0 : 350 - 24 * looks;
        assertThat(looks).isBetween(1, 3);
        assertThat(Books.soldGpuHours(run, 0, true)).isEqualTo(5 * 400 + 5 * delivered);
        assertThat(flow(run, Account.CREDITS)).isEqualTo(-looks * 24L * 5 * 3_000_000);
        assertThat(run.billing()
                        .accounts()
                        .flowMicroUsd(0, run.billing().accounts().pool(0), Account.CREDITS))
                .isEqualTo(looks * 24L * 5 * 3_000_000);
    }

    /** What is promised counts as held: nothing is signed twice. */
    @Test
    void whatIsPromisedIsNotBoughtAgain() {
        Snapshot run = world("ramp: [{after: 399 h, share: 50 %}]")
                .replacing("anchors", ", 2025-01-06: 4 H100e, 2025-01-22: 0 H100e", "")
                .with("horizon", "400 h")
                .run();

        assertThat(run.metering().signed()).isEqualTo(1);
        assertThat(run.metering().heldGpus(0, 0)).isEqualTo(5);
    }

    /** From its first hour after the second review on, four of ten GPUs are used: 6 USD, and half of the other 9 as a fee. */
    @Test
    void unusedCapacityIsOwedAtAShareOfItsPrice() {
        Snapshot run = world("unused_fee: 50 %").run();

        long before = (long) Math.ceil(BUYER.secondHours() - 100);
        assertThat(used(run)).isEqualTo(before * 15_000_000 + (400 - before) * 6_000_000);
        assertThat(flow(run, Account.FEES)).isEqualTo((400 - before) * 4_500_000);
    }

    private static Micro newer(String block) {
        return world(block)
                .with("chips", "{h100: " + chip(15_832, 1) + ", b200: " + chip(36_000, 2.5) + "}")
                .replacing("providers", "h100: {on", "b200: {on_demand: 9 USD per GPU-hour}, h100: {on")
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: b200, gpus: 4 GPUs, ordered: 2025-01-01, vendor_lead: 5 days}}");
    }

    /** Ten H100 are as many H100e as four chips of 2.5: at 1.50 USD per H100e-hour and 10 % on top, 4.125 USD for each. */
    @ParameterizedTest
    @CsvSource({"0, 3.75", "10 %, 4.125"})
    void aBlockMovesToANewerChipOnceItIsThere(String premium, double usd) {
        Micro world = newer("prepaid: 0.5, swap: {premium: " + premium + "}");
        Snapshot run = world.run();

        double before = BUYER.secondHours() - 100;
        int old = run.catalog().pools().chip(0) == 0 ? 0 : 1;
        assertThat(run.leasesEnded(LeaseEnd.SWAPPED)).isEqualTo(1);
        assertThat(Books.revenueMicroUsd(run, old, true)).isCloseTo(Math.round(before * 15e6), within(1L));
        assertThat(Books.revenueMicroUsd(run, 1 - old, true))
                .isCloseTo(Math.round((TERM - before) * 4 * usd * 1e6), within(1L));
        assertThat(flow(run, Account.FEES)).isZero();
        assertThat(flow(run, Account.ADVANCES)).isZero();
        assertThat(Books.gpuHours(run, 1 - old, PoolState.LEASED)).isCloseTo((TERM - before) * 4, within(1e-6));
        assertThat(Fingerprint.of(world.run(new Draw(Micro.SEED, 0), new SsjQueue())))
                .isEqualTo(Fingerprint.of(run));
    }

    /** 1.50 USD and 20 % on top are more than the 1.70 USD per H100e-hour it pays; three chips are too few; without the clause nothing moves. */
    @ParameterizedTest
    @CsvSource({"'swap: {premium: 20 %}', 4", "'swap: {}', 3", "'', 4"})
    void aBlockStaysWhereItCannotMove(String block, int newGpus) {
        Snapshot run = newer(block)
                .replacing("deliveries", "gpus: 4", "gpus: " + newGpus)
                .run();

        assertThat(run.leasesEnded(LeaseEnd.SWAPPED)).isZero();
        assertThat(used(run) + Books.revenueMicroUsd(run, 1, true)).isEqualTo(6_000_000_000L);
    }

    /** A rule ends it at hour 260 with 240 h left: 30 % of half of them comes back, and a quarter of the charges left is owed. */
    @Test
    void aRuleThatEndsItOwesWhatTheClauseSays() {
        Snapshot run = world("prepaid: 0.5, termination: {refund: 30 %, fee: 25 %}")
                .regime(
                        "{r: {kind: remote_access, dates: {effective: 2025-01-11}, mode: prohibition, wind_down: 20 h}}",
                        "{}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(1);
        assertThat(used(run)).isEqualTo(160 * 15_000_000L);
        assertThat(flow(run, Account.FEES)).isEqualTo(Math.round(240 * 15e6 * (0.5 * 0.7 + 0.25)));
        assertThat(flow(run, Account.ADVANCES)).isZero();
        assertThat(run.billing().accounts().balanceMicroUsd(0, 0, Account.PAYABLE))
                .isEqualTo(-flow(run, Account.FEES));
    }

    /** 90,520 USD a year are 3,100 USD for 300 h: 3,000 for the hours to the end of the run, of which 160 are used; 3,600 USD are owed. */
    @Test
    void aFeeIsOwedWhateverIsLeftOfTheBudget() {
        Snapshot run = world("termination: {fee: 100 %}")
                .replacing("anchors", "90 million USD", "90520 USD")
                .with("horizon", "300 h")
                .regime(
                        "{r: {kind: remote_access, dates: {effective: 2025-01-11}, mode: prohibition, wind_down: 20 h}}",
                        "{}")
                .run();

        assertThat(used(run)).isEqualTo(160 * 15_000_000L);
        assertThat(flow(run, Account.FEES)).isEqualTo(240 * 15_000_000L);
        assertThat(run.billing().spentMicroUsd(0)).isEqualTo(400 * 15_000_000L);
    }

    /** 264,990 USD a year are 12,100 for 400 h. A block of 6,000 is prepaid and owes nothing more: there is as much for a second. */
    @Test
    void whatIsPrepaidIsNotSetAsideOnceMore() {
        Snapshot run = world("prepaid: 1")
                .replacing("anchors", "90 million USD", "264990 USD")
                .replacing("anchors", "2025-01-06: 4 H100e, 2025-01-22: 0 H100e", "2025-01-06: 20 H100e")
                .replacing("providers", "installed: 10", "installed: 20")
                .with("horizon", "400 h")
                .run();

        assertThat(run.metering().heldGpus(0, 0)).isEqualTo(20);
        assertThat(run.billing().accounts().paidMicroUsd(0, 0)).isEqualTo(12_000_000_000L);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isZero();
    }

    /** 76,337 USD a year are 6,100 for 700 h, and all of a block of 6,000 is prepaid: what comes back of it is prepaid on a newer chip. */
    @Test
    void whatComesBackAtASwapMayBeSpentAgain() {
        Snapshot run = newer("prepaid: 1, swap: {}")
                .replacing("anchors", "90 million USD", "76337 USD, commitment_rule: contract_value")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.SWAPPED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
        assertThat(run.billing().spentMicroUsd(0)).isCloseTo(6_000_000_000L, within(2L));
        assertThat(flow(run, Account.ADVANCES)).isZero();
    }

    /** The same for 300 h, and a tenth more to prepay: it does not have that, the new lease ends at once, and nothing of it is paid. */
    @Test
    void aSwapThatCannotBePrepaidEndsTheLease() {
        Snapshot run = newer("prepaid: 1, swap: {premium: 10 %}")
                .replacing("anchors", "90 million USD", "178120 USD, commitment_rule: contract_value")
                .replacing("anchors", "2025-01-06: 4 H100e", "2025-01-06: 1 H100e, 2025-01-07: 0 H100e")
                .with("horizon", "300 h")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.SWAPPED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isEqualTo(1);
        assertThat(run.metering().heldGpus(0, 0) + run.metering().heldGpus(0, 1))
                .isZero();
        assertThat(run.billing().spentMicroUsd(0))
                .isCloseTo(Math.round((BUYER.secondHours() - 100) * 15e6), within(2L));
        assertThat(flow(run, Account.ADVANCES)).isZero();
    }
}
