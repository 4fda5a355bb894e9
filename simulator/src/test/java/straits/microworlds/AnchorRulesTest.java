package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.chip;
import static straits.microworlds.Micro.country;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Reason;
import straits.random.Randomness;
import straits.regulation.Clause;
import straits.regulation.Denials;
import straits.regulation.Gatekeeper;
import straits.regulation.Refusal;
import straits.simulation.Snapshot;

/**
 * An anchor under several rules at the lease. It wants 100 GPUs of 10 TPP and 1 H100e each and reviews daily; 1,000 stand in
 * Malaysia and in Vietnam each, those of Malaysia are cheaper.
 */
final class AnchorRulesTest {

    private static final String DATES = "kind: remote_access, dates: {effective: 2024-01-01}, ";
    private static final String GRANTED = "{review_classes: {r: {review_time: 10 days, approve: 1}}}";

    private static String licence(int freeTpp, int quotaTpp) {
        return "{" + DATES + "free_per_tenant_and_country: " + freeTpp + " TPP, licence_quota: " + quotaTpp
                + " TPP, review: r}";
    }

    private static String cap(int freeTpp) {
        return "{" + DATES + "mode: cap, free_per_tenant_and_country: " + freeTpp + " TPP}";
    }

    private static Micro world(String horizon, String rules, String rest) {
        return Micro.world()
                .with("horizon", horizon)
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with("countries", "{malaysia: " + country("MY") + ", vietnam: " + country("VN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 9 MW}}, hanoi: {country: vietnam, it_power_limit: {2024-01-01: 9 MW}}}")
                .with(
                        "providers",
                        "{a: " + Micro.provider("h100", 1, "{site: johor, chip: h100, installed: 1000 GPUs}") + ", b: "
                                + Micro.provider("h100", 2, "{site: hanoi, chip: h100, installed: 1000 GPUs}") + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days"
                                + rest + "}}")
                .regime("{" + rules + "}", GRANTED);
    }

    private static int held(Snapshot run) {
        return run.metering().heldGpus(0, 0);
    }

    /** What decided, over all reviews. */
    private static Set<Refusal> refusals(Snapshot run) {
        return run.denials().in(0).stream().map(Denials.Denial::refusal).collect(Collectors.toSet());
    }

    /** H100e that were barred for this reason on average since the first review. */
    private static double barredH100e(Snapshot run, Refusal refusal) {
        double since = 24 * Randomness.of(Micro.SEED, 0).keyed("procurement").uniform(Randomness.key("x"), 0, 0);
        double h100eHours = run.denials().in(0).stream()
                .filter(denial -> denial.refusal().equals(refusal))
                .mapToDouble(Denials.Denial::h100eHours)
                .sum();
        return h100eHours / (run.catalog().timeline().measuredHours() - since);
    }

    @Test
    void aCapIsAllItGetsInEachCountryAndNobodyIsAsked() {
        Snapshot run = world("5 days", "r: " + cap(100), "").run();

        assertThat(held(run)).isEqualTo(20);
        assertThat(run.desk().filed()).isZero();
        assertThat(run.quotas().drawnTpp(0)).isEqualTo(100);
        assertThat(run.quotas().firstBoundMicros(0)).isEqualTo(run.quotas().firstBoundMicros(1));
    }

    @Test
    void aProhibitionLeavesItNothingAndHasNoQuota() {
        Snapshot run =
                world("5 days", "r: {" + DATES + "mode: prohibition}", "").run();

        assertThat(held(run)).isZero();
        assertThat(run.quotas().size()).isZero();
        Refusal refusal = new Refusal(0, Clause.PROHIBITED, Gatekeeper.NO_QUOTA);
        assertThat(refusals(run)).containsExactly(refusal);
        assertThat(barredH100e(run, refusal)).isCloseTo(100, within(1e-6));
    }

    /** It was measured by the first rule of the file alone. */
    @ParameterizedTest
    @CsvSource({"100, 60, 12", "60, 100, 12", "100, 100, 20"})
    void everyRuleMustLetItPass(int first, int second, int gpus) {
        Snapshot run = world("5 days", "one: " + cap(first) + ", two: " + cap(second), "")
                .run();

        assertThat(held(run)).isEqualTo(gpus);
        assertThat(run.quotas().size()).isEqualTo(4);
        for (int quota = 0; quota < 4; quota++) {
            assertThat(run.quotas().drawnTpp(quota)).isEqualTo(gpus * 10L / 2);
            assertThat(run.quotas().firstBoundMicros(quota) < Long.MAX_VALUE).isTrue();
        }
    }

    /** The cap of 80 TPP leaves less than the licences add, so nobody applies once it decides. */
    @Test
    void itAppliesOnlyWhereALicenceDecides() {
        Snapshot run = world("1 years", "lic: " + licence(50, 50) + ", cap: " + cap(80), ", countries: [vietnam]")
                .run();

        assertThat(run.desk().filed()).isEqualTo(1);
        assertThat(held(run)).isEqualTo(8);
        assertThat(refusals(run)).contains(new Refusal(1, Clause.CAP_EXHAUSTED, 1));
    }

    /** Free: 10 and 5 GPUs. The second decides until its licence adds 10, then the first. */
    @ParameterizedTest
    @CsvSource({"5 days, 5, 1", "15 days, 10, 2", "25 days, 15, 3"})
    void underTwoRulesItAppliesForTheTighterOneAtATime(String horizon, int gpus, long filed) {
        Snapshot run = world(
                        horizon, "one: " + licence(100, 100) + ", two: " + licence(50, 100), ", countries: [vietnam]")
                .run();

        assertThat(held(run)).isEqualTo(gpus);
        assertThat(run.desk().filed()).isEqualTo(filed);
    }

    /** What decides is the screening, whichever rule is the first of the file. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aScreeningBesideALicenceIsMade(boolean screeningFirst) {
        String kyc = "kyc: {kind: kyc_screening, dates: {effective: 2024-01-01}, cost: 100 USD}";
        String lic = "lic: " + licence(2000, 50);
        Snapshot run = world("5 days", screeningFirst ? kyc + ", " + lic : lic + ", " + kyc, ", countries: [malaysia]")
                .run();

        assertThat(held(run)).isEqualTo(100);
        assertThat(run.gatekeeper().complianceCosts().microUsd(0, 0)).isEqualTo(100_000_000);
    }

    @Test
    void aRefusedLicenceNamesTheQuotaOfItsCountry() {
        Snapshot run = world("15 days", "r: " + licence(100, 50), "")
                .replacing("own_regimes", "approve: 1", "approve: 0, deny: 1")
                .run();

        assertThat(refusals(run))
                .contains(new Refusal(0, Clause.REFUSED, 0), new Refusal(0, Clause.REFUSED, 1))
                .doesNotContain(new Refusal(0, Clause.REFUSED, Gatekeeper.NO_QUOTA));
    }

    /** A term of 50 h at 1e18 operations an hour: 1e21 operations are 20 GPUs in each country. */
    @Test
    void holdingsWithinTheTrainingThresholdDrawOnNoAmount() {
        String training =
                "training_operations: {threshold: 1e21 operations, per_h100e_hour: 1e18 operations per H100e-hour}";
        String terms = ", on_demand: false, terms: [50 h]";
        Snapshot none = world("50 h", "r: {" + DATES + "mode: prohibition, " + training + "}", terms)
                .run();
        Snapshot some = world("50 h", "r: " + cap(70).replace("mode:", training + ", mode:"), terms)
                .run();
        Snapshot inference = world(
                        "50 h",
                        "r: {" + DATES + "mode: prohibition, " + training + "}",
                        terms + ", workload: inference")
                .run();

        assertThat(held(none)).isEqualTo(40);
        assertThat(held(some)).isEqualTo(54);
        assertThat(some.quotas().drawnTpp(0)).isEqualTo(70);
        assertThat(held(inference)).isEqualTo(100);
        assertThat(refusals(none)).containsExactly(new Refusal(0, Clause.COMPUTE_THRESHOLD, Gatekeeper.NO_QUOTA));
    }

    /** What a lease planned is given back at its end: held are at most 20 at any time, over and over. */
    @Test
    void plannedTrainingEndsWithTheLease() {
        String rule = "r: {" + DATES
                + "mode: prohibition, training_operations: {threshold: 1e21 operations, per_h100e_hour: 1e18 operations per H100e-hour}}";
        Snapshot run = world("40 days", rule, ", countries: [vietnam], on_demand: false, terms: [50 h]")
                .run();

        assertThat(held(run)).isEqualTo(20);
        assertThat(run.metering().signed()).isGreaterThan(10);
    }

    @Test
    void whatALicenceDecidesIsChargedToTheLicence() {
        Snapshot run = world("9 days", "r: " + licence(100, 50), ", countries: [vietnam]")
                .run();

        Refusal quota = new Refusal(0, Clause.QUOTA_EXHAUSTED, 0);
        assertThat(refusals(run)).containsExactly(quota);
        assertThat(barredH100e(run, quota)).isCloseTo(90, within(1e-6));
        assertThat(Books.reasonHours(run, 0, Reason.LICENCE)).isGreaterThan(90.0 * 24 * 8);
        assertThat(Books.reasonHours(run, 0, Reason.CAP)).isZero();
    }

    @Test
    void whatNoLicenceCanLiftIsChargedToTheCap() {
        Snapshot run =
                world("9 days", "r: " + cap(100), ", countries: [vietnam]").run();

        Refusal cap = new Refusal(0, Clause.CAP_EXHAUSTED, 0);
        assertThat(refusals(run)).containsExactly(cap);
        assertThat(barredH100e(run, cap)).isCloseTo(90, within(1e-6));
        assertThat(Books.reasonHours(run, 0, Reason.CAP)).isGreaterThan(90.0 * 24 * 8);
        assertThat(Books.reasonHours(run, 0, Reason.LICENCE)).isZero();
    }
}
