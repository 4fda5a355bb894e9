package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.SsjQueue;
import straits.market.Outcome;
import straits.market.lease.Account;
import straits.market.lease.LeaseEnd;
import straits.market.tenant.DemandLaw;
import straits.random.Randomness;
import straits.simulation.Draw;
import straits.simulation.Snapshot;

/**
 * Reserved leases: ten GPUs for a month, 730 h, at 2 USD less 10 %: 18 USD an hour, 13,140 USD in all. The month of the calendar ends at
 * hour 744, amid the lease; its hours close at fractions of hours, so that January holds 744 less its arrival, rounded down.
 */
final class ReservedTest {

    private static final double HORIZON = 1000;
    private static final Arrival ONE = Arrival.between(100, 200, HORIZON);
    private static final double HOUR = 18e6;
    private static final long VALUE = 13_140_000_000L;
    private static final long JANUARY = (long) (744 - ONE.hour());

    private static Micro world(String reserved) {
        return world(ONE, reserved, "730 h", "").with("horizon", "1000 h");
    }

    private static Micro world(Arrival who, String reserved, String term, String rest) {
        return Micro.world()
                .replacing(
                        "providers",
                        "on_demand: 2.0 USD per GPU-hour",
                        "on_demand: 2 USD per GPU-hour, discounts: "
                                + "[{term: 1 months, discount: 10 %}, {term: 12 months, discount: 30 %}]")
                .with(
                        "tenant_classes",
                        "{" + who.asking("10 H100e", term, "contract: reserved, reserved: {" + reserved + "}" + rest)
                                + "}");
    }

    private static long paid(Snapshot run, int period) {
        return run.billing().accounts().paidMicroUsd(period, 0);
    }

    private static long received(Snapshot run, int period) {
        return run.billing().accounts().receivedMicroUsd(period, 0);
    }

    private static long flow(Snapshot run, Account account) {
        long sum = 0;
        for (int period = 0; period < run.catalog().timeline().periods(); period++) {
            sum += run.billing().accounts().flowMicroUsd(period, 0, account);
        }
        return sum;
    }

    private static long balance(Snapshot run, int period, Account account) {
        return run.billing().accounts().balanceMicroUsd(period, 0, account);
    }

    private static long used(Snapshot run) {
        return Books.revenueMicroUsd(run, 0, true);
    }

    @Test
    void aTermEarnsItsDiscount() {
        assertThat(used(world("").run())).isEqualTo(VALUE);
        // A year: 30 % off. What of it lies beyond the end is not charged.
        Snapshot year =
                world(ONE, "", "12 months", "").with("horizon", "1000 h").run();
        assertThat(used(year)).isCloseTo(Math.round(14e6 * (HORIZON - ONE.hour())), within(1L));
        assertThat(year.leasesEnded(LeaseEnd.RUNNING_AT_END)).isEqualTo(1);
    }

    /** A quarter of 13,140 USD at once, 13.50 USD for each hour as it closes, and 4.50 USD out of what was prepaid. */
    @Test
    void aPrepaymentIsUsedUpHourByHour() {
        Snapshot run = world("prepaid: 25 %").run();

        long first = 3_285_000_000L + JANUARY * 13_500_000L;
        assertThat(paid(run, 0)).isEqualTo(first);
        assertThat(received(run, 0)).isEqualTo(first);
        assertThat(paid(run, 1)).isEqualTo(VALUE - first);
        assertThat(balance(run, 0, Account.ADVANCES)).isEqualTo(3_285_000_000L - JANUARY * 4_500_000L);
        assertThat(balance(run, 1, Account.ADVANCES)).isZero();
        assertThat(used(run)).isEqualTo(VALUE);
        assertThat(run.billing().spendUsd(0, 0)).isCloseTo(18 * (744 - ONE.hour()), within(1e-6));
        assertThat(run.billing().ledger().debitsMicroUsd(0)).isEqualTo(VALUE);
    }

