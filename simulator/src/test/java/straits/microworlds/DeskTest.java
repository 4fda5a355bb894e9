package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;

import org.junit.jupiter.api.Test;
import straits.market.Outcome;
import straits.regulation.Clause;
import straits.regulation.DeskMeasures;
import straits.simulation.Snapshot;

/** The licence desk: three requests of known hours that all need a licence, reviewed in 5 hours each. */
final class DeskTest {

    private static final Arrival FIRST = Arrival.between(1, 2, 30);
    private static final Arrival SECOND = Arrival.between(2, 3, 30);
    private static final Arrival THIRD = Arrival.between(3, 4, 30);

    private static Micro world(String desk, String patience) {
        return Micro.world()
                .with("horizon", "30 h")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with(
                        "tenant_classes",
                        "{" + FIRST.asking("2 H100e", "1 years", patience) + ", "
                                + SECOND.asking("3 H100e", "1 years", patience) + ", "
                                + THIRD.asking("4 H100e", "1 years", patience) + "}")
                .regime(
                        "{rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}}",
                        "{" + desk + "}");
    }

    private static String reviews(String review) {
        return "review_classes: {r: {review_time: 5 h, " + review + "}}";
    }

    @Test
    void oneReviewerTakesOneFileAfterTheOther() {
        Snapshot run = world("reviewers: 1, " + reviews("approve: 1"), "patience: 1 years")
                .run();

        for (int tenant = 0; tenant < 3; tenant++) {
            double filed = tenant == 0 ? FIRST.hour() : tenant == 1 ? SECOND.hour() : THIRD.hour();
            double decided = FIRST.hour() + 5 * (tenant + 1);
            assertThat(run.outcomes().waitHours(tenant).mean()).isCloseTo(decided - filed, within(1e-8));
        }
        assertThat(run.desk().waits()).isEqualTo(2);
        double waits = 3 * FIRST.hour() + 15 - FIRST.hour() - SECOND.hour() - THIRD.hour();
        assertThat(run.desk().waitDays().mean() * 3 * 24).isCloseTo(waits, within(1e-7));
        assertThat(run.desk().emptyHours()).isCloseTo(30 - 15, within(1e-7));
    }

    @Test
    void whoFindsNoRoomIsTurnedAway() {
        Snapshot run =
                world("room: 2, " + reviews("approve: 1"), "patience: 1 years").run();

        assertThat(run.desk().turnedAway()).isEqualTo(1);
        assertThat(requests(run, 2, Outcome.DENIED)).isEqualTo(1);
        assertThat(run.denials().requests(0, 2, 0, Clause.TURNED_AWAY)).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(1);
    }

    @Test
    void aFileThatComesBackFindsTheRoomItLeft() {
        Snapshot run = world("room: 3, reviewers: 1, " + reviews("approve: 0, resubmit: 1"), "patience: 1 years")
                .run();
        DeskMeasures.Summary desk = run.desk();

        // Decisions every five hours from the first file on: five of them by hour 30, all returned and filed again.
        assertThat(desk.returned()).isEqualTo(5);
        assertThat(desk.turnedAway()).isZero();
        assertThat(desk.inHouse()).isEqualTo(3);
        assertThat(desk.filed()).isEqualTo(desk.approved() + desk.refused() + desk.inHouse());
    }

    @Test
    void approvalsOfACalendarYearAreCountedAnewOnNewYearsDay() {
        Snapshot run = world("approvals_per_year: 1, " + reviews("approve: 1"), "patience: 1 years")
                .with("start", "2025-12-31")
                .with("horizon", "30 h")
                .run();

        // Decided at hours 6 to 9 of New Year's Eve: one licence.
        assertThat(run.desk().approved()).isEqualTo(1);
        assertThat(run.desk().refused()).isEqualTo(2);
        assertThat(run.desk().mostApprovalsInYear()).isEqualTo(1);

        Snapshot late = world(
                        "approvals_per_year: 1, " + reviews("approve: 1").replace("5 h", "21.5 h"), "patience: 1 years")
                .with("start", "2025-12-31")
                .run();
        // Decided at 21.5 hours after filing: the first before midnight, the others of the new year.
        assertThat(FIRST.hour() + 21.5).isLessThan(24);
        assertThat(late.desk().approved()).isEqualTo(2);
        assertThat(late.desk().refused()).isEqualTo(1);
    }

