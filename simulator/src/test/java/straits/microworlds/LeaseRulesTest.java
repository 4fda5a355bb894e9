package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.chip;
import static straits.microworlds.Micro.country;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.regulation.Clause;
import straits.simulation.Snapshot;

/**
 * One request of a class and the rules on remote access before it. A GPU has 10 TPP and 1 H100e; there are 100 in Malaysia at
 * 2 USD and 100 in Vietnam at 3 USD.
 */
final class LeaseRulesTest {

    private static final Arrival ONE = Arrival.between(0, 5, 20);
    private static final Arrival IN_THIRTY_HOURS = Arrival.between(0, 5, 30);
    private static final String FROM_THE_START = "kind: remote_access, dates: {effective: 2024-01-01}, ";
    private static final String MALAYSIA = "scope: {destinations: [malaysia]}, ";
    private static final String CAP = "{" + FROM_THE_START + "mode: cap, free_per_tenant_and_country: 100 TPP}";
    private static final String PROHIBITION = "{" + FROM_THE_START + "mode: prohibition}";
    private static final String LICENCE =
            "{" + FROM_THE_START + "free_per_tenant_and_country: 100 TPP, licence_quota: 1 TPP, review: r}";

    private static Micro world(String rules, double gpus, String rest) {
        return world(ONE, rules, gpus, rest);
    }

    private static Micro world(Arrival one, String rules, double gpus, String rest) {
        return Micro.world()
                .with("horizon", "20 h")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with("countries", "{malaysia: " + country("MY") + ", vietnam: " + country("VN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 9 MW}}, hanoi: {country: vietnam, it_power_limit: {2024-01-01: 9 MW}}}")
                .with(
                        "providers",
                        "{a: " + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 100 GPUs}") + ", b: "
                                + Micro.provider("h100", 3, "{site: hanoi, chip: h100, installed: 100 GPUs}") + "}")
                .with("tenant_classes", "{" + one.asking(gpus + " H100e", "10 h", rest) + "}")
                .regime("{" + rules + "}", "{review_classes: {r: {review_time: 5 h, approve: 1}}}");
    }

    private static void denied(Snapshot run, int rule, Clause clause) {
        assertThat(requests(run, 0, Outcome.DENIED)).isEqualTo(1);
        assertThat(run.denials().requests(0, 0, rule, clause)).isEqualTo(1);
        assertThat(run.desk().filed()).isZero();
    }

    @Test
    void aCapIsAllThereIs() {
        assertThat(requests(world("r: " + CAP, 10, "patience: 9 h").run(), 0, Outcome.SERVED))
                .isEqualTo(1);
        denied(world("r: " + CAP, 11, "patience: 9 h").run(), 0, Clause.CAP_EXHAUSTED);
    }

    @Test
    void aProhibitionLeavesNothing() {
        denied(world("r: " + PROHIBITION, 1, "patience: 9 h").run(), 0, Clause.PROHIBITED);
    }

    @Test
    void aProhibitionCoversChipsWithoutPerformanceToo() {
        Micro world = world("r: " + PROHIBITION, 1, "").with("chips", "{h100: " + chip(0, 1) + "}");

        denied(world.run(), 0, Clause.PROHIBITED);
    }

    @Test
    void whatIsProhibitedInOneCountryIsLeasedInAnother() {
        Snapshot run = world("r: " + PROHIBITION.replace("mode:", MALAYSIA + "mode:"), 10, "")
                .run();

        assertThat(Books.soldGpuHours(run, 1, false)).isCloseTo(100, within(1e-9));
    }

