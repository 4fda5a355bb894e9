package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.chip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.ProcurementMeasures;
import straits.market.Reason;
import straits.random.Randomness;
import straits.simulation.Snapshot;

/**
 * Worlds in which one thing alone stops an anchor that wants 100 H100e. It reviews once a day; what it finds counts until the
 * next review. The first day, in which the first review falls, is left out; 29 days are measured.
 */
final class BindingReasonTest {

    private static final double REVIEWED = 29 * 24;

    /** When in its day the review of a day takes place. */
    private static double reviewHour(int day) {
        return 24 * Randomness.of(Micro.SEED, 0).keyed("procurement").uniform(Randomness.key("x"), day, 0);
    }

    /** 2 GPUs of one H100e each, so that the want is 98 H100e above what can be had at once. */
    private static Micro world(String provider, String anchor) {
        return Micro.world()
                .with("horizon", "30 days")
                .with("warm_up", "1 days")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with("providers", "{cloud: " + provider + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days"
                                + anchor + "}}");
    }

    private static String fleet(int gpus, double usd) {
        return Micro.provider("h100", usd, "{site: johor, chip: h100, installed: " + gpus + " GPUs}");
    }

    private static String order(String ordered, String rest) {
        return "{d: {provider: cloud, site: johor, chip: h100, gpus: 98 GPUs, ordered: " + ordered
                + ", vendor_lead: 0 h" + rest + "}}";
    }

    private static void onlyReason(Snapshot run, Reason only, double h100eHours) {
        for (Reason reason : Reason.values()) {
            assertThat(Books.reasonHours(run, 0, reason))
                    .as(reason.name())
                    .isCloseTo(reason == only ? h100eHours : 0, within(1e-6));
        }
        ProcurementMeasures measures = run.procurements().get(0).measures();
        double unfilled = Books.overPeriods(run, measures::unfilledHours);
        assertThat(unfilled).isCloseTo(h100eHours, within(1e-6));
        assertThat(Books.overPeriods(run, measures::shortOfMoneyHours)).isCloseTo(0, within(1e-6));
        assertThat(measures.firstUnmetMicros() < ProcurementMeasures.NEVER).isEqualTo(h100eHours > 0);
    }

    @Test
    void needWhereAllIsHeld() {
        Snapshot run = world(fleet(100, 1), "").run();

        onlyReason(run, Reason.NEED, 0);
        assertThat(Books.overPeriods(run, run.procurements().get(0).measures()::needHours))
                .isCloseTo(100 * REVIEWED, within(1e-6));
        assertThat(run.procurements().get(0).measures().peakH100e()).isEqualTo(100);
    }

    @Test
    void chipsWhereNoMoreExist() {
        onlyReason(world(fleet(2, 1), "").run(), Reason.CHIPS, 98 * REVIEWED);
    }

    @Test
    void chipsWhereOthersHoldThem() {
        Snapshot run = world(fleet(100, 1), "")
                .with(
                        "tenant_classes",
                        "{c: "
                                + Micro.tenants(
                                                "{rate: 0 per hour}",
                                                "1 H100e",
                                                "constant: 9 years",
                                                "opening: 98 H100e")
                                        .replace("constant: ", "")
                                + "}")
                .run();

        double endsWithinRun = REVIEWED * 98 - Books.heldGpuHours(run, 0, 0);
        assertThat(Books.reasonHours(run, 0, Reason.CHIPS))
                .isBetween(98 * REVIEWED - endsWithinRun - 98 * 24, 98 * REVIEWED + 1e-6);
    }

    @Test
    void priceWhereFreeGpusCostTooMuch() {
        onlyReason(world(fleet(1000, 5.000001), "").run(), Reason.PRICE, 100 * REVIEWED);
    }

    @Test
    void powerWhereGpusStandWithoutIt() {
        Snapshot run = world(fleet(2, 1), "")
                .with("sites", "{johor: {country: malaysia, it_power_limit: {2024-01-01: 99 kW}}}")
                .with("deliveries", order("2025-01-01", ""))
                .run();

        onlyReason(run, Reason.POWER, 98 * REVIEWED);
    }