    @Test
    void whoseLicenceComesTooLateLeavesWithoutIt() {
        Snapshot run = world(reviews("approve: 1"), "patience: 4 h").run();

        for (int tenant = 0; tenant < 3; tenant++) {
            assertThat(requests(run, tenant, Outcome.LICENCE_PENDING)).isEqualTo(1);
            assertThat(run.waitingHours(tenant)).isEqualTo(4);
        }
        assertThat(run.desk().approved()).isEqualTo(3);
    }

    @Test
    void afterTheWarmUpTheDeskCountsAnew() {
        Snapshot run = world(reviews("approve: 1"), "patience: 1 years")
                .with("warm_up", "3 h")
                .run();

        assertThat(run.desk().filed()).isEqualTo(1);
        assertThat(run.desk().approved()).isEqualTo(3);
        assertThat(run.desk().inHouse()).isZero();
        assertThat(run.desk().fileHours()).isCloseTo(FIRST.hour() + 5 - 3 + SECOND.hour() + 5 - 3 + 5, within(1e-7));
    }

    /** An approved request stands behind those who waited for GPUs while it waited for its licence. */
    @Test
    void aLicenceGivesAPlaceAtTheEndOfTheLine() {
        Arrival fourth = Arrival.between(4, 5, 30);
        Snapshot run = Micro.world()
                .with("horizon", "30 h")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with(
                        "tenant_classes",
                        "{" + FIRST.asking("2 H100e", "1 years", "patience: 1 years") + ", "
                                + fourth.asking("8 H100e", "1 years", "patience: 1 years")
                                        .replace("home: MY", "home: US")
                                + "}")
                .with("anchors", "{holder: " + Micro.holder(8, "10 h", 1, 1e9) + "}")
                .regime(
                        "{rental: {kind: remote_access, dates: {effective: 2024-01-01}, scope: {tenant_homes: [MY]}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}}",
                        "{" + reviews("approve: 1") + "}")
                .run();

        // Two GPUs are free at the decision, but eight were asked for first and come at hour 10.
        assertThat(FIRST.hour() + run.outcomes().waitHours(0).mean()).isCloseTo(10, within(1e-8));
        assertThat(fourth.hour() + run.outcomes().waitHours(1).mean()).isCloseTo(10, within(1e-8));
    }

    /** At hour 24 a rule begins to ask a licence of who already waits for GPUs. */
    @Test
    void whoWaitsWhenARuleComesAppliesThen() {
        Snapshot run = Micro.world()
                .with("horizon", "60 h")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with(
                        "tenant_classes",
                        "{" + Arrival.between(1, 20, 60).asking("2 H100e", "1 years", "patience: 1 years") + "}")
                .with("anchors", "{holder: " + Micro.holder(10, "40 h", 1, 1e9) + "}")
                .regime(
                        "{rental: {kind: remote_access, dates: {effective: 2025-01-02}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}}",
                        "{" + reviews("approve: 1") + "}")
                .run();

        assertThat(run.desk().filed()).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(1);
        assertThat(Books.soldGpuHours(run, 0, false)).isCloseTo(2 * 20, within(1e-7));
    }

    /** A rule that ends at hour 24 would have refused at hour 31 or later whom nothing hinders any more. */
    @Test
    void whoWaitsForALicenceIsFreeWhenTheRuleEnds() {
        Arrival early = Arrival.between(1, 20, 60);
        Snapshot run = Micro.world()
                .with("horizon", "60 h")
                .with("chips", "{h100: " + Micro.chip(10, 1) + "}")
                .with("tenant_classes", "{" + early.asking("2 H100e", "1 years", "patience: 1 years") + "}")
                .regime(
                        "{rental: {kind: remote_access, dates: {effective: 2024-01-01, rescinded: 2025-01-02}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}}",
                        "{review_classes: {r: {review_time: 30 h, approve: 0, deny: 1}}}")
                .run();

        assertThat(early.hour() + run.outcomes().waitHours(0).mean()).isCloseTo(24, within(1e-8));
        assertThat(run.desk().refused()).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(1);
    }
}
