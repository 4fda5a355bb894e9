package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.SsjQueue;
import straits.market.Outcome;
import straits.measurement.Ledger;
import straits.simulation.Draw;
import straits.simulation.Snapshot;
import straits.units.Money;
import straits.units.SimTime;

/** A state that takes 15 % of what covered leases are charged. Ten GPUs of one pool at 2 USD. */
final class RevenueShareTest {

    private static final Arrival ONE = Arrival.between(0, 5, 20);
    private static final Arrival LATER = Arrival.between(24, 40, 60);

    private static String rule(String dates, String rest) {
        return "{kind: revenue_share, dates: {" + dates + "}, share: 15 %" + rest + "}";
    }

    private static Micro world(String rules, String tenants) {
        return Micro.world()
                .with("horizon", "20 h")
                .with("tenant_classes", "{" + tenants + "}")
                .regime("{" + rules + "}", "{}");
    }

    private static long micros(double hours) {
        return Math.round(hours * SimTime.MICROS_PER_HOUR);
    }

    /** Charges of a lease of 10 GPUs hour by hour, and the share of each rounded once. */
    private static long[] charges(long microUsdPerGpuHour, long micros, double share) {
        long charged = 0;
        long owed = 0;
        for (long from = 0; from < micros; from += SimTime.MICROS_PER_HOUR) {
            long charge = Money.charge(10 * microUsdPerGpuHour, Math.min(SimTime.MICROS_PER_HOUR, micros - from));
            charged += charge;
            owed += Math.round(charge * share);
        }
        return new long[] {charged, owed};
    }

    private static void booked(Snapshot run, long charged, long owed) {
        Ledger ledger = run.billing().ledger();
        int tenants = run.catalog().tenants().size();
        assertThat(ledger.debitsMicroUsd(0)).isEqualTo(charged);
        assertThat(ledger.creditsMicroUsd(0)).isEqualTo(charged);
        assertThat(ledger.debitsMicroUsd(tenants)).isEqualTo(owed);
        assertThat(ledger.creditsMicroUsd(1)).isEqualTo(owed);
        assertThat(ledger.imbalanceMicroUsd()).isZero();
        double usd = Books.overPeriods(run, period -> run.billing().revenueShareUsd(period, 0));
        assertThat(Math.round(usd * 1e6)).isEqualTo(owed);
    }

    /** Passed on whole, the provider is left with its 2 USD: 2 / 0.85; passed on by half, 2 / (1 - 0.075). */
    @ParameterizedTest
    @CsvSource({
        "floating, '', 2000000",
        "locked, '', 2000000",
        "floating, ', passed_on: 1', 2352941",
        "locked, ', passed_on: 1', 2352941",
        "floating, ', passed_on: 0.5', 2162162",
    })
    void aShareOfEveryChargeGoesToTheState(String basis, String passedOn, long microUsd) {
        Snapshot run = world(
                        "r: " + rule("effective: 2024-01-01", passedOn),
                        ONE.asking("10 H100e", "7.3 h", "price_basis: " + basis))
                .run();

        long[] expected = charges(microUsd, micros(7.3), 0.15);
        booked(run, expected[0], expected[1]);
        assertThat(run.gpuHourEvents()).isEqualTo(7);
    }

    @Test
    void whoIsNotCoveredPaysTheStandingPrice() {
        Snapshot run = world(
                        "r: " + rule("effective: 2024-01-01", ", passed_on: 1, scope: {tenant_homes: [CN]}"),
                        ONE.asking("10 H100e", "7.3 h", ""))
                .run();

        booked(run, charges(2_000_000, micros(7.3), 0)[0], 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2.35, TOO_EXPENSIVE, cheapest",
        "2.36, SERVED, cheapest",
        "2.35, TOO_EXPENSIVE, logit",
        "2.36, SERVED, logit"
    })
    void whatIsPassedOnCountsAgainstWillingness(double willingness, Outcome outcome, String choice) {
        Snapshot run = world(
                        "r: " + rule("effective: 2024-01-01", ", passed_on: 1"),
                        ONE.asking(
                                "10 H100e",
                                "7.3 h",
                                "willingness: " + willingness + " USD per H100e-hour, choice: {rule: " + choice + "}"))
                .run();

        assertThat(requests(run, 0, outcome)).isEqualTo(1);
    }

