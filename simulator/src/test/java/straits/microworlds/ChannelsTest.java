package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.chip;
import static straits.microworlds.Micro.country;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.market.channel.ChannelMeasures;
import straits.market.channel.ChannelMeasures.Cost;
import straits.market.channel.SupplyChannel;
import straits.market.lease.LeaseEnd;
import straits.random.Randomness;
import straits.simulation.Snapshot;

/**
 * An anchor that needs 15 H100e for 60 days, may rent as many at 3 USD, and has one channel more. One review a day; a month is a
 * calendar month: January has 31 days.
 */
final class ChannelsTest {

    private static final double END = 60 * 24;

    /** Hour at which the review of a day takes place. */
    private static double review(int day) {
        return 24 * (day + Randomness.of(Micro.SEED, 0).keyed("procurement").uniform(Randomness.key("x"), day, 0));
    }

    private static Micro world(String anchor) {
        String terms = "{term: 60 days, min_gpus: 1 GPUs, price: 2.5 USD per GPU-hour}";
        String offers = "{h100: {on_demand: 3 USD per GPU-hour, terms: [" + terms + "]}}";
        return Micro.world()
                .with("horizon", "60 days")
                .with(
                        "chips",
                        "{h100: " + chip(15_832, 1) + ", own: " + chip(2_000, 1) + ", low: " + chip(2_000, 0.5) + "}")
                .with("countries", "{malaysia: " + country("MY") + ", china: " + country("CN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 1000 MW}},"
                                + " hall: {country: china, it_power_limit: {2024-01-01: 1000 MW}}}")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, offers: " + offers
                                + ", fleet: [{site: johor, chip: h100, installed: 1000 GPUs}]},"
                                + " own-hall: {home: CN, owner_class: local, offers: {low: {on_demand: 9 USD per GPU-hour}}}}")
                .with(
                        "anchors",
                        "{x: {home: CN, countries: [malaysia], budget: 900 million USD, max_price: 5 USD per H100e-hour, review: 1 days"
                                + (anchor.contains("need") ? "" : ", need: {2025-01-01: 15 H100e}") + ", " + anchor
                                + "}}");
    }

    private static final String MARKET = "market: {kind: rent_on_demand}";

    /** 20 made a month, half of which work: 10 at 4,000 USD each, three days after the order; 4,000 / 2,400 h + 0.1 = 1.77 USD. */
    private static final String OWN =
            "seed: {kind: own_chips, chip: own, price: 2000 USD, yield: 0.5, monthly: {2025-01-01: 20 GPUs},"
                    + " lead: 2 days, install: 1 days, life: 100 days, operations: 0.1 USD per GPU-hour, budget: 1 million USD}";

    private static ChannelMeasures only(Snapshot run) {
        return run.procurements().get(0).channels().get(0).measures();
    }

    private static double supplied(Snapshot run) {
        return Books.overPeriods(run, only(run)::h100eHours);
    }

    private static double paid(Snapshot run, Cost cost) {
        return Books.overPeriods(run, period -> only(run).paidUsd(period, cost));
    }

    /** Ten in January and what is still wanted in February. */
    @Test
    void ownChipsTakeThePlaceOfWhatIsRented() {
        Snapshot run = world("channels: {" + MARKET + ", " + OWN + "}").run();

        double january = END - review(0) - 72;
        double february = END - review(31) - 72;
        assertThat(supplied(run)).isCloseTo(10 * january + 5 * february, within(1e-6));
        assertThat(paid(run, Cost.PURCHASE)).isEqualTo(15 * 4000);
        assertThat(paid(run, Cost.RUNNING)).isCloseTo(0.1 * supplied(run), within(1e-4));
        assertThat(only(run).firstMicros()).isCloseTo(Math.round((review(0) + 72) * 3.6e9), within(2L));
        double replaced = firstReviewAfter(review(0) + 72);
        double gone = firstReviewAfter(review(31) + 72);
        double rented = 15 * (replaced - review(0)) + 5 * (gone - replaced);
        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(rented, within(1e-6));
        assertThat(run.leasesEnded(LeaseEnd.GIVEN_BACK)).isEqualTo(2);
        assertThat(Books.overPeriods(run, run.procurements().get(0).measures()::unfilledHours))
                .isZero();
    }

    private static double firstReviewAfter(double hour) {
        int day = (int) (hour / 24);
        return review(day) >= hour ? review(day) : review(day + 1);
    }

