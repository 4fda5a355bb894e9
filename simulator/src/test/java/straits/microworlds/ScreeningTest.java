package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.chip;
import static straits.microworlds.Micro.country;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.market.Reason;
import straits.random.Randomness;
import straits.regulation.Clause;
import straits.regulation.Denials;
import straits.simulation.Snapshot;

/**
 * Screening by providers. A GPU has 10 TPP and 1 H100e; there are 1,000 in Malaysia at 2 USD and 1,000 in Vietnam at 3 USD.
 */
final class ScreeningTest {

    private static final Arrival ONE = Arrival.between(0, 5, 20);
    private static final String DATES = "dates: {effective: 2024-01-01}";
    private static final String MALAYSIA = ", scope: {destinations: [malaysia]}";
    private static final String DESK = "{review_classes: {r: {review_time: 5 h, approve: 1}}}";

    private static String screening(String rest) {
        return "{kind: kyc_screening, " + DATES + ", cost: 100 USD" + rest + "}";
    }

    private static Micro world(String rules) {
        return Micro.world()
                .with("horizon", "20 h")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with("countries", "{malaysia: " + country("MY") + ", vietnam: " + country("VN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 9 MW}}, hanoi: {country: vietnam, it_power_limit: {2024-01-01: 9 MW}}}")
                .with(
                        "providers",
                        "{a: " + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 1000 GPUs}") + ", b: "
                                + Micro.provider("h100", 3, "{site: hanoi, chip: h100, installed: 1000 GPUs}") + "}")
                .regime("{" + rules + "}", DESK);
    }

    private static Micro one(String rules, String rest) {
        return world(rules).with("tenant_classes", "{" + ONE.asking("10 H100e", "10 h", rest) + "}");
    }

    private static long costMicroUsd(Snapshot run, int provider) {
        return run.gatekeeper().complianceCosts().microUsd(provider, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "5 h, patience: 4 h, LICENCE_PENDING",
        "5 h, patience: 6 h, SERVED",
        "5 h, 'patience: 6 h, suspect_share: 1', SCREENED_OUT",
        "0 h, '', SERVED",
        "0 h, suspect_share: 1, SCREENED_OUT",
    })
    void aRequestWaitsForItsScreeningAndHoldsNothing(String time, String rest, Outcome outcome) {
        Snapshot run = one("kyc: " + screening(", time: {constant: " + time + "}"), rest)
                .run();

        assertThat(requests(run, 0, outcome)).isEqualTo(1);
        assertThat(costMicroUsd(run, 0)).isEqualTo(100_000_000);
        assertThat(costMicroUsd(run, 1)).isZero();
        Clause clause = outcome == Outcome.LICENCE_PENDING ? Clause.PENDING : Clause.SCREENED_OUT;
        assertThat(run.denials().requests(0, 0, 0, clause)).isEqualTo(outcome == Outcome.SERVED ? 0 : 1);
        double wait = outcome == Outcome.SERVED && time.equals("5 h") ? 5 : 0;
        double hours = outcome == Outcome.SERVED ? Math.min(10, 20 - ONE.hour() - wait) : 0;
        assertThat(Books.soldGpuHours(run, 0, false)).isCloseTo(10 * hours, within(1e-7));
    }

