package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.regulation.DeskMeasures.Flow;
import straits.simulation.Snapshot;

/**
 * Priorities, agencies, rests, withdrawals and a backlog: requests of known hours, reviewed in 5 hours each; those of home
 * MY as class r, those of home US as class p.
 */
final class DeskOfficesTest {

    private static final Arrival FIRST = Arrival.between(1, 2, 30);
    private static final Arrival SECOND = Arrival.between(2, 3, 30);
    private static final Arrival THIRD = Arrival.between(3, 4, 30);
    private static final String REVIEW = "review_time: 5 h, approve: 1";

    private static String rule(String key, String home) {
        return key + ": {kind: remote_access, dates: {effective: 2024-01-01}, scope: {tenant_homes: [" + home
                + "]}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: " + key + "}";
    }

    private static String asking(Arrival who, String home) {
        return who.asking("1 H100e", "1 years", "patience: 1 years").replace("home: MY", "home: " + home);
    }

    private static Micro world(String desk, String... homes) {
        return Micro.world()
                .with("horizon", "30 h")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with(
                        "tenant_classes",
                        "{" + asking(FIRST, homes[0]) + ", " + asking(SECOND, homes[1]) + ", " + asking(THIRD, homes[2])
                                + "}")
                .regime("{" + rule("r", "MY") + ", " + rule("p", "US") + "}", "{" + desk + "}");
    }

    private static Micro world(String desk) {
        return world(desk, "MY", "MY", "MY");
    }

    private static String classes(String r, String p) {
        return "review_classes: {r: {" + REVIEW + r + "}, p: {" + REVIEW + p + "}}";
    }

    private static double served(Snapshot run, int tenant, Arrival who) {
        assertThat(requests(run, tenant, Outcome.SERVED)).isEqualTo(1);
        return who.hour() + run.outcomes().waitHours(tenant).mean();
    }

    private static void assertServed(Snapshot run, double first, double second, double third) {
        assertThat(served(run, 0, FIRST)).isCloseTo(first, within(1e-8));
        assertThat(served(run, 1, SECOND)).isCloseTo(second, within(1e-8));
        assertThat(served(run, 2, THIRD)).isCloseTo(third, within(1e-8));
    }

    @Test
    void aHigherPriorityGoesFirstButBreaksNothingOff() {
        double begun = FIRST.hour();

        Snapshot run = world("reviewers: 1, " + classes("", ", priority: 1"), "MY", "MY", "US")
                .run();
        assertServed(run, begun + 5, begun + 15, begun + 10);

        Snapshot lower = world("reviewers: 1, " + classes("", ", priority: -1"), "US", "US", "MY")
                .run();
        assertServed(lower, begun + 5, begun + 15, begun + 10);
    }

    @Test
    void measuresAreKeptByClass() {
        Snapshot run = world("reviewers: 1, " + classes("", ", priority: 1"), "MY", "MY", "US")
                .run();
        double begun = FIRST.hour();

        assertThat(run.deskMeasures().count(0, 0, Flow.FILED)).isEqualTo(2);
        assertThat(run.deskMeasures().count(0, 1, Flow.FILED)).isEqualTo(1);
        assertThat(run.deskMeasures().reviewWaitDaysMean(0, 0) * 24 * 2)
                .isCloseTo(begun + 10 - SECOND.hour(), within(1e-7));
        assertThat(run.deskMeasures().reviewWaitDaysMean(0, 1) * 24).isCloseTo(begun + 5 - THIRD.hour(), within(1e-7));
        assertThat(run.deskMeasures().decisionDaysMean(0, 1) * 24).isCloseTo(begun + 10 - THIRD.hour(), within(1e-7));
        assertThat(run.deskMeasures().fileHours(0, 0)).isCloseTo(5 + begun + 15 - SECOND.hour(), within(1e-7));
        assertThat(run.deskMeasures().fileHours(0, 1)).isCloseTo(begun + 10 - THIRD.hour(), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 7 h, 7, 14, 21",
        "', agencies: [state]', 7 h, 7, 14, 21",
        "', agencies: [state]', 3 h, 5, 6, 9",
        "', agencies: [state]', 0 h, 5, 5, 5"
    })
    void theLastAnswerDecides(String asked, String time, double first, double second, double third) {
        String agencies = "agencies: {state: {reviewers: 1, review_time: " + time + "}}, ";
        Snapshot run = world(agencies + classes(asked, "")).run();

        if (asked.isEmpty()) {
            assertServed(run, FIRST.hour() + 5, SECOND.hour() + 5, THIRD.hour() + 5);
            return;
        }
        double begun = FIRST.hour();
        assertServed(
                run,
                begun + first,
                Math.max(SECOND.hour() + 5, begun + second),
                Math.max(THIRD.hour() + 5, begun + third));
    }