    /** 10 GPUs for 10 h at 1e18 operations an hour are 1e20 operations. */
    @ParameterizedTest
    @CsvSource({
        "prohibition, '', 10, '', SERVED",
        "prohibition, '', 10.1, '', DENIED",
        "prohibition, '', 10.1, 'workload: inference', SERVED",
        "cap, 'free_per_tenant_and_country: 110 TPP,', 11, '', SERVED",
        "cap, 'free_per_tenant_and_country: 100 TPP,', 11, '', DENIED",
        "licence, 'licence_quota: 1 TPP, review: r,', 10, '', SERVED",
        "licence, 'licence_quota: 1 TPP, review: r,', 11, 'patience: 9 h', SERVED",
        "licence, 'licence_quota: 1 TPP, review: r,', 11, 'patience: 4 h', LICENCE_PENDING",
    })
    void trainingWithinTheThresholdIsLeftAlone(String mode, String amount, double gpus, String rest, Outcome outcome) {
        String rule = "{" + FROM_THE_START + "mode: " + mode + ", " + amount
                + "training_operations: {threshold: 1e20 operations, per_h100e_hour: 1e18 operations per H100e-hour}}";
        Snapshot run = world("r: " + rule, gpus, rest).run();

        assertThat(requests(run, 0, outcome)).isEqualTo(1);
        assertThat(run.denials().requests(0, 0, 0, Clause.COMPUTE_THRESHOLD))
                .isEqualTo(outcome == Outcome.DENIED ? 1 : 0);
    }

    /** The same 100 H100e-hours on a chip twice as fast are as many operations. */
    @Test
    void operationsAreThoseOfTheChip() {
        String rule = "{" + FROM_THE_START
                + "mode: prohibition, training_operations: {threshold: 1e20 operations, per_h100e_hour: 1e18 operations per H100e-hour}}";
        Micro world = world("r: " + rule, 10, "").with("chips", "{h100: " + chip(10, 2) + "}");

        assertThat(requests(world.run(), 0, Outcome.SERVED)).isEqualTo(1);
        // Five GPUs would do; a node has eight, and those are planned for.
        denied(
                world.with("tenant_classes", "{" + ONE.asking("10 H100e", "10 h", "node_gpus: 8") + "}")
                        .run(),
                0,
                Clause.COMPUTE_THRESHOLD);
    }

    @Test
    void aRefusalOutweighsALicenceWhateverTheirOrder() {
        denied(
                world("one: " + LICENCE + ", two: " + PROHIBITION, 11, "patience: 9 h")
                        .run(),
                1,
                Clause.PROHIBITED);
        denied(
                world("one: " + PROHIBITION + ", two: " + LICENCE, 11, "patience: 9 h")
                        .run(),
                0,
                Clause.PROHIBITED);
    }

    @Test
    void amongRefusalsTheFirstOfTheFileNamesItself() {
        denied(world("one: " + CAP + ", two: " + PROHIBITION, 11, "").run(), 0, Clause.CAP_EXHAUSTED);
        denied(world("one: " + PROHIBITION + ", two: " + CAP, 11, "").run(), 0, Clause.PROHIBITED);
        denied(world("one: " + CAP + ", two: " + PROHIBITION, 10, "").run(), 1, Clause.PROHIBITED);
    }

    /** One review of 5 h after the other. */
    @ParameterizedTest
    @CsvSource({"9.9 h, 2, LICENCE_PENDING", "10.1 h, 2, SERVED"})
    void underTwoRulesItNeedsTwoLicences(String patience, long filed, Outcome outcome) {
        Snapshot run = world("one: " + LICENCE + ", two: " + LICENCE, 11, "patience: " + patience)
                .run();

        assertThat(run.desk().filed()).isEqualTo(filed);
        assertThat(requests(run, 0, outcome)).isEqualTo(1);
    }

    private static Snapshot manyOfWhomHalfAreLicensed(String rules) {
        String many = "{many: " + Micro.tenants("{rate: 5 per hour}", "11 H100e", "1 s", "patience: 1 years") + "}";
        return world("", 11, "")
                .with("tenant_classes", many)
                .regime("{" + rules + "}", "{review_classes: {r: {review_time: 0 h, approve: 0.5, deny: 0.5}}}")
                .run();
    }