    @Test
    void timeWhileGpusAreOnTheirWay() {
        Snapshot run = world(fleet(2, 1), "")
                .with("deliveries", order("2025-01-01", ", install: 10 days"))
                .run();

        // In service at the end of day 10; what the review before it found counts until that of the day after.
        onlyReason(run, Reason.TIME, 98 * (9 * 24 + reviewHour(10)));
    }

    @Test
    void licenceWhileGpusWaitForOne() {
        Snapshot run = world(fleet(2, 1), "")
                .with("deliveries", order("2025-01-01", ""))
                .regime(
                        "{l: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}}",
                        "{review_classes: {r: {review_time: 90 days, approve: 1}}}")
                .run();

        onlyReason(run, Reason.LICENCE, 98 * REVIEWED);
    }

    @Test
    void capWhereAQuotaLeftGpusBehind() {
        Snapshot run = world(fleet(2, 1), "")
                .with("deliveries", order("2025-01-01", ""))
                .regime("{l: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 0 TPP}}", "{}")
                .run();

        onlyReason(run, Reason.CAP, 98 * REVIEWED);
    }

    /** 2.19 million USD a year are 180,000 for 30 days: half of what 100 GPUs at 5 USD cost. */
    @Test
    void moneyWhereTheBudgetIsShort() {
        Snapshot run = world(fleet(1000, 5), ", pacing: {kind: as_needed}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 2.19 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days}}")
                .run();
        ProcurementMeasures measures = run.procurements().get(0).measures();
        double heldHours = Books.heldGpuHours(run, 0, 0);

        // What was spent on the first day is at most a day's share.
        assertThat(heldHours * 5).isBetween(173_000.0, 180_000.0);
        double unfilled = Books.overPeriods(run, measures::unfilledHours);
        double shortOfMoney = Books.overPeriods(run, measures::shortOfMoneyHours);
        assertThat(shortOfMoney + unfilled).isCloseTo(100 * REVIEWED - heldHours, within(1e-6));
        // Less than one GPU could still be paid, so it could not be had.
        assertThat(unfilled).isBetween(0.0, REVIEWED);
        assertThat(measures.firstUnmetMicros()).isEqualTo(ProcurementMeasures.NEVER);
    }

    /** Ordered GPUs of two kinds explain more than is wanted: they share it in proportion. */
    @ParameterizedTest
    @CsvSource({"30, 10, 60, 30, 10, 60", "196, 98, 0, 65.33333333333333, 32.666666666666664, 0"})
    void severalReasonsShareWhatIsWanted(
            int inTransit, int capped, double chips, double time, double cap, double rest) {
        assertThat(rest).isEqualTo(chips);
        Snapshot run = world(fleet(inTransit + capped > 98 ? 2 : 0, 1), "")
                .with("countries", "{malaysia: " + Micro.country("MY") + ", vietnam: " + Micro.country("VN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 1 MW}}, hanoi: {country: vietnam, it_power_limit: {2024-01-01: 1 MW}}}")
                .with(
                        "deliveries",
                        "{a: {provider: cloud, site: johor, chip: h100, gpus: " + inTransit
                                + " GPUs, ordered: 2025-01-01, vendor_lead: 0 h, install: 1 years}, b: {provider: cloud, site: hanoi, chip: h100, gpus: "
                                + capped + " GPUs, ordered: 2025-01-01, vendor_lead: 0 h}}")
                .regime(
                        "{l: {kind: country_cap, dates: {effective: 2024-01-01}, scope: {destinations: [vietnam]}, cap: 0 TPP}}",
                        "{}")
                .run();

        assertThat(Books.reasonHours(run, 0, Reason.TIME)).isCloseTo(time * REVIEWED, within(1e-6));
        assertThat(Books.reasonHours(run, 0, Reason.CAP)).isCloseTo(cap * REVIEWED, within(1e-6));
        assertThat(Books.reasonHours(run, 0, Reason.CHIPS)).isCloseTo(chips * REVIEWED, within(1e-6));
    }
}