    /** A block for 60 days is signed for the 5 that chips never replace before its end; the other 10 wait on demand. */
    @Test
    void blocksAreSignedForWhatChipsWillNotReplace() {
        Snapshot run = world("terms: [60 days], channels: {" + MARKET + ", blocks: {kind: block}, "
                        + OWN.replace("2025-01-01: 20 GPUs", "2025-01-01: 20 GPUs, 2025-02-01: 0 GPUs") + "}")
                .run();

        double replaced = firstReviewAfter(review(0) + 72);
        assertThat(Books.soldGpuHours(run, 0, true)).isCloseTo(5 * (END - review(0)), within(1e-6));
        assertThat(Books.soldGpuHours(run, 0, false)).isCloseTo(10 * (replaced - review(0)), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "price: 2000 USD, price: 3500 USD, 0", // 3.02 USD an hour: dearer than renting
        "yield: 0.5, yield: 1e-300, 0", // beyond any amount of money
        "lead: 2 days, lead: 59 days, 0", // too late
        "budget: 1 million USD, budget: 7999 USD, 1",
        "2025-01-01: 20 GPUs, 2025-03-01: 20 GPUs, 0",
        "life: 100 days, 'life: 100 days, cost_of_capital: 90 %', 15",
        "kind: own_chips, 'kind: own_chips, workload: inference', 0", // its need is for training
        "kind: own_chips, 'kind: own_chips, workload: training', 15",
    })
    void chipsAreBoughtWhereTheyAreCheaperInTimeAndPaidFor(String written, String instead, int bought) {
        Snapshot run = world("channels: {" + MARKET + ", " + OWN.replace(written, instead) + "}")
                .run();

        assertThat(only(run).gpuHours(1) > 0).isEqualTo(bought > 0);
        assertThat(paid(run, Cost.PURCHASE)).isEqualTo(bought * 4000);
    }

    @Test
    void whatIsPledgedToTheFoundryIsTakenThoughNotNeeded() {
        Snapshot run = world("need: {2025-01-01: 0 H100e}, channels: {"
                        + OWN.replace("yield: 0.5", "yield: 0.5, committed_fraction: 0.4") + "}")
                .run();

        assertThat(paid(run, Cost.PURCHASE)).isEqualTo(2 * 4 * 4000);
    }

    @Test
    void chipsAreScrappedAtTheEndOfTheirLife() {
        Snapshot run = world("channels: {"
                        + OWN.replace("life: 100 days", "life: 10 days, opening: 3 GPUs")
                                .replace("20 GPUs}", "0 GPUs}") + "}")
                .run();

        assertThat(supplied(run)).isCloseTo(3 * 240, within(1e-9));
        assertThat(only(run).firstMicros()).isZero();
    }

    /** Chips of 0.5 H100e at 1,000 USD, 200 a month at most: 30 for 15 H100e. */
    private static final String LOW =
            "h20: {kind: licensed_chips, provider: own-hall, site: hall, chip: low, price: 1000 USD, monthly: {2025-01-01: 200 GPUs},"
                    + " lead: 2 days, install: 1 days, life: 5 years, budget: 1 million USD}";

    private static final String DESK =
            "{review_classes: {export: {review_time: {constant: 10 days}, approve: %s, deny: %s}}}";

    private static Micro licensed(String rules, double approved) {
        return world("channels: {" + MARKET + ", " + LOW + "}")
                .regime(rules, String.format(java.util.Locale.ROOT, DESK, approved, 1 - approved));
    }

    private static String licence(String effective) {
        return "{low-chips: {kind: hardware_licence, dates: {effective: " + effective
                + "}, scope: {destinations: [china]}, review: export}}";
    }

    @Test
    void licensedChipsPassWhereNoRuleAsks() {
        Snapshot run = licensed(licence("2026-01-01"), 1).run();

        assertThat(supplied(run)).isCloseTo(15 * (END - review(0) - 72), within(1e-6));
        assertThat(paid(run, Cost.PURCHASE)).isEqualTo(30_000);
        assertThat(run.desk().filed()).isZero();
    }