    @Test
    void agenciesWorkBesideEachOther() {
        String agencies =
                "agencies: {state: {review_time: 3 h}, energy: {review_time: 8 h}, defense: {review_time: 100 h}}, ";
        Snapshot run =
                world(agencies + classes(", agencies: [state, energy]", "")).run();

        assertServed(run, FIRST.hour() + 8, SECOND.hour() + 8, THIRD.hour() + 8);
    }

    @Test
    void oneThatOpposesIsEnough() {
        String agencies = "agencies: {state: {review_time: 3 h}, energy: {review_time: 8 h, agree: 0}}, ";
        Snapshot run = world(agencies + classes(", agencies: [state, energy]", ""), "MY", "MY", "US")
                .run();

        assertThat(run.desk().refused()).isEqualTo(2);
        assertThat(requests(run, 0, Outcome.DENIED)).isEqualTo(1);
        assertThat(served(run, 2, THIRD)).isCloseTo(THIRD.hour() + 5, within(1e-8));
    }

    @Test
    void anAgencyThatAgreesAtOnceIsAsGoodAsNone() {
        String desk = "reviewers: 1, ";
        String agency = "agencies: {state: {review_time: 0 h}}, ";

        Map<String, Object> with = Fingerprint.of(
                world(desk + agency + classes(", agencies: [state]", "")).run());
        Map<String, Object> without =
                Fingerprint.of(world(desk + classes("", "")).run());
        assertThat(with).isEqualTo(without);
    }

    /** The desk rests on the second and third of January: hours 24 to 72. */
    @Test
    void inARestNoReviewBeginsAndThoseThatRunStandStill() {
        Arrival before = Arrival.between(20, 22, 100);
        Arrival meanwhile = Arrival.between(30, 40, 100);
        String desk = "holds: [{from: 2025-01-02, until: 2025-01-04}], " + classes("", "");
        Micro world = world(desk)
                .with("horizon", "100 h")
                .with("tenant_classes", "{" + asking(before, "MY") + ", " + asking(meanwhile, "MY") + "}");

        Snapshot run = world.run();
        assertThat(served(run, 0, before)).isCloseTo(before.hour() + 48 + 5, within(1e-8));
        assertThat(served(run, 1, meanwhile)).isCloseTo(72 + 5, within(1e-8));

        Snapshot one =
                world.replacing("own_regimes", "holds:", "reviewers: 1, holds:").run();
        assertThat(served(one, 0, before)).isCloseTo(before.hour() + 48 + 5, within(1e-8));
        assertThat(served(one, 1, meanwhile)).isCloseTo(before.hour() + 48 + 10, within(1e-8));
    }

    @Test
    void whoGivesUpMakesRoomAtOnce() {
        String withdraw = ", withdraw: {after: 3 h}";
        Snapshot run = world("reviewers: 1, " + classes(withdraw, ""), "MY", "US", "US")
                .run();

        assertThat(requests(run, 0, Outcome.LICENCE_PENDING)).isEqualTo(1);
        assertThat(run.waitingHours(0)).isCloseTo(3, within(1e-8));
        assertThat(served(run, 1, SECOND)).isCloseTo(FIRST.hour() + 3 + 5, within(1e-8));
        assertThat(served(run, 2, THIRD)).isCloseTo(FIRST.hour() + 3 + 10, within(1e-8));
        assertThat(run.desk().withdrawn()).isEqualTo(1);
        assertThat(run.desk().refused()).isZero();
    }