    /** The contract is longer than the run: it is prepaid whole, and what was not used by the end stays deferred. */
    @Test
    void whatIsPrepaidBeyondTheEndOfTheRunStaysDeferred() {
        Snapshot run = world(ONE, "prepaid: 1", "12 months", "")
                .with("horizon", "1000 h")
                .run();

        long value = 14_000_000L * 8760;
        assertThat(paid(run, 0)).isEqualTo(value);
        assertThat(paid(run, 1)).isZero();
        assertThat(used(run) + balance(run, 1, Account.ADVANCES)).isEqualTo(value);
        assertThat(run.billing()
                        .accounts()
                        .balanceMicroUsd(1, run.billing().accounts().pool(0), Account.ADVANCES))
                .isEqualTo(used(run) - value);
    }

    /** Used for 60 %, and at least 80 % to be paid: 60 % is charged, 20 % owed as a fee, 20 % nobody pays. */
    @ParameterizedTest
    @CsvSource({"0.6, 0.8, 0.2", "0.9, 0.8, 0", "0.5, 0, 0", "0, 1, 1"})
    void unusedHoursAreTakenOrPaid(double use, double takeOrPay, double fee) {
        Snapshot run = world("used: " + use + ", take_or_pay: " + takeOrPay).run();

        assertThat(used(run)).isEqualTo(Math.round(use * VALUE));
        assertThat(flow(run, Account.FEES)).isEqualTo(Math.round(fee * VALUE));
        assertThat(Books.soldGpuHours(run, 0, true)).isEqualTo(7300);
    }

    /** Fees are owed until the month ends. */
    @Test
    void feesArePaidWhenTheMonthIsOver() {
        Snapshot run = world("used: 0.5").run();

        assertThat(paid(run, 0)).isEqualTo(JANUARY * 9_000_000);
        assertThat(balance(run, 0, Account.PAYABLE)).isEqualTo(-JANUARY * 9_000_000);
        assertThat(paid(run, 1)).isEqualTo(730 * 9_000_000L);
        assertThat(balance(run, 1, Account.PAYABLE)).isEqualTo(-(730 - JANUARY) * 9_000_000);
    }

    /** 70 % prepaid, 60 % used: a tenth of the value comes back. */
    @Test
    void whatWasPrepaidAndNotUsedComesBack() {
        Snapshot run = world("prepaid: 0.7, used: 0.6, take_or_pay: 0").run();

        assertThat(paid(run, 0)).isEqualTo(7 * VALUE / 10);
        assertThat(paid(run, 1)).isEqualTo(-VALUE / 10);
        assertThat(flow(run, Account.FEES)).isZero();
    }

    /** After 100 h there is no more need; 630 h at 18 USD are left, of which 30 % are owed. */
    @Test
    void anExitCostsAShareOfTheChargesLeft() {
        Snapshot run = world("prepaid: 0.5, need_ends: 100 h, exit_fee: 30 %").run();

        assertThat(run.leasesEnded(LeaseEnd.EXITED)).isEqualTo(1);
        assertThat(used(run)).isEqualTo(1_800_000_000L);
        assertThat(flow(run, Account.FEES)).isEqualTo(3_402_000_000L);
        // Half of 100 h in cash and half out of 6,570 USD, of which the rest comes back.
        assertThat(paid(run, 0)).isEqualTo(1_800_000_000L);
        assertThat(paid(run, 1)).isEqualTo(3_402_000_000L);
        assertThat(Books.soldGpuHours(run, 0, true)).isEqualTo(1000);
    }

    /** To leave costs 90 % of what is left, to stay and use nothing 50 %. */
    @Test
    void whoPaysLessByStayingStays() {
        Snapshot run = world("take_or_pay: 0.5, need_ends: 100 h, exit_fee: 90 %, renewal: 1")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
        assertThat(used(run)).isEqualTo(1_800_000_000L);
        assertThat(flow(run, Account.FEES)).isEqualTo(630 * 9_000_000L);
    }

