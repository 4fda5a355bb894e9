package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Procurement;
import straits.market.tenant.NeedPath;
import straits.random.Randomness;
import straits.simulation.Snapshot;

/** Needs that follow from users, tokens and training runs, and discoveries that change them; one review a day, 1 USD a GPU-hour. */
final class NeedTest {

    /** Hour at which the review of a day takes place. */
    private static double reviewHour(int day) {
        return 24 * (day + Randomness.of(Micro.SEED, 0).keyed("procurement").uniform(Randomness.key("x"), day, 0));
    }

    private static Micro world(String needs) {
        return Micro.world()
                .with("horizon", "30 days")
                .with(
                        "providers",
                        "{cloud: " + provider("h100", 1, "{site: johor, chip: h100, installed: 1000 GPUs}") + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, review: 1 days, "
                                + needs + "}}");
    }

    private static double needHours(Snapshot run) {
        return Books.overPeriods(run, run.procurements().get(0).measures()::needHours);
    }

    /** 100 H100e for ten days, then times factor^(elasticity - 1) for twenty. */
    @ParameterizedTest
    @CsvSource({"4, 0, 25", "4, 0.5, 50", "4, 1, 100", "4, 1.5, 200", "1, 3, 100", "0.25, 0.5, 200"})
    void aDiscoveryDividesComputeAndOutputRebounds(double factor, double elasticity, double after) {
        Snapshot run = world("need: {2025-01-01: 100 H100e}, efficiency_shocks: [{on: 2025-01-11, factor: " + factor
                        + ", elasticity: " + elasticity + "}]")
                .run();

        assertThat(needHours(run)).isCloseTo(24 * (10 * 100 + 20 * after), within(1e-6));
        double changes = reviewHour(10);
        double held = 100 * (changes - reviewHour(0)) + after * (720 - changes);
        assertThat(Books.heldGpuHours(run, 0, 0)).isCloseTo(held, within(1e-6));
        assertThat(run.billing().spentMicroUsd(0)).isCloseTo(Math.round(held * 1e6), within(3L));
    }

    @Test
    void discoveriesMultiply() {
        Snapshot run = world("need: {2025-01-01: 100 H100e}, efficiency_shocks: [{on: 2025-01-21, factor: 2},"
                        + " {on: 2025-01-11, factor: 5, elasticity: 2}, {on: 2024-01-01, factor: 10}]")
                .run();

        assertThat(needHours(run)).isCloseTo(24 * 10 * (10 + 50 + 25), within(1e-6));
    }

    /** 1,000 users x 240 tokens a day x 1,000 operations / (10^6 operations an hour x 0.5) = 20 H100e. */
    private static final String SERVICE =
            "services: {chat: {users: {2025-01-01: 1000, 2025-01-11: 2000}, tokens_per_user_day: {2025-01-06: 240},"
                    + " operations_per_token: 1000 operations, utilisation: 0.5}}";

    /** 2.4 x 10^9 operations in 240 hours at 10^6 an hour x 0.5 = 20 H100e. */
    private static final String RUN =
            "training_runs: {big: {starts: 2025-01-16, duration: 10 days, operations: 2.4e9 operations, utilisation: 0.5}}";

    private static final String PEAK = "peak: 1e6 operations per H100e-hour, ";

    @Test
    void needFollowsFromUsersTokensAndRuns() {
        Snapshot run = world("needs: {" + PEAK + SERVICE + ", " + RUN + "}").run();

        Procurement anchor = run.procurements().get(0);
        assertThat(anchor.plan().parts()).extracting(NeedPath::name).containsExactly("chat", "big");
        assertThat(needHours(run)).isCloseTo(24 * (5 * 20 + 20 * 40 + 10 * 20), within(1e-6));
        assertThat(anchor.plan().needH100e(hours(4 * 24))).isZero();
        assertThat(anchor.plan().needH100e(hours(16 * 24))).isCloseTo(60, within(1e-9));
        assertThat(anchor.plan().needH100e(hours(25 * 24))).isCloseTo(40, within(1e-9));
        // What it rents on demand for the run it gives back when the run is over.
        assertThat(run.metering().heldGpus(0, 0)).isEqualTo(40);
    }

    /** 2,788,000 H800-hours on 2,048 GPUs at 2 USD an hour: 5.576 million USD, but for the hours before its first and last review. */
    @Test
    void theRunOfDeepSeekCostsWhatItsPaperSays() {
        double hours = 2_788_000.0 / 2048;
        double operations = 2_788_000 * 1e6 * 0.4;
        Snapshot run = Micro.world()
                .with("horizon", "90 days")
                .with("chips", "{h800: " + Micro.chip(15_832, 1) + "}")
                .with(
                        "providers",
                        "{cloud: " + provider("h800", 2, "{site: johor, chip: h800, installed: 3000 GPUs}") + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, review: 10 min, needs: {"
                                + PEAK
                                + "training_runs: {v3: {starts: 2025-01-11, duration: " + hours + " h, operations: "
                                + operations
                                + " operations, utilisation: 0.4}}}}}")
                .run();

        assertThat(needHours(run)).isCloseTo(2_788_000, within(1e-3));
        assertThat(run.procurements().get(0).measures().peakH100e()).isEqualTo(2048);
        assertThat(run.billing().spentMicroUsd(0) / 1e6).isCloseTo(5_576_000, within(0.0003 * 5_576_000));
    }

    private static long hours(double hours) {
        return Math.round(hours * 3.6e9);
    }

    @Test
    void aNeedByDateBesideIsOnlyReported() {
        Snapshot run = world("need: {2025-01-01: 500 H100e}, needs: {" + PEAK + SERVICE + "}")
                .run();

        Procurement anchor = run.procurements().get(0);
        assertThat(anchor.measures().peakH100e()).isEqualTo(40);
        assertThat(anchor.plan().besides())
                .hasValueSatisfying(beside -> assertThat(anchor.plan().needHours(beside, 0, hours(10)))
                        .isCloseTo(5000, within(1e-6)));
    }
}