    @Test
    void whoWaitsForAReviewerMayGiveUpTooAndSoMayWhoWaitsForAnAgency() {
        String withdraw = ", withdraw: {after: 6 h}, agencies: [state]";
        String agencies = "agencies: {state: {reviewers: 1, review_time: 8 h}}, ";
        Snapshot run = world("reviewers: 1, " + agencies + classes(withdraw, ""), "MY", "MY", "US")
                .run();

        // The first is reviewed, but the agency would answer too late; the second is under review when it gives up.
        assertThat(run.desk().withdrawn()).isEqualTo(2);
        assertThat(served(run, 2, THIRD)).isCloseTo(SECOND.hour() + 6 + 5, within(1e-8));
        assertThat(run.desk().inHouse()).isZero();
    }

    /** The first gives up while the agency has it; the agency, with one reviewer, is free for the second then. */
    @Test
    void whoGivesUpMakesRoomAtAnAgencyToo() {
        String agencies = "agencies: {state: {review_time: 0 h}, energy: {reviewers: 1, review_time: 8 h}}, ";
        String desk = agencies + classes(", withdraw: {after: 6 h}, agencies: [energy]", ", agencies: [energy]");
        Snapshot run = world(desk, "MY", "US", "US").run();

        assertThat(run.desk().withdrawn()).isEqualTo(1);
        assertThat(served(run, 1, SECOND)).isCloseTo(FIRST.hour() + 6 + 8, within(1e-8));
        assertThat(served(run, 2, THIRD)).isCloseTo(FIRST.hour() + 6 + 16, within(1e-8));
    }

    @Test
    void whoIsDecidedBeforeGivesNothingUp() {
        Map<String, Object> with =
                Fingerprint.of(world(classes(", withdraw: {after: 6 h}", "")).run());
        Map<String, Object> never = Fingerprint.of(
                world(classes(", withdraw: {probability: 0, after: 1 h}", "")).run());
        Map<String, Object> without = Fingerprint.of(world(classes("", "")).run());

        assertThat(with).isEqualTo(without);
        assertThat(never).isEqualTo(without);
    }

    @Test
    void theBacklogOfTheFirstDayIsReviewedFirst() {
        Snapshot run = world("reviewers: 1, " + classes("", ", backlog: 2")).run();

        assertServed(run, 15, 20, 25);
        assertThat(run.desk().filed()).isEqualTo(3);
        assertThat(run.desk().approved()).isEqualTo(3);
        assertThat(run.desk().waitDays().count()).isEqualTo(3);
        assertThat(run.deskMeasures().fileHours(0, 1)).isCloseTo(5 + 10, within(1e-7));
    }

    @Test
    void theBacklogUsesApprovalsAndRoom() {
        Snapshot cap =
                world("approvals_per_year: 3, " + classes("", ", backlog: 2")).run();
        assertThat(cap.desk().approved()).isEqualTo(1);
        assertThat(cap.desk().refused()).isEqualTo(2);

        Snapshot room = world("room: 4, " + classes("", ", backlog: 2")).run();
        assertThat(room.desk().turnedAway()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 3"})
    void someApprovalsCarryConditions(String share, long conditional) {
        Snapshot run = world(classes(", conditions: [no-resale], conditional: " + share, ""))
                .run();

        assertThat(run.desk().approved()).isEqualTo(3);
        assertThat(run.desk().conditional()).isEqualTo(conditional);
        assertThat(requests(run, 1, Outcome.SERVED)).isEqualTo(1);
    }

    /** Ordered a month before the start, reviewed in 40 days, of which the rest from 11 December to 9 January takes none. */
    @ParameterizedTest
    @CsvSource({"'', 80", "'holds: [{from: 2024-12-11, until: 2025-01-10}], ', 110"})
    void aRestBeforeTheStartCountsForOlderApplications(String holds, int shippedAfterDays) {
        for (int days : new int[] {shippedAfterDays - 1, shippedAfterDays + 1}) {
            Snapshot run = Micro.world()
                    .with("horizon", (days - 31) + " days")
                    .with(
                            "deliveries",
                            "{d: {provider: cloud, site: johor, chip: h100, gpus: 5 GPUs, ordered: 2024-12-01, vendor_lead: 40 days}}")
                    .regime(
                            "{licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}}",
                            "{" + holds + "review_classes: {r: {review_time: 40 days, approve: 1}}}")
                    .run();
            assertThat(run.inventory().gpus(0, PoolState.INSTALLED)).isEqualTo(days > shippedAfterDays ? 15 : 10);
        }
    }
}