    /** Signed before midnight of the 2nd it owes nothing, floating or not; signed after, every hour. */
    @ParameterizedTest
    @CsvSource({"true, floating", "true, locked", "false, floating", "false, locked"})
    void onlyLeasesSignedUnderTheRuleOwe(boolean before, String basis) {
        Arrival who = before ? Arrival.between(0, 5, 60) : LATER;
        Snapshot run = world(
                        "r: " + rule("effective: 2025-01-02", ", passed_on: 1"),
                        who.asking("10 H100e", "19.5 h", "price_basis: " + basis))
                .with("horizon", "60 h")
                .run();

        long[] expected = charges(before ? 2_000_000 : 2_352_941, micros(19.5), before ? 0 : 0.15);
        booked(run, expected[0], expected[1]);
    }

    /** The hour under way at the rescission is the last that owes; a floating price falls back then. */
    @ParameterizedTest
    @CsvSource({"floating, 2000000", "locked, 2352941"})
    void aRescissionEndsItWithTheHour(String basis, long later) {
        Snapshot run = world(
                        "r: " + rule("effective: 2024-01-01, rescinded: 2025-01-02", ", passed_on: 1"),
                        Arrival.between(0, 5, 60).asking("10 H100e", "30 h", "price_basis: " + basis))
                .with("horizon", "60 h")
                .run();

        int owing = (int) Math.ceil(24 - Arrival.between(0, 5, 60).hour());
        long[] under = charges(2_352_941, owing * SimTime.MICROS_PER_HOUR, 0.15);
        long[] after = charges(later, (30 - owing) * SimTime.MICROS_PER_HOUR, 0);
        booked(run, under[0] + after[0], under[1]);
    }

    @Test
    void severalSharesAddUp() {
        Snapshot run = world(
                        "one: " + rule("effective: 2024-01-01", ", passed_on: 1") + ", two: "
                                + rule("effective: 2024-01-01", ""),
                        ONE.asking("10 H100e", "7.3 h", ""))
                .run();

        long[] expected = charges(2_352_941, micros(7.3), 0.3);
        booked(run, expected[0], expected[1]);
    }

    /** A month begins within an hour: each month gets its part, and the rule ends with the month. */
    @Test
    void hoursOfTwoMonthsOweInBoth() {
        Snapshot run = world(
                        "r: " + rule("effective: 2024-01-01, rescinded: 2025-02-01", ""),
                        Arrival.between(735, 743, 760).asking("10 H100e", "15 h", ""))
                .with("horizon", "760 h")
                .run();

        double hour = Arrival.between(735, 743, 760).hour();
        double january = 10 * 2 * 0.15 * (744 - hour);
        double owing = Math.ceil(744 - hour);
        assertThat(run.billing().revenueShareUsd(0, 0)).isCloseTo(january, within(2e-6));
        assertThat(run.billing().revenueShareUsd(1, 0)).isCloseTo(10 * 2 * 0.15 * owing - january, within(2e-6));
    }

    @Test
    void anAnchorPaysWhatIsPassedOnToo() {
        Micro world = Micro.world()
                .with("horizon", "10 days")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 10 H100e}, review: 1 days}}")
                .regime("{r: " + rule("effective: 2024-01-01", ", passed_on: 1") + "}", "{}");
        Snapshot run = world.run();

        double hours = Books.heldGpuHours(run, 0, 0);
        assertThat(hours).isGreaterThan(10 * 24 * 9);
        assertThat(run.billing().spendUsd(0, 0)).isCloseTo(hours * 2.352941, within(1e-3));
        assertThat(run.billing().revenueShareUsd(0, 0)).isCloseTo(hours * 2.352941 * 0.15, within(1e-3));
        assertThat(Fingerprint.of(world.run(new Draw(Micro.SEED, 0), new SsjQueue())))
                .isEqualTo(Fingerprint.of(run));
    }

    /** From hour 10 on: what is measured goes by time, what is paid by the hours that close. */
    @Test
    void whatWasSharedInTheWarmUpIsLeftOut() {
        Snapshot run = world("r: " + rule("effective: 2024-01-01", ""), ONE.asking("10 H100e", "100 h", ""))
                .with("warm_up", "10 h")
                .run();

        long[] all = charges(2_000_000, micros(20 - ONE.hour()), 0.15);
        long[] before = charges(2_000_000, ((long) (10 - ONE.hour())) * SimTime.MICROS_PER_HOUR, 0.15);
        assertThat(run.billing().revenueShareUsd(0, 0)).isCloseTo(0.15 * 20 * 10, within(2e-6));
        assertThat(run.billing().ledger().debitsMicroUsd(1)).isEqualTo(all[1]);
        assertThat(run.billing().accounts().paidMicroUsd(0, 0)).isEqualTo(all[0] - before[0]);
        assertThat(run.billing().accounts().sharedMicroUsd(0, 0)).isEqualTo(all[1] - before[1]);
    }
}
