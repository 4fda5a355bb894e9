package straits.cases;

import org.junit.jupiter.api.Test;
import straits.simulation.Snapshot;

/** S11, S12 and S15: licence desks that queueing theory solves. */
final class LicenceDeskTest {

    @Test
    void s11TurnsFilesAwayWhenTheHouseIsFull() {
        Case.of("S11", Case.world("s11"), 30)
                .ratio(
                        "turned away",
                        0.08511383538,
                        0.02,
                        s -> s.desk().turnedAway(),
                        s -> s.desk().filed())
                .ratio("P(office empty)", 0.1793345009, 0.02, s -> s.desk().emptyHours(), Measures::hours)
                .ratio("mean files in house", 2.005954466, 0.01, s -> s.desk().fileHours(), Measures::hours)
                .ratio("mean wait before review, days", 0.2308575804, 0.02, s -> waitedDays(s), s -> reviews(s))
                .ratio("licences issued/day", 2.744658494, 0.01, s -> s.desk().approved(), Measures::days)
                .holds();
    }

    @Test
    void s12FixedReviewTimeFollowsCrommelin() {
        Case.of("S12", Case.world("s12"), 30)
                .ratio("mean wait, days", 0.5539002251, 0.03, s -> waitedDays(s), s -> reviews(s))
                .ratio("P(wait>0)", 0.6325422454, 0.02, s -> s.desk().waits(), s -> reviews(s))
                .ratio("mean in house", 3.72936054, 0.01, s -> s.desk().fileHours(), Measures::hours)
                .holds();
    }

    @Test
    void s15CapsApprovalsPerCalendarYear() {
        Case.of(
                        "S15a",
                        s15(
                                "{approvals_per_year: 20, review_classes: {file: {review_time: 0 h, approve: 0.6, deny: 0.4}}}"),
                        40_000)
                .mean("approvals/yr", 17.10208719, 0.01, s -> s.desk().approved())
                .mean(
                        "P(the 20th licence is issued)",
                        0.349083872,
                        0.03,
                        s -> s.desk().approved() == 20 ? 1 : 0)
                .holds();
    }

    @Test
    void s15DelaysApprovalsByAFixedReview() {
        Case.of("S15b", s15("{review_classes: {file: {review_time: 45 days, approve: 0.6, deny: 0.4}}}"), 40_000)
                .mean("approvals in yr 1", 15.78082192, 0.01, s -> s.desk().approved())
                .holds();
    }

    @Test
    void s15DelaysApprovalsByAnExponentialReview() {
        Case.of(
                        "S15c",
                        s15(
                                "{review_classes: {file: {review_time: {exponential: {mean: 45 days}}, approve: 0.6, deny: 0.4}}}"),
                        40_000)
                .mean("approvals in yr 1", 15.78148808, 0.01, s -> s.desk().approved())
                .holds();
    }

    private static String s15(String desk) {
        return Case.world("s15").replace("DESK", desk);
    }

    private static double waitedDays(Snapshot snapshot) {
        return snapshot.desk().waitDays().mean() * reviews(snapshot);
    }

    private static double reviews(Snapshot snapshot) {
        return snapshot.desk().waitDays().count();
    }
}
