package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.inServiceHour;
import static straits.microworlds.Micro.chip;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.inventory.PoolState;
import straits.random.Randomness;
import straits.simulation.Snapshot;

/** From the order to service: licence, vendor, shipment, installation, power. Pool 0 is the fleet, pool 1 starts empty. */
final class SupplyTest {

    private static final Offset<Double> MICROSECOND = within(1e-8);

    private static final String LICENCE =
            "{licence: {kind: hardware_licence, dates: {effective: EFFECTIVE}, review: r}}";

    private static Micro world(String deliveries) {
        return Micro.world()
                .with("horizon", "365 days")
                .with("chips", "{h100: " + chip(1, 1) + ", h200: " + chip(1, 1) + "}")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, offers: {h100: {on_demand: 2 USD per GPU-hour}, h200: {on_demand: 2 USD per GPU-hour}},"
                                + " fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}")
                .with("deliveries", "{" + deliveries + "}");
    }

    private static String delivery(String key, int gpus, String ordered, String rest) {
        return key + ": {provider: cloud, site: johor, chip: h200, gpus: " + gpus + " GPUs, ordered: " + ordered
                + ", vendor_lead: 60 days, install: 10.5 days" + (rest.isEmpty() ? "" : ", " + rest) + "}";
    }

    private static Micro licensed(String delivery, String effective, String review) {
        return world(delivery).regime(LICENCE.replace("EFFECTIVE", effective), "{review_classes: {r: " + review + "}}");
    }

    /** Day of the year 2025, from 0, with the half day of the installation. */
    private static double day(String date) {
        return ChronoUnit.DAYS.between(LocalDate.of(2025, 1, 1), LocalDate.parse(date)) + 0.5;
    }

    private static double inServiceDay(Snapshot run, int gpus) {
        return inServiceHour(run, 1, gpus) / 24;
    }

    /** Lead of 60 days and 10.5 days of installation, from the order, which may lie before the start. */
    @ParameterizedTest
    @CsvSource({"2025-03-01, 2025-05-10", "2025-01-01, 2025-03-12", "2024-12-01, 2025-02-09", "2024-10-27, 2025-01-05"})
    void withoutRulesServiceFollowsTheOrderByLeadAndInstallation(String ordered, String service) {
        Snapshot run = world(delivery("d", 7, ordered, "")).run();

        assertThat(inServiceDay(run, 7)).isCloseTo(day(service), MICROSECOND);
    }

    /** A review of 20 days stands between the order and the vendor. */
    @ParameterizedTest
    @CsvSource({
        "2025-03-01, false, 2025-05-30",
        "2024-12-21, false, 2025-03-21",
        "2024-12-01, false, 2025-03-01",
        "2024-11-10, false, 2025-02-08",
        "2025-03-01, true, 2025-05-10",
        "2024-12-01, true, 2025-02-09",
        "2024-10-27, false, 2025-01-05"
    })
    void aLicenceStandsBeforeTheVendor(String ordered, boolean inHand, String service) {
        Snapshot run = licensed(
                        delivery("d", 7, ordered, "licensed: " + inHand),
                        "2024-01-01",
                        "{review_time: 20 days, approve: 1}")
                .run();

        assertThat(inServiceDay(run, 7)).isCloseTo(day(service), MICROSECOND);
    }

    @Test
    void aRuleThatComesBetweenOrderAndShipmentHoldsTheShipment() {
        Snapshot run = licensed(delivery("d", 7, "2025-03-01", ""), "2025-04-01", "{review_time: 20 days, approve: 1}")
                .run();

        // Ready on 30 April, licensed on 20 May, in service on 30 May.
        assertThat(inServiceDay(run, 7)).isCloseTo(day("2025-05-30"), MICROSECOND);
    }

    @Test
    void aRuleOutsideItsScopeOrNotYetInForceAsksNothing() {
        Snapshot run = licensed(delivery("d", 7, "2025-03-01", ""), "2025-05-01", "{review_time: 20 days, approve: 1}")
                .run();

        assertThat(inServiceDay(run, 7)).isCloseTo(day("2025-05-10"), MICROSECOND);
        assertThat(run.desk().filed()).isZero();
    }

    @Test
    void whatIsRefusedNeverComes() {
        Snapshot run = licensed(
                        delivery("d", 7, "2025-03-01", ""), "2024-01-01", "{review_time: 20 days, approve: 0, deny: 1}")
                .run();

        assertThat(Books.gpuHours(run, 1, PoolState.INSTALLED)).isZero();
        assertThat(run.desk().refused()).isEqualTo(1);
    }

    @Test
    void whatIsReturnedIsFiledAgainAndReviewedAnew() {
        boolean returned = false;
        for (int replication = 0; replication < 8; replication++) {
            Snapshot run = licensed(
                            delivery("d", 7, "2025-01-01", ""),
                            "2024-01-01",
                            "{review_time: 20 days, approve: 0.5, resubmit: 1}")
                    .run(replication);
            long times = run.desk().returned();
            assertThat(run.desk().filed()).isEqualTo(1);
            assertThat(run.desk().approved()).isEqualTo(1);
            assertThat(inServiceDay(run, 7)).isCloseTo(day("2025-03-12") + 20 * (times + 1), MICROSECOND);
            returned |= times > 0;
        }
        assertThat(returned).isTrue();
    }

    @Test
    void whatIsReturnedAndNotFiledAgainIsRefused() {
        Snapshot run = licensed(
                        delivery("d", 7, "2025-01-01", ""),
                        "2024-01-01",
                        "{review_time: 20 days, approve: 0, resubmit: 0}")
                .run();

        assertThat(run.desk().returned()).isEqualTo(1);
        assertThat(run.desk().refused()).isEqualTo(1);
        assertThat(Books.gpuHours(run, 1, PoolState.INSTALLED)).isZero();
    }

    @Test
    void slipMovesServiceByWhatIsDrawnForTheDelivery() {
        double[] shift = new double[2];
        for (int replication = 0; replication < 2; replication++) {
            double u = Randomness.of(Micro.SEED, replication).keyed("delivery").uniform(Randomness.key("d"), 0, 0);
            Snapshot run = world(delivery("d", 7, "2025-03-01", "slip: {uniform: {low: -10 days, high: 30 days}}"))
                    .run(replication);
            shift[replication] = inServiceDay(run, 7) - day("2025-05-10");
            assertThat(shift[replication]).isCloseTo(40 * u - 10, within(1e-9));
        }
        assertThat(shift[0]).isNotEqualTo(shift[1]);
    }

    @Test
    void theCaptiveShareIsNeverOffered() {
        Snapshot run =
                world(delivery("d", 7, "2025-03-01", "rentable_fraction: 0.4")).run();

        assertThat(run.inventory().gpus(1, PoolState.INSTALLED)).isEqualTo(7);
        assertThat(run.inventory().gpus(1, PoolState.CAPTIVE)).isEqualTo(4);
        assertThat(run.inventory().gpus(1, PoolState.FREE)).isEqualTo(3);
    }

    /** The fleet draws 10 kW of 12; five GPUs of 12 May wait for 1 July, and one that would fit waits behind them. */
    @Test
    void withoutPowerATrancheWaitsAndThoseBehindItWaitToo() {
        Snapshot run = world(delivery("d", 5, "2025-03-01", "") + ", "
                        + delivery("e", 1, "2025-04-01", "").replace("h200", "h100") + ", "
                        + delivery("f", 4, "2025-05-01", "").replace("h200", "h100"))
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 12 kW, 2025-07-01: 16 kW, 2025-09-01: 20 kW}}}")
                .run();

        assertThat(inServiceDay(run, 5)).isCloseTo(day("2025-07-01") - 0.5, MICROSECOND);
        double extra = Books.gpuHours(run, 0, PoolState.INSTALLED) - 10 * 8760;
        double expected = (8760 - 24 * (day("2025-07-01") - 0.5)) + 4 * (8760 - 24 * (day("2025-09-01") - 0.5));
        assertThat(extra).isCloseTo(expected, within(1e-6));
    }

    @Test
    void vendorsShipWhatIsOrderedAfterTheEndInVain() {
        Snapshot run = world(delivery("d", 7, "2025-12-01", "")).run();

        assertThat(Books.gpuHours(run, 1, PoolState.INSTALLED)).isZero();
        assertThat(run.events()).isEqualTo(11 + 1);
    }

    @Test
    void aDeliveryGoesOnWhenTheRuleEndsThatAskedForItsLicence() {
        Snapshot run = licensed(
                        delivery("d", 7, "2025-03-01", ""),
                        "2024-01-01, rescinded: 2025-03-11",
                        "{review_time: 90 days, approve: 0, deny: 1}")
                .run();

        // Sixty days of lead and ten and a half of installation from 11 March.
        assertThat(inServiceDay(run, 7)).isCloseTo(day("2025-05-20"), MICROSECOND);
        assertThat(run.desk().refused()).isEqualTo(1);
    }

    /** The first rule is no more from 11 March; its denial of 30 May is too late to stop what the second allows on 19 June. */
    @Test
    void aLateRefusalUnderARuleThatHasEndedDoesNotHitWhatWaitsForAnotherLicence() {
        String rule = "{kind: hardware_licence, dates: {effective: 2024-01-01";
        Snapshot run = world(delivery("d", 7, "2025-03-01", ""))
                .regime(
                        "{first: " + rule + ", rescinded: 2025-03-11}, review: never}, second: " + rule
                                + "}, review: good}}",
                        "{review_classes: {never: {review_time: 90 days, approve: 0, deny: 1},"
                                + " good: {review_time: 100 days, approve: 1}}}")
                .run();

        assertThat(run.desk().refused()).isEqualTo(1);
        assertThat(inServiceDay(run, 7)).isCloseTo(day("2025-06-19") + 70, MICROSECOND);
    }

    /** As above; an approval that comes too late does not make it apply a second time either. */
    @Test
    void aLateApprovalUnderARuleThatHasEndedChangesNothing() {
        String rule = "{kind: hardware_licence, dates: {effective: 2024-01-01";
        Snapshot run = world(delivery("d", 7, "2025-03-01", ""))
                .regime(
                        "{first: " + rule + ", rescinded: 2025-03-11}, review: late}, second: " + rule
                                + "}, review: good}}",
                        "{review_classes: {late: {review_time: 90 days, approve: 1},"
                                + " good: {review_time: 100 days, approve: 1}}}")
                .run();

        assertThat(run.desk().filed()).isEqualTo(2);
        assertThat(inServiceDay(run, 7)).isCloseTo(day("2025-06-19") + 70, MICROSECOND);
    }

    @Test
    void aShipmentThatFallsOnTheFirstInstantLeavesThen() {
        // Licensed on 2 November 2024 and sixty days with the vendor.
        Snapshot run = licensed(delivery("d", 7, "2024-11-02", ""), "2024-01-01", "{review_time: 1 s, approve: 1}")
                .run();

        assertThat(inServiceDay(run, 7)).isCloseTo(10.5, within(1e-4));
    }

    @Test
    void aLimitThatStepsDownLeavesWhatIsInstalledAndKeepsTheRestOut() {
        Snapshot run = world(delivery("d", 1, "2025-03-01", ""))
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 12 kW, 2025-02-01: 8 kW, 2025-07-01: 11 kW}}}")
                .run();

        assertThat(Books.gpuHours(run, 0, PoolState.INSTALLED)).isEqualTo(10 * 8760);
        assertThat(inServiceDay(run, 1)).isCloseTo(day("2025-07-01") - 0.5, MICROSECOND);
    }
}