    /**
     * The first application is judged by who asks: alike under whatever rule, and whether or not a screening comes before it.
     * Any further one is a draw of its own.
     */
    @Test
    void rulesThatDifferJudgeTheFirstApplicationAlikeAndEachFurtherOneApart() {
        Snapshot one = manyOfWhomHalfAreLicensed("one: " + LICENCE);
        Snapshot renamed = manyOfWhomHalfAreLicensed("other: " + LICENCE);
        Snapshot screened = manyOfWhomHalfAreLicensed(
                "kyc: {kind: kyc_screening, dates: {effective: 2024-01-01}, cost: 1 USD}, one: " + LICENCE);
        Snapshot two = manyOfWhomHalfAreLicensed("one: " + LICENCE + ", two: " + LICENCE);
        Snapshot three = manyOfWhomHalfAreLicensed("one: " + LICENCE + ", two: " + LICENCE + ", three: " + LICENCE);

        long approved = requests(one, 0, Outcome.SERVED);
        assertThat(requests(one, 0)).isBetween(70L, 130L);
        assertThat(approved).isBetween(30L, 70L);
        assertThat(requests(renamed, 0, Outcome.SERVED)).isEqualTo(approved);
        assertThat(requests(screened, 0, Outcome.SERVED)).isEqualTo(approved);
        assertThat(two.desk().filed()).isEqualTo(requests(two, 0) + approved);
        assertThat(requests(two, 0, Outcome.SERVED)).isBetween(1L, approved - 1);
        assertThat(three.desk().filed()).isEqualTo(requests(two, 0) + approved + requests(two, 0, Outcome.SERVED));
        assertThat(requests(three, 0, Outcome.SERVED)).isBetween(1L, requests(two, 0, Outcome.SERVED) - 1);
    }

    /** Vietnam is above what it pays. Only what is lawful somewhere can be too expensive. */
    @ParameterizedTest
    @CsvSource({
        "'', cheapest, DENIED",
        "'', logit, DENIED",
        "'scope: {destinations: [malaysia]},', cheapest, TOO_EXPENSIVE",
        "'scope: {destinations: [malaysia]},', logit, TOO_EXPENSIVE",
        "'scope: {destinations: [vietnam]},', cheapest, SERVED",
    })
    void theFurthestStageNamesTheOutcome(String scope, String choice, Outcome outcome) {
        Snapshot run = world(
                        "r: " + PROHIBITION.replace("mode:", scope + "mode:"),
                        10,
                        "willingness: 2.5 USD per H100e-hour, choice: {rule: " + choice + "}")
                .run();

        assertThat(requests(run, 0, outcome)).isEqualTo(1);
    }

    /** It waits for GPUs that never come free, until a rule comes that lets it have none. */
    @Test
    void whoWaitsIsRefusedWhenTheRuleComes() {
        Micro world = world(
                        IN_THIRTY_HOURS, "r: " + PROHIBITION.replace("2024-01-01", "2025-01-02"), 101, "patience: 40 h")
                .with("horizon", "30 h");

        denied(world.run(), 0, Clause.PROHIBITED);
        assertThat(requests(world.with("horizon", "23 h").run(), 0, Outcome.STILL_WAITING))
                .isEqualTo(1);
    }

    @Test
    void aLicenceIsNoLongerEnoughWhereAProhibitionCame() {
        // Filed before hour 5, approved 24 h later; the prohibition comes at hour 24.
        Snapshot run = world(IN_THIRTY_HOURS, "", 11, "patience: 40 h")
                .with("horizon", "30 h")
                .regime(
                        "{one: " + LICENCE + ", two: " + PROHIBITION.replace("2024-01-01", "2025-01-02") + "}",
                        "{review_classes: {r: {review_time: 24 h, approve: 1}}}")
                .run();

        assertThat(run.desk().approved()).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.DENIED)).isEqualTo(1);
        assertThat(run.denials().requests(0, 0, 1, Clause.PROHIBITED)).isEqualTo(1);
    }
}