    @Test
    void theVendorBeginsWhenTheLicenceIsGranted() {
        Snapshot run = licensed(licence("2025-01-01"), 1).run();

        assertThat(supplied(run)).isCloseTo(15 * (END - review(0) - 240 - 72), within(1e-6));
        assertThat(run.desk().filed()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedIsNeitherPaidForNorAskedAgainThatMonth() {
        Snapshot run = licensed(licence("2025-01-01"), 0).run();

        assertThat(supplied(run)).isZero();
        assertThat(paid(run, Cost.PURCHASE)).isZero();
        assertThat(run.desk().filed()).isEqualTo(2);
        assertThat(run.denials().in(0))
                .anySatisfy(denial -> assertThat(denial.gpus()).isEqualTo(30));
    }

    /** A rule that takes effect between order and shipment holds the shipment; one that ends lets it go. */
    @Test
    void aRuleOnTheWayHoldsTheShipment() {
        Snapshot run = licensed(licence("2025-01-03, rescinded: 2025-01-08"), 0).run();

        assertThat(supplied(run)).isCloseTo(15 * (END - 7 * 24 - 24), within(1e-6));
    }

    /** 10 chips of 2,000 TPP fit the cap: the rest is neither shipped nor paid for. */
    @Test
    void whatACapKeepsBackIsNotPaidFor() {
        Snapshot run = licensed(
                        "{cap: {kind: country_cap, dates: {effective: 2025-01-01}, scope: {destinations: [china]}, cap: 20000 TPP}}",
                        1)
                .run();

        assertThat(supplied(run)).isCloseTo(5 * (END - review(0) - 72), within(1e-6));
        assertThat(paid(run, Cost.PURCHASE)).isEqualTo(10_000);
        assertThat(run.quotas().drawnTpp(0)).isEqualTo(20_000);
    }

    @Test
    void waitingLeavesWhatCostsMoreUntilTheWantIsOld() {
        Snapshot run = world("channels: {" + MARKET
                        + ", patience: {kind: wait, cost: 2 USD per H100e-hour, longest: 5 days}}")
                .run();

        double rents = firstReviewAfter(review(0) + 5 * 24);
        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(15 * (END - rents), within(1e-6));
        assertThat(supplied(run)).isCloseTo(15 * (rents - review(0)), within(1e-6));
        assertThat(Books.overPeriods(run, run.procurements().get(0).measures()::unfilledHours))
                .isZero();
    }

    @Test
    void waitingIsNoChannelWhereRentIsCheaper() {
        Snapshot run = world("channels: {" + MARKET
                        + ", patience: {kind: wait, cost: 4 USD per H100e-hour, longest: 5 days}}")
                .run();

        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(15 * (END - review(0)), within(1e-6));
    }

    /** Ten times less compute a year: after 60 days 1 - 10^(-60/365) of 1,000 H100e is saved. */
    @Test
    void engineersAreHiredWhereTheySaveMoreThanTheyCost() {
        String gain = "need: {2025-01-01: 1000 H100e}, channels: {" + MARKET
                + ", team: {kind: efficiency_gain, from: 2025-01-11, gain: 10 per year, spending: 876 thousand USD}}";
        Snapshot run = world(gain).run();

        double begun = firstReviewAfter(240);
        double rest = 1000 * StrictMath.pow(10, -(review(59) - begun) / 8760);
        assertThat(run.metering().heldGpus(0, 0)).isBetween((int) rest, (int) rest + 12);
        assertThat(paid(run, Cost.RUNNING)).isCloseTo(100 * (END - begun), within(0.01));
        assertThat(supplied(run)).isPositive();
    }

    @Test
    void engineersWhoCostMoreThanRentAreNotHired() {
        Snapshot run = world(
                        "channels: {" + MARKET
                                + ", team: {kind: efficiency_gain, from: 2025-01-01, gain: 10 per year, spending: 876 thousand USD}}")
                .run();

        assertThat(paid(run, Cost.RUNNING)).isZero();
    }

    /** Renting written out is renting left out. */
    @ParameterizedTest
    @ValueSource(strings = {"", "on_demand: false, ", "terms: [60 days], "})
    void rentingWrittenOutChangesNothing(String rest) {
        Map<String, Object> plain =
                Fingerprint.of(world(rest + "min_block: 1 GPUs").run());
        Map<String, Object> written =
                Fingerprint.of(world(rest + "min_block: 1 GPUs, channels: {" + MARKET + ", blocks: {kind: block}}")
                        .run());

        assertThat(written).isEqualTo(plain);
    }

    @Test
    void aTenantRentsOnlyAsItsChannelsSay() {
        Snapshot none = world("terms: [60 days], channels: {" + OWN + "}").run();
        Snapshot blocks =
                world("terms: [60 days], channels: {blocks: {kind: block}}").run();

        assertThat(Books.heldGpuHours(none, 0, 0)).isZero();
        assertThat(Books.soldGpuHours(blocks, 0, true)).isCloseTo(15 * (END - review(0)), within(1e-6));
        assertThat(Books.soldGpuHours(blocks, 0, false)).isZero();
    }

    private static Map<String, Double> draws(String anchor) {
        Map<String, Double> draws = new TreeMap<>();
        world(anchor)
                .with(
                        "tenant_classes",
                        "{c: "
                                + Micro.tenants(
                                        "{rate: 1 per hour}",
                                        "{exponential: {mean: 4 H100e}}",
                                        "{exponential: {mean: 9 h}}",
                                        "")
                                + "}")
                .regime(licence("2025-01-01"), String.format(java.util.Locale.ROOT, DESK, 0.5, 0.5))
                .run((stream, ordinal, value) -> draws.put(stream + " " + ordinal, value));
        return draws;
    }

    /** Channels draw nothing of their own but at the licence desk, by the key of the channel. */
    @Test
    void channelsChangeNoDrawOfOthers() {
        Map<String, Double> without = draws("on_demand: true");
        Map<String, Double> with = draws("channels: {" + MARKET + ", " + OWN + ", " + LOW + "}");

        assertThat(with).containsAllEntriesOf(without);
        assertThat(with.size()).isGreaterThan(without.size());
        Map<String, Double> more = new TreeMap<>(with);
        without.keySet().forEach(more::remove);
        long key = Randomness.key("x/h20");
        assertThat(more.keySet()).allMatch(drawn -> drawn.contains(":" + key + ",") && drawn.startsWith("licence"));
    }

    @Test
    void eachChannelHasItsPlaceInTheSnapshot() {
        Snapshot run =
                world("channels: {" + MARKET + ", " + OWN + ", " + LOW + "}").run();

        assertThat(run.procurements().get(0).channels())
                .extracting(SupplyChannel::name, SupplyChannel::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("seed", "own_chips"),
                        org.assertj.core.groups.Tuple.tuple("h20", "licensed_chips"));
    }
}