    @Test
    void whoFailsIsServedWhereNobodyScreens() {
        Snapshot run = one("kyc: " + screening(MALAYSIA), "suspect_share: 1, willingness: 2 USD per H100e-hour")
                .run();
        Snapshot dearer = one("kyc: " + screening(MALAYSIA), "suspect_share: 1").run();

        // Vietnam is above what it pays: the furthest any offer came.
        assertThat(requests(run, 0, Outcome.TOO_EXPENSIVE)).isEqualTo(1);
        assertThat(costMicroUsd(run, 0)).isEqualTo(100_000_000);
        assertThat(Books.soldGpuHours(dearer, 1, false)).isCloseTo(100, within(1e-9));
        assertThat(costMicroUsd(dearer, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "patience: 9.9 h, LICENCE_PENDING",
        "patience: 10.1 h, SERVED",
        "'patience: 10.1 h, suspect_share: 1', SCREENED_OUT"
    })
    void whoIsScreenedAppliesThen(String rest, Outcome outcome) {
        String licence = "{kind: remote_access, " + DATES
                + ", free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}";
        Snapshot run = one("lic: " + licence + ", kyc: " + screening(", time: 5 h"), rest)
                .run();

        assertThat(requests(run, 0, outcome)).isEqualTo(1);
        assertThat(run.desk().filed()).isEqualTo(outcome == Outcome.SCREENED_OUT ? 0 : 1);
    }

    @Test
    void whatIsProhibitedIsNotScreened() {
        Snapshot run = one(
                        "kyc: " + screening("") + ", ban: {kind: remote_access, mode: prohibition, " + DATES + "}",
                        "suspect_share: 1")
                .run();

        assertThat(requests(run, 0, Outcome.DENIED)).isEqualTo(1);
        assertThat(costMicroUsd(run, 0)).isZero();
    }

    private static Snapshot many(double falsePositive, double falseNegative) {
        return world("kyc: " + screening(", false_positive: " + falsePositive + ", false_negative: " + falseNegative))
                .with(
                        "tenant_classes",
                        "{many: " + Micro.tenants("{rate: 200 per hour}", "1 H100e", "1 s", "suspect_share: 0.2") + "}")
                .run();
    }

    /** Screened out of 4,000: suspects found, 0.2 x 0.9, and others in error, 0.8 x 0.05. */
    @Test
    void sharesScreenedOutAreThoseOfBayes() {
        Snapshot run = many(0.05, 0.1);
        double all = requests(run, 0);
        double expected = 0.2 * 0.9 + 0.8 * 0.05;

        assertThat(all).isBetween(3500.0, 4500.0);
        assertThat(requests(run, 0, Outcome.SCREENED_OUT) / all)
                .isCloseTo(expected, within(3.29 * Math.sqrt(expected * (1 - expected) / all)));
        assertThat(costMicroUsd(run, 0)).isEqualTo(requests(run, 0) * 100_000_000);
    }

    /** Who is a suspect is drawn apart from errors: of those found, the suspects are 0.2 x 0.9 / 0.22. */
    @Test
    void suspectsAndErrorsAreIndependent() {
        long suspects = requests(many(0, 0), 0, Outcome.SCREENED_OUT);
        long found = requests(many(0, 0.1), 0, Outcome.SCREENED_OUT);
        long alarms = requests(many(0.05, 0), 0, Outcome.SCREENED_OUT) - suspects;

        assertThat(requests(many(0.05, 0.1), 0, Outcome.SCREENED_OUT)).isEqualTo(found + alarms);
        double precision = 0.2 * 0.9 / 0.22;
        double out = found + alarms;
        assertThat(found / out).isCloseTo(precision, within(3.29 * Math.sqrt(precision * (1 - precision) / out)));
    }

    /** Screened at its first review by the provider in Malaysia, who has all it wants; reviews are daily. */
    private static Snapshot anchor(String rest, String horizon) {
        return world("kyc: " + screening(rest))
                .with("horizon", horizon)
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, countries: [malaysia], max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days}}")
                .run();
    }

    private static double reviewHour(int day) {
        return 24 * (day + Randomness.of(Micro.SEED, 0).keyed("procurement").uniform(Randomness.key("x"), day, 0));
    }

    private static String clauses(Snapshot run) {
        return run.denials().in(0).stream()
                .map(Denials.Denial::refusal)
                .map(refusal -> refusal.clause().word())
                .collect(Collectors.joining(" "));
    }

    @Test
    void anAnchorIsScreenedOncePerProviderAtItsFirstPurchase() {
        Snapshot run = anchor(", time: {constant: 50 h}", "10 days");
        int day = 0;
        while (reviewHour(day) < reviewHour(0) + 50) {
            day++;
        }

        assertThat(costMicroUsd(run, 0)).isEqualTo(100_000_000);
        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(100 * (240 - reviewHour(day)), within(1e-6));
        assertThat(clauses(run)).isEqualTo("pending");
        assertThat(Books.reasonHours(run, 0, Reason.SCREENING))
                .isCloseTo(100 * (reviewHour(day) - reviewHour(0)), within(1e-6));
    }

    @Test
    void aScreeningWithoutTimeLetsAnAnchorSignAtOnce() {
        Snapshot run = anchor("", "10 days");

        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(100 * (240 - reviewHour(0)), within(1e-6));
        assertThat(clauses(run)).isEmpty();
    }

    @Test
    void anAnchorIsNoSuspectButMayBeTurnedAwayInError() {
        Snapshot run = anchor(", false_positive: 1", "10 days");

        assertThat(run.metering().heldGpus(0, 0)).isZero();
        assertThat(costMicroUsd(run, 0)).isEqualTo(100_000_000);
        assertThat(clauses(run)).isEqualTo("screened_out");
        assertThat(Books.reasonHours(run, 0, Reason.SCREENING)).isCloseTo(100 * (240 - reviewHour(0)), within(1e-6));
    }

    @Test
    void costsFallIntoTheirMonthAndLeaveTheWarmUpOut() {
        String many = "{many: " + Micro.tenants("{rate: 0.1 per hour}", "1 H100e", "1 s", "") + "}";
        Micro world =
                world("kyc: " + screening("")).with("tenant_classes", many).with("horizon", "40 days");
        Snapshot whole = world.run();
        Snapshot warm = world.with("warm_up", "31 days").run();

        for (int period = 0; period < 2; period++) {
            long requests = whole.outcomes().requests(period, 0, Outcome.SERVED);
            assertThat(whole.gatekeeper().complianceCosts().microUsd(0, period)).isEqualTo(requests * 100_000_000);
        }
        assertThat(warm.gatekeeper().complianceCosts().microUsd(0, 0)).isZero();
        assertThat(warm.gatekeeper().complianceCosts().microUsd(0, 1))
                .isEqualTo(whole.gatekeeper().complianceCosts().microUsd(0, 1));
    }
}