    /** To leave costs half of what is left, and so does to stay and use nothing: it leaves. */
    @Test
    void whoPaysTheSameEitherWayLeaves() {
        Snapshot run =
                world("take_or_pay: 0.5, need_ends: 100 h, exit_fee: 50 %").run();

        assertThat(run.leasesEnded(LeaseEnd.EXITED)).isEqualTo(1);
        assertThat(flow(run, Account.FEES)).isEqualTo(630 * 9_000_000L);
    }

    /** A need that ends with the term or later ends no lease: neither this term early nor the next. */
    @ParameterizedTest
    @CsvSource({"730 h, 0, COMPLETED, 730", "740 h, 1, RUNNING_AT_END, 1000"})
    void aNeedThatOutlastsTheTermIsNoExit(String needEnds, int renewal, LeaseEnd end, double until) {
        Snapshot run = world("need_ends: " + needEnds + ", renewal: " + renewal).run();

        assertThat(run.leasesEnded(LeaseEnd.EXITED)).isZero();
        assertThat(run.leasesEnded(end)).isEqualTo(1);
        double hours = renewal == 1 ? until - ONE.hour() : until;
        assertThat(used(run)).isCloseTo(Math.round(HOUR * hours), within(1L));
    }

    /** A rule ends the first at hour 754, ahead of the end of its need at hour 800. The second holds the same GPUs then, and goes on. */
    @Test
    void anExitThatWasPlannedEndsNoOtherLease() {
        Arrival later = Arrival.between(770, 790, HORIZON);
        Micro world = world("need_ends: " + (800 - ONE.hour()) + " h");
        world.replacing(
                "tenant_classes",
                "{" + ONE.slug(),
                "{" + later.asking("10 H100e", "730 h", "contract: reserved, reserved: {exit_fee: 0}") + ", "
                        + ONE.slug());
        Snapshot run = world.regime(
                        "{r: {kind: remote_access, dates: {effective: 2025-02-01, rescinded: 2025-02-02},"
                                + " mode: prohibition, wind_down: 10 h}}",
                        "{}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.EXITED)).isZero();
        assertThat(run.leasesEnded(LeaseEnd.RUNNING_AT_END)).isEqualTo(1);
        assertThat(used(run)).isCloseTo(Math.round(HOUR * (754 - ONE.hour() + HORIZON - later.hour())), within(2L));
    }

    /** Its second draw says no. Of each term 70 % are prepaid and 60 % used: a tenth of its value comes back as it ends. */
    @Test
    void whetherItRenewsOnceMoreIsDrawnAnewAndEachTermSettlesForItself() {
        Arrival who = Arrival.between(110, 120, 3000);
        var draws = Randomness.of(Micro.SEED, 0).keyed("renewal");
        double first = draws.uniform(Randomness.key(who.slug()), 0, 0);
        double second = draws.uniform(Randomness.key(who.slug()), 0, 1);
        String terms = "prepaid: 0.7, used: 0.6, take_or_pay: 0, renewal: " + (first + second) / 2;
        Snapshot run = world(who, terms, "730 h", "").with("horizon", "3000 h").run();

        assertThat(first).isLessThan(second);
        assertThat(run.leasesEnded(LeaseEnd.RENEWED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
        assertThat(used(run)).isEqualTo(2 * 6 * VALUE / 10);
        assertThat(flow(run, Account.ADVANCES)).isZero();
        assertThat(run.billing().spentMicroUsd(0)).isEqualTo(2 * 6 * VALUE / 10);
    }

    /** A provider that must report its leases reports a renewal as well. */
    @Test
    void aRenewalIsReportedLikeALease() {
        Micro world = world("renewal: 1")
                .replacing("providers", "owner_class: local", "owner_class: gatekeeper")
                .regime(
                        "{cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 1 TPP}, exempt: {kind: gatekeeper_exemption,"
                                + " dates: {effective: 2024-01-01}, scope: {owner_classes: [gatekeeper]}}}",
                        "{}");

        assertThat(world.run().gatekeeper().reports()).isEqualTo(2);
    }

    /** Whether it renews is keyed by its request, the class's first. */
    @ParameterizedTest
    @CsvSource({"0.001, 1", "-0.001, 0"})
    void aTenantRenewsAsItsKeyedDrawSays(double aboveItsDraw, int renewed) {
        double draw = Randomness.of(Micro.SEED, 0).keyed("renewal").uniform(Randomness.key(ONE.slug()), 0, 0);
        Snapshot run = world("renewal: " + (draw + aboveItsDraw)).run();

        double hours = renewed == 1 ? HORIZON - ONE.hour() : 730;
        assertThat(run.leasesEnded(LeaseEnd.RENEWED)).isEqualTo(renewed);
        assertThat(run.metering().signed()).isEqualTo(1 + renewed);
        assertThat(used(run)).isCloseTo(Math.round(HOUR * hours), within(1L));
    }

    /** Whoever waits gets nothing while its holder renews, and everything when it does not. */
    @ParameterizedTest
    @CsvSource({"1, 0, 1", "0, 1, 0"})
    void aRenewalKeepsTheGpusFromWhoWaits(double renewal, int served, int renewed) {
        Arrival later = Arrival.between(300, 400, HORIZON);
        Micro world = world("renewal: " + renewal);
        world.replacing(
                "tenant_classes",
                "{" + ONE.slug(),
                "{" + later.asking("10 H100e", "9 h", "patience: 900 h") + ", " + ONE.slug());
        Snapshot run = world.run();

        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(served);
        assertThat(run.leasesEnded(LeaseEnd.RENEWED)).isEqualTo(renewed);
        assertThat(Fingerprint.of(world.run(new Draw(Micro.SEED, 0), new SsjQueue())))
                .isEqualTo(Fingerprint.of(run));
    }

    /** By hour 830 at the latest the price has long passed what its tenant pays, 1.80 USD at first; a term then is not renewed. */
    @Test
    void aRenewalAboveWillingnessIsNone() {
        Micro world = world(ONE, "renewal: 1", "730 h", ", willingness: 2 USD per H100e-hour")
                .with("horizon", "1000 h")
                .replacing(
                        "providers",
                        "owner_class: local",
                        "owner_class: local, pricing: {policy: utilisation, review: 500 h, target: 0.5, sensitivity: 1}");
        Snapshot run = world.run();

        // Leased at the only review in between: up by e^0.5, to 2.97 USD with the discount.
        assertThat(run.leasesEnded(LeaseEnd.RENEWED)).isZero();
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
    }

    /** A prohibition comes at hour 744 with 10 h of grace: 754 less the arrival used, 40 % of the rest of the prepayment back, 10 % owed. */
    @Test
    void aRuleThatEndsItOwesWhatTheClauseSays() {
        Snapshot run = world("prepaid: 0.5, termination: {refund: 40 %, fee: 10 %}")
                .regime(
                        "{r: {kind: remote_access, dates: {effective: 2025-02-01}, mode: prohibition, wind_down: 10 h}}",
                        "{}")
                .run();

        double hours = 754 - ONE.hour();
        double left = 730 - hours;
        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(1);
        assertThat(used(run)).isCloseTo(Math.round(HOUR * hours), within(1L));
        assertThat(flow(run, Account.FEES)).isCloseTo(Math.round(HOUR * left * (0.5 * 0.6 + 0.1)), within(2L));
        assertThat(flow(run, Account.ADVANCES)).isZero();
        assertThat(paid(run, 0) + paid(run, 1)).isCloseTo(used(run), within(1L));
    }

    /** The term is over at hour 744.5, and so is the time that a rule of hour 744 gives: it ends the lease, which is not renewed after all. */
    @Test
    void whatARuleEndsAtTheEndOfItsTermIsNotRenewed() {
        Snapshot run = Micro.world()
                .with("horizon", "1000 h")
                .with(
                        "tenant_classes",
                        "{c: {home: MY, population: {tenants: 1, think: 14.5 h}, size: 10 H100e, duration: 730 h,"
                                + " willingness: 9 USD per H100e-hour, contract: reserved, reserved: {renewal: 1}}}")
                .regime(
                        "{r: {kind: remote_access, dates: {effective: 2025-02-01}, mode: prohibition, wind_down: 30 min}}",
                        "{}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.REVOKED)).isEqualTo(1);
        assertThat(run.leasesEnded(LeaseEnd.RENEWED)).isZero();
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isZero();
        assertThat(used(run)).isEqualTo(730 * 20_000_000L);
    }

    /** No renewal under a rule that would not let the lease be signed. */
    @Test
    void aRenewalPassesTheDoor() {
        Snapshot run = world("renewal: 1")
                .regime("{r: {kind: remote_access, dates: {effective: 2025-02-01}, mode: prohibition}}", "{}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.RENEWED)).isZero();
        assertThat(run.leasesEnded(LeaseEnd.COMPLETED)).isEqualTo(1);
    }

    /** 0.5 of every hour is prepaid and the state takes 15 % of all that is charged. */
    @Test
    void theStateHasItsShareOfWhatIsPrepaidToo() {
        Snapshot run = world("prepaid: 0.5")
                .regime("{r: {kind: revenue_share, dates: {effective: 2024-01-01}, share: 15 %}}", "{}")
                .run();

        assertThat(used(run)).isEqualTo(VALUE);
        assertThat(received(run, 0) + received(run, 1)).isCloseTo(Math.round(0.85 * VALUE), within(800L));
    }

    /** A lease found in force has used up what it prepaid; it pays by the hour, and may renew. */
    @Test
    void leasesFoundInForceHaveNothingPrepaid() {
        Snapshot run = Micro.world()
                .with("horizon", "730 h")
                .with(
                        "tenant_classes",
                        "{c: "
                                + tenants(
                                        "{rate: 0 per hour}",
                                        "1 H100e",
                                        "730 h",
                                        "contract: reserved, opening: 10 H100e, reserved: {prepaid: 0.5, renewal: 1}")
                                + "}")
                .run();

        assertThat(run.leasesEnded(LeaseEnd.RENEWED)).isEqualTo(10);
        long paidAhead = run.billing().accounts().balanceMicroUsd(0, 0, Account.ADVANCES);
        assertThat(used(run) + paidAhead).isEqualTo(paid(run, 0));
        assertThat(used(run)).isCloseTo(Math.round(10 * 2e6 * 730), within(20L));
    }

    @Test
    void aTermIsAMonthToSixtyMonths() {
        Snapshot run = world(ONE, "", "{uniform: {low: 1 h, high: 2 h}}", "")
                .with("horizon", "1000 h")
                .run();

        assertThat(used(run)).isEqualTo(VALUE);
        assertThat(DemandLaw.expectedH100eHours(
                        run.catalog().tenantClass(0),
                        HORIZON,
                        run.catalog().scenario().start()))
                .isCloseTo(demand(), within(1e-3));
    }

    /** 1/1000 an hour, ten for 730 h, cut at 1000 h: 270 whole and the last 730 half on average. */
    private static double demand() {
        return ONE.ratePerHour() * 10 * 730 * (270 + 730 / 2.0);
    }

    /** Every draw of the world without terms is the same with them. */
    @Test
    void noOtherDrawMoves() {
        Map<String, Double> without = new TreeMap<>();
        Map<String, Double> with = new TreeMap<>();
        Micro plain = world("");
        plain.replacing("tenant_classes", ", reserved: {}", "");
        plain.run((stream, ordinal, value) -> without.put(stream + " " + ordinal, value));
        world(
                        "prepaid: 0.3, used: {uniform: {low: 0, high: 1}}, need_ends: {exponential: {mean: 900 h}}, renewal: 0.5, exit_fee: 0.1")
                .run((stream, ordinal, value) -> with.put(stream + " " + ordinal, value));

        List<String> fresh = new ArrayList<>(with.keySet());
        fresh.removeAll(without.keySet());
        assertThat(with).containsAllEntriesOf(without);
        assertThat(fresh).allMatch(key -> key.startsWith("reserved ") || key.startsWith("renewal:"));
        assertThat(fresh).hasSize(6);
    }
}
