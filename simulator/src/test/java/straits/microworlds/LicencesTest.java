package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseEnd;
import straits.random.Randomness;
import straits.regulation.Licences;
import straits.regulation.Licences.State;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;

/** Licences of known terms: what they cover, how they run out, and what audits of known outcome make of them. */
final class LicencesTest {

    /** Reads the licences of a run at its end, and notes what became of them when. */
    private static final class Watch implements Observer {

        private final List<String> changes = new ArrayList<>();
        private @Nullable Licences licences;

        private Licences licences() {
            return Objects.requireNonNull(licences, "no licence was granted");
        }

        @Override
        public void licenceChanged(long nowMicros, Licences of, int licence) {
            licences = of;
            changes.add(licence + " " + of.state(licence) + " " + nowMicros / 3_600_000_000L);
        }
    }

    private static Watch watched(Micro world) {
        Watch watch = new Watch();
        new Simulation(world.load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(watch);
        return watch;
    }

    /** Ordered on the first day: five GPUs of 10 TPP, ten days of review, then twenty to shipment. */
    private static Micro order(String days, String licence) {
        return Micro.world()
                .with("horizon", days + " days")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: h100, gpus: 5 GPUs, ordered: 2025-01-01, vendor_lead: 20 days}}")
                .regime(
                        "{hardware: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}}",
                        "{review_classes: {r: {review_time: 10 days, approve: 1, licence: {" + licence + "}}}}");
    }

    private static int installed(String days, String licence) {
        return order(days, licence).run().inventory().gpus(0, PoolState.INSTALLED);
    }

    @Test
    void aHardwareLicenceCoversItsOrderAndIsDrawnAtShipment() {
        Snapshot before = order("29.9", "").run();
        assertThat(before.quotas().name(0).licence()).isEqualTo("0");
        assertThat(before.quotas().name(0).holder()).isEqualTo("cloud");
        assertThat(before.quotas().name(0).country()).isEqualTo("malaysia");
        assertThat(before.quotas().grantedTpp(0)).isEqualTo(50);
        assertThat(before.quotas().drawnTpp(0)).isZero();

        Snapshot after = order("30.1", "").run();
        assertThat(after.quotas().grantedTpp(0)).isEqualTo(50);
        assertThat(after.quotas().drawnTpp(0)).isEqualTo(50);
        assertThat(after.inventory().gpus(0, PoolState.INSTALLED)).isEqualTo(15);
    }

    /** Granted on day 10; one that has run out by day 30 is applied for again, and granted on day 40. */
    @ParameterizedTest
    @CsvSource({"21 days, 30.1, 15, 1", "19 days, 39.9, 10, 2", "19 days, 40.1, 15, 2"})
    void whatHasNotLeftBeforeItsLicenceRunsOutIsAppliedForAgain(
            String validity, String days, int installed, long filed) {
        Snapshot run = order(days, "validity: " + validity).run();

        assertThat(run.inventory().gpus(0, PoolState.INSTALLED)).isEqualTo(installed);
        assertThat(run.desk().filed()).isEqualTo(filed);
    }

    @Test
    void shipmentsUnderARevokedLicenceStopAtOnce() {
        String audits = "audits: {dates: [2025-01-21], revoke: 1}";
        Watch watch = watched(order("60", audits));

        assertThat(installed("60", audits)).isEqualTo(10);
        assertThat(watch.changes).containsExactly("0 ACTIVE 240", "0 REVOKED 480");
        assertThat(watch.licences().grantedTpp(0)).isEqualTo(50);
        assertThat(watch.licences().drawnTpp(0)).isZero();
        assertThat(watch.licences().leftTpp(0)).isZero();
    }

    @Test
    void anotherRuleThatIsGoneDoesNotMakeItMoot() {
        Micro world = order("60", "audits: {dates: [2025-01-21], revoke: 1}")
                .replacing(
                        "own_regimes",
                        "hardware:",
                        "gone: {kind: duty, dates: {effective: 2024-01-01, rescinded: 2024-06-01}, scope: {owners: [cloud]}, rate: 1 %}, hardware:")
                .replacing("chips", "it_power", "purchase_price: 1 USD, it_power");

        assertThat(world.run().inventory().gpus(0, PoolState.INSTALLED)).isEqualTo(10);
    }

    @Test
    void whatHasBeenShippedStays() {
        assertThat(installed("60", "audits: {dates: [2025-02-21], revoke: 1}")).isEqualTo(15);
    }

    /** Suspended on day 20 for 15 days. */
    @ParameterizedTest
    @CsvSource({"34.9, 10", "35.1, 15"})
    void whileALicenceIsSuspendedItsShipmentsWait(String days, int installed) {
        assertThat(installed(days, "audits: {dates: [2025-01-21], suspend: 1, suspension: 15 days}"))
                .isEqualTo(installed);
    }

    @Test
    void whatWaitsForASuspendedLicenceLeavesWhenTheRuleEnds() {
        Micro world = order("33", "audits: {dates: [2025-01-21], suspend: 1, suspension: 15 days}")
                .replacing("own_regimes", "effective: 2024-01-01", "effective: 2024-01-01, rescinded: 2025-02-02");

        assertThat(world.run().inventory().gpus(0, PoolState.INSTALLED)).isEqualTo(15);
    }

    /** Granted on the morning of day 10, the licence is too young for an audit of that day. */
    @Test
    void anAuditOfItsFirstInstantIsNotOfIt() {
        assertThat(installed("60", "audits: {dates: [2025-01-11], revoke: 1}")).isEqualTo(15);
        assertThat(installed("60", "audits: {dates: [2025-01-12], revoke: 1}")).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void aLicenceCarriesItsConditions(int share, boolean conditional) {
        Watch watch = watched(order("60", "")
                .replacing("own_regimes", "approve: 1", "approve: 1, conditions: [no-resale], conditional: " + share));

        assertThat(watch.licences().conditional(0)).isEqualTo(conditional);
    }

    /**
     * Returned on day 10 and approved on day 20: each filing is judged by a draw of its own, and so is each audit of what it gave, so
     * that all regimes that grant it audit it alike. The name of the order is one whose second draw is the lower.
     */
    @Test
    void everyFilingAndEveryAuditHasADrawOfItsOwn() {
        Randomness randomness = Randomness.of(Micro.SEED, 0);
        String name = "d";
        while (outcome(randomness, name, 1) >= outcome(randomness, name, 0)) {
            name += "d";
        }
        double approve = (outcome(randomness, name, 0) + outcome(randomness, name, 1)) / 2;
        Watch watch = watched(order("40", "audits: {rate: 200 per year, suspend: 1, suspension: 1 min}")
                .replacing("deliveries", "{d:", "{" + name + ":")
                .replacing("own_regimes", "approve: 1", "approve: " + approve + ", resubmit: 1"));

        List<String> expected = new ArrayList<>();
        double hour = 20 * 24;
        for (long audit = 0; hour < 40 * 24; audit++) {
            double u = randomness.keyed("licence audit gap").uniform(Randomness.key(name), 0, (1L << 32) + audit);
            hour -= StrictMath.log(u) / 200 * 8760;
            expected.add("0 SUSPENDED " + (long) hour);
        }
        expected.remove(expected.size() - 1);
        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(watch.changes).startsWith("0 ACTIVE 480");
        assertThat(watch.changes.stream().filter(change -> change.contains("SUSPENDED")))
                .containsExactlyElementsOf(expected);
    }

    /** What decides on an order, by how many times it was filed before. */
    private static double outcome(Randomness randomness, String order, int attempt) {
        return randomness.keyed("licence").uniform(Randomness.key(order), 0, 4 * attempt + 1);
    }

    @Test
    void auditsThatNeverComeOrFindNothingChangeNothing() {
        Map<String, Object> none = Fingerprint.of(order("60", "").run());

        assertThat(Fingerprint.of(
                        order("60", "audits: {rate: 0 per year, revoke: 1}").run()))
                .isEqualTo(none);
        assertThat(Fingerprint.of(order("60", "audits: {rate: 50 per year}").run()))
                .isEqualTo(none);
        assertThat(Fingerprint.of(
                        order("60", "validity: 10 years, wind_down: 1 days").run()))
                .isEqualTo(none);
    }

    /** The certainty of regulation has a value: of many orders under a hazard only the share exp(-rate x wait) ships. */
    @Test
    void aHazardRevokesAtItsRate() {
        int orders = 2000;
        StringBuilder deliveries = new StringBuilder();
        for (int each = 0; each < orders; each++) {
            deliveries.append(
                    "d" + each
                            + ": {provider: cloud, site: johor, chip: h100, gpus: 1 GPUs, ordered: 2025-01-01, vendor_lead: 20 days}, ");
        }
        Snapshot run = order("31", "audits: {rate: 12 per year, revoke: 50 %}")
                .with("deliveries", "{" + deliveries + "}")
                .runUnchecked(0);

        double expected = StrictMath.exp(-0.5 * 12 * 20 / 365);
        double shipped = (run.inventory().gpus(0, PoolState.INSTALLED) - 10) / (double) orders;
        assertThat(shipped).isCloseTo(expected, within(3.3 * Math.sqrt(expected * (1 - expected) / orders)));
    }

    /** An anchor that is short: 100 TPP free, 50 by licence, daily reviews; licences of about days 11 and 22, no third. */
    private static Micro anchor(String days, String licence) {
        return Micro.world()
                .with("horizon", days + " days")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with(
                        "providers",
                        "{cloud: " + Micro.provider("h100", 1, "{site: johor, chip: h100, installed: 1000 GPUs}") + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days}}")
                .regime(
                        "{rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: 100 TPP, licence_quota: 50 TPP, review: r}}",
                        "{approvals_per_year: 2, review_classes: {r: {review_time: 10 days, approve: 1, licence: {"
                                + licence + "}}}}");
    }

    private static int held(Snapshot run) {
        return run.metering().heldGpus(0, 0);
    }

    @Test
    void anAnchorHoldsWhatIsFreeAndWhatItsLicencesAdd() {
        Watch watch = watched(anchor("30", ""));
        Snapshot run = anchor("30", "").run();

        assertThat(held(run)).isEqualTo(20);
        assertThat(run.quotas().grantedTpp(0)).isEqualTo(200);
        assertThat(watch.licences().size()).isEqualTo(2);
        assertThat(watch.licences().drawnTpp(0)).isEqualTo(50);
        assertThat(watch.licences().drawnTpp(1)).isEqualTo(50);
    }

    /** Both licences are revoked on day 30; five days later the lease of the first ten GPUs ends, as long as any other. */
    @ParameterizedTest
    @CsvSource({"34.9, 20, 200, 0", "35.1, 10, 100, 1"})
    void whatIsHeldBeyondIsWoundDown(String days, int held, long granted, long revoked) {
        Snapshot run = anchor(days, "wind_down: 5 days, audits: {dates: [2025-01-31], revoke: 1}")
                .run();

        assertThat(held(run)).isEqualTo(held);
        assertThat(run.quotas().grantedTpp(0)).isEqualTo(granted);
        assertThat(run.quotas().leftTpp(0)).isZero();
        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(revoked);
    }

    @Test
    void aLicenceThatRunsOutGoesTheSameWay() {
        Watch watch = watched(anchor("60", "validity: 20 days, wind_down: 5 days"));
        Snapshot run = anchor("60", "validity: 20 days, wind_down: 5 days").run();

        assertThat(held(run)).isEqualTo(10);
        assertThat(watch.licences().state(0)).isEqualTo(State.EXPIRED);
        assertThat(watch.licences().expiryMicros(0) - watch.licences().grantedMicros(0))
                .isEqualTo(20 * 86_400_000_000L);
        assertThat(watch.licences().drawnTpp(1)).isZero();
    }

    /**
     * The first licence is revoked on day 16 and wound down until day 26; the second, asked for when more was needed, comes in between and
     * stands in for it.
     */
    @Test
    void whatALaterLicenceCoversIsNotWoundDown() {
        Snapshot run = anchor("30", "wind_down: 10 days, audits: {dates: [2025-01-17], revoke: 1}")
                .replacing("anchors", "100 H100e}", "100 H100e, 2025-01-15: 15 H100e}")
                .run();

        assertThat(run.desk().approved()).isEqualTo(2);
        assertThat(held(run)).isEqualTo(15);
        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isZero();
        assertThat(run.quotas().grantedTpp(0)).isEqualTo(150);
        assertThat(run.quotas().withdrawingTpp(0)).isZero();
    }

    @Test
    void aSuspensionTouchesNoLeaseInForce() {
        Snapshot run = anchor("40", "audits: {dates: [2025-01-31], suspend: 1, suspension: 50 days}")
                .run();

        assertThat(held(run)).isEqualTo(20);
        assertThat(run.quotas().withdrawingTpp(0)).isEqualTo(100);
        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isZero();
    }

    @Test
    void whenTheRuleEndsItsLicencesAreMoot() {
        Micro world = anchor("50", "validity: 20 days, wind_down: 5 days")
                .replacing("own_regimes", "effective: 2024-01-01", "effective: 2024-01-01, rescinded: 2025-01-31");

        assertThat(held(world.run())).isEqualTo(100);
    }

    private static final Arrival FIRST = Arrival.between(1, 2, 60);

    /** A request for two GPUs at 2 USD, licensed after five hours. */
    private static Micro request(String licence) {
        return Micro.world()
                .with("horizon", "60 h")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with("tenant_classes", "{" + FIRST.asking("2 H100e", "1 years", "patience: 1 years") + "}")
                .regime(
                        "{rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}}",
                        "{review_classes: {r: {review_time: 5 h, approve: 1, licence: {" + licence + "}}}}");
    }

    @Test
    void theLeaseOfARequestEndsWithItsLicenceAndIsPaidToTheMicrosecond() {
        Snapshot run = request("validity: 10 h, wind_down: 90 min").run();

        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(1);
        assertThat(Books.soldGpuHours(run, 0, false)).isCloseTo(2 * 11.5, within(1e-9));
        assertThat(run.billing().ledger().debitsMicroUsd(0)).isEqualTo(46_000_000);
        assertThat(run.quotas().drawnTpp(0)).isZero();
    }

    @Test
    void aLeaseThatEndsBeforeIsNotTouched() {
        Snapshot run = request("validity: 10 h, wind_down: 90 min")
                .replacing("tenant_classes", "duration: 1 years", "duration: 3 h")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isZero();
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
    }

    /** Each runs for the ten hours of its own licence. */
    @Test
    void theEndOfALicenceEndsItsOwnLeaseOnly() {
        Arrival second = Arrival.between(3, 4, 60);
        Snapshot run = request("validity: 10 h")
                .replacing(
                        "tenant_classes", "}}", "}, " + second.asking("3 H100e", "1 years", "patience: 1 years") + "}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(2);
        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(2 * 10, within(1e-9));
        assertThat(Books.heldGpuHours(run, 1, 0)).isCloseTo(3 * 10, within(1e-9));
    }

    /** All GPUs are taken until hour 40. */
    private static Micro full(String licence) {
        return request(licence)
                .with("anchors", "{holder: " + Micro.holder(10, "40 h", 1, 1e9) + "}")
                .replacing("own_regimes", "free_per", "scope: {tenant_homes: [US]}, free_per")
                .replacing("tenant_classes", "home: MY", "home: US");
    }

    @Test
    void whoWaitsForGpusWhileTheLicenceRunsOutIsDenied() {
        Snapshot run = full("validity: 10 h").run();

        assertThat(requests(run, 0, Outcome.DENIED)).isEqualTo(1);
        assertThat(run.waitingHours(0)).isCloseTo(15, within(1e-8));
    }

    /** Suspended from hour 24 to 54. */
    @Test
    void whoWaitsForGpusWhileTheLicenceIsSuspendedLetsOthersPass() {
        Snapshot run = full("audits: {dates: [2025-01-02], suspend: 1, suspension: 30 h}")
                .run();
        assertThat(FIRST.hour() + run.outcomes().waitHours(0).mean()).isCloseTo(54, within(1e-8));

        Snapshot good = full("").run();
        assertThat(FIRST.hour() + good.outcomes().waitHours(0).mean()).isCloseTo(40, within(1e-8));
    }

    /** Nothing is drawn under a licence that nothing can become of, and it has no quota. */
    @Test
    void onlyALicenceThatMayEndIsKeptTrackOf() {
        assertThat(request("").run().quotas().size()).isZero();
        Snapshot run = request("validity: 10 days").run();
        assertThat(run.quotas().name(0).licence()).isEqualTo("0");
        assertThat(run.quotas().drawnTpp(0)).isEqualTo(20);
    }
}
