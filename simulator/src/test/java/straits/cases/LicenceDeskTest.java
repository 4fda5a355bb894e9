package straits.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.regulation.DeskMeasures.Flow;
import straits.simulation.Snapshot;

/** S11, S12, S13 and S15: licence desks that queueing theory solves. */
final class LicenceDeskTest {

    /** The desk of the file, in place of which other desks come. */
    private static final String CAPPED =
            "{approvals_per_year: 20, review_classes: {file: {review_time: 0 h, approve: 0.6, deny: 0.4}}}";

    @Test
    void s11TurnsFilesAwayWhenTheHouseIsFull() {
        Case.of("S11", Case.textbook("s11-licence-office"), 30)
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
        Case.of("S12", Case.textbook("s12-statutory-review"), 30)
                .ratio("mean wait, days", 0.5539002251, 0.03, s -> waitedDays(s), s -> reviews(s))
                .ratio("P(wait>0)", 0.6325422454, 0.02, s -> s.desk().waits(), s -> reviews(s))
                .ratio("mean in house", 3.72936054, 0.01, s -> s.desk().fileHours(), Measures::hours)
                .holds();
    }

    @Test
    void s13FilesOfAlliesFollowCobham() {
        Case.of("S13", Case.textbook("s13-allied-first"), 30)
                .ratio("mean wait priority", 0.3235955056, 0.02, s -> waitedDays(s, 0), s -> reviews(s, 0))
                .ratio("mean wait ordinary", 1.617977528, 0.05, s -> waitedDays(s, 1), s -> reviews(s, 1))
                .holds();
    }

    @Test
    void s15CapsApprovalsPerCalendarYear() {
        Case.of("S15a", s15(CAPPED), 40_000)
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

    /** What the documentation offers to copy gives what was published: shares and means of fiscal year 2022. */
    @ParameterizedTest
    @CsvSource({"china-2022, 0.699, 77", "all-2022, 0.81, 40"})
    void theDocumentedDeskHasThePublishedMeans(String reviewClass, double approved, double days) throws IOException {
        String desk = "desk:\n      " + documentedDesk().replace("\n", "\n      ");
        String text = Case.textbook("s15-approvals-cap")
                .replace("desk: " + CAPPED, desk)
                .replace("review: file", "review: " + reviewClass)
                .replace("rate: 30 per year", "rate: 5 per day")
                .replace("horizon: 365 days", "horizon: 1000 days");
        Case.of(reviewClass, text, 30)
                .ratio(
                        "approved",
                        approved,
                        0.01,
                        s -> s.desk().approved(),
                        s -> s.desk().approved() + s.desk().refused())
                .mean("days to the decision", days, 0.01, s -> s.desk().decisionDaysMean())
                .holds();
    }

    private static String documentedDesk() throws IOException {
        String page = Files.readString(Path.of("docs/regulation.md"));
        int begin = page.indexOf("```yaml\nreview_classes:\n  china-2022:") + "```yaml\n".length();
        return page.substring(begin, page.indexOf("```", begin)).strip();
    }

    private static String s15(String desk) {
        return Case.textbook("s15-approvals-cap").replace(CAPPED, desk);
    }

    private static double waitedDays(Snapshot snapshot) {
        return snapshot.desk().waitDays().mean() * reviews(snapshot);
    }

    private static double reviews(Snapshot snapshot) {
        return snapshot.desk().waitDays().count();
    }

    private static double waitedDays(Snapshot snapshot, int reviewClass) {
        return overPeriods(
                snapshot,
                period -> snapshot.deskMeasures().count(period, reviewClass, Flow.BEGUN) == 0
                        ? 0
                        : snapshot.deskMeasures().reviewWaitDaysMean(period, reviewClass)
                                * snapshot.deskMeasures().count(period, reviewClass, Flow.BEGUN));
    }

    private static double reviews(Snapshot snapshot, int reviewClass) {
        return overPeriods(snapshot, period -> snapshot.deskMeasures().count(period, reviewClass, Flow.BEGUN));
    }

    private static double overPeriods(Snapshot snapshot, IntToDoubleFunction value) {
        return IntStream.range(0, snapshot.catalog().timeline().periods())
                .mapToDouble(value)
                .sum();
    }
}
