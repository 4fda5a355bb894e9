package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.engine.Engine;
import straits.engine.LadderQueue;
import straits.random.Randomness;
import straits.regulation.DeskListener;
import straits.regulation.DeskMeasures.Flow;
import straits.regulation.Filing;
import straits.regulation.LicenceDesk;
import straits.regulation.Quotas;
import straits.simulation.World;
import straits.units.SimTime;

/** The desk by itself: applications that are older than the run, and what is told and measured of each. */
final class DeskClockTest {

    private static final long DAY = SimTime.MICROS_PER_DAY;

    private final List<String> told = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Engine engine = new Engine(new LadderQueue());

    private LicenceDesk desk(String desk) {
        World world = Micro.world()
                .with("horizon", "60 days")
                .regime("{l: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}}", desk)
                .load();
        LicenceDesk made = new LicenceDesk(
                world.regime().desk(), world.catalog().timeline(), engine, Randomness.of(Micro.SEED, 0), new Quotas());
        made.watch(new DeskListener() {
            @Override
            public void filed(
                    long nowMicros,
                    int application,
                    LicenceDesk.Applicant applicant,
                    int subject,
                    int reviewClass,
                    int attempt) {
                told.add("filed " + nowMicros / DAY + " " + application + " " + subject + " " + reviewClass + " "
                        + attempt);
            }

            @Override
            public void decided(long nowMicros, int application, Decision decision) {
                heard.add("day " + nowMicros / DAY + ": " + application + " " + decision);
            }
        });
        made.start();
        return made;
    }

    private static String reviewed(double days, String rest) {
        return "{reviewers: 1, review_classes: {r: {review_time: " + days + " days, approve: 1" + rest + "}}}";
    }

    private void file(LicenceDesk desk, int subject, double elapsedDays) {
        file(desk, subject, 0, elapsedDays);
    }

    private void file(LicenceDesk desk, int subject, int reviewClass, double elapsedDays) {
        LicenceDesk.Applicant applicant = (filing, decision, licence, atMicros) -> told.add(decision + " "
                + filing.subject() + " at " + (double) atMicros / DAY + " on " + (double) engine.nowMicros() / DAY);
        desk.file(
                new Filing(applicant, subject, 0, reviewClass, "holder", "malaysia", 11, subject),
                Math.round(elapsedDays * DAY));
    }

    private void runTo(LicenceDesk desk, int day) {
        engine.run(day * DAY, (kind, subject, payload) -> desk.onDecision(subject, payload));
    }

    /** A review of five days that began 2, 5 or 6.5 days before the start. */
    @ParameterizedTest
    @CsvSource({"0, 5, 5", "2, 3, 3", "5, 0, 0", "6.5, -1.5, 0"})
    void whatIsOlderThanTheRunIsSoonerDecided(double elapsed, double at, double on) {
        LicenceDesk desk = desk(reviewed(5, ""));
        file(desk, 7, elapsed);
        runTo(desk, 20);

        double seen = on == 0 ? 1.0 / DAY : on;
        assertThat(told).containsExactly("filed 0 0 7 0 0", "APPROVED 7 at " + at + " on " + seen);
        assertThat(desk.measures().count(0, 0, Flow.FILED)).isEqualTo(1);
        assertThat(desk.measures().count(0, 0, Flow.BEGUN)).isEqualTo(1);
        assertThat(desk.measures().count(0, 0, Flow.APPROVED)).isEqualTo(1);
        assertThat(desk.measures().decisionDaysMean(0, 0)).isEqualTo(5);
        assertThat(desk.measures().summary(20 * DAY).decisionDaysMean()).isEqualTo(5);
    }

    /** Who gives up after four days does so on the first day if three had gone by, and before the start if five had. */
    @ParameterizedTest
    @CsvSource({"0, 4, 4", "3, 1, 1", "4.5, -0.5, 0"})
    void whoIsOlderThanTheRunGivesUpSooner(double elapsed, double at, double on) {
        LicenceDesk desk = desk(reviewed(9, ", withdraw: {after: 4 days}"));
        file(desk, 7, elapsed);
        runTo(desk, 20);

        double seen = on == 0 ? 1.0 / DAY : on;
        assertThat(told).containsExactly("filed 0 0 7 0 0", "WITHDRAWN 7 at " + at + " on " + seen);
        assertThat(desk.measures().summary(20 * DAY).withdrawn()).isEqualTo(1);
        assertThat(desk.measures().inHouse()).isZero();
    }

    /** Reviewed in five days and given up after four, or after five: what came first counts, also before the start. */
    @ParameterizedTest
    @CsvSource({"4, WITHDRAWN, -2.0", "5, APPROVED, -1.0", "5.5, APPROVED, -1.0"})
    void ofTwoThatLieBeforeTheRunTheFirstCounts(double days, String decision, String at) {
        LicenceDesk desk = desk(reviewed(5, ", withdraw: {after: " + days + " days}"));
        file(desk, 7, 6);
        runTo(desk, 20);

        assertThat(told).endsWith(decision + " 7 at " + at + " on " + 1.0 / DAY);
        assertThat(told).hasSize(2);
        assertThat(heard).containsExactly("day 0: 0 " + decision);
    }

    /** Of a wait that was broken off only its length is known: the mean is restricted to it. */
    @Test
    void whoGaveUpCountsAsWaitingLonger() {
        LicenceDesk desk = desk(reviewed(3, ", withdraw: {after: 4 days}"));
        file(desk, 1, 0);
        file(desk, 2, 0);
        runTo(desk, 20);

        assertThat(told).endsWith("APPROVED 1 at 3.0 on 3.0", "WITHDRAWN 2 at 4.0 on 4.0");
        // Half of the two survive day 3 and all of those day 4: 3 + (4 - 3) / 2.
        assertThat(desk.measures().summary(20 * DAY).decisionDaysMean()).isEqualTo(3.5);
        assertThat(desk.measures().summary(20 * DAY).fileHours()).isEqualTo(24 * (3 + 4));
    }

    @Test
    void aRefusalIsADecisionToo() {
        LicenceDesk desk = desk("{reviewers: 1, review_classes: {r: {review_time: 2 days, approve: 0, deny: 1}}}");
        file(desk, 1, 0);
        file(desk, 2, 1);
        runTo(desk, 20);

        assertThat(told).endsWith("REFUSED 1 at 2.0 on 2.0", "REFUSED 2 at 3.0 on 3.0");
        assertThat(desk.measures().decisionDaysMean(0, 0)).isEqualTo((2 + 4) / 2.0);
        assertThat(desk.measures().reviewWaitDaysMean(0, 0)).isEqualTo((0 + 2) / 2.0);
        assertThat(desk.measures().count(0, 0, Flow.REFUSED)).isEqualTo(2);
        assertThat(desk.licences().size()).isZero();
    }

    @Test
    void levelsAndCountsAreKeptByMonth() {
        LicenceDesk desk = desk(reviewed(10, ""));
        file(desk, 1, 0);
        file(desk, 2, 0);
        runTo(desk, 15);
        desk.measures().enterPeriod(1, 15 * DAY);
        runTo(desk, 30);
        desk.measures().summary(30 * DAY);

        assertThat(desk.measures().fileHours(0, 0)).isEqualTo(24 * (15 + 10));
        assertThat(desk.measures().fileHours(1, 0)).isEqualTo(24 * 5);
        assertThat(desk.measures().count(0, 0, Flow.APPROVED)).isEqualTo(1);
        assertThat(desk.measures().count(1, 0, Flow.APPROVED)).isEqualTo(1);
        assertThat(desk.measures().decisionDaysMean(1, 0)).isEqualTo(20);
    }

    @Test
    void theEndOfTheWarmUpForgetsMeansToo() {
        LicenceDesk desk = desk(reviewed(4, ""));
        file(desk, 1, 0);
        file(desk, 2, 0);
        file(desk, 3, 0);
        runTo(desk, 9);
        desk.measures().restart(9 * DAY);
        assertThat(desk.measures().summary(9 * DAY).waitDays().count()).isZero();
        assertThat(desk.measures().reviewWaitDaysMean(0, 0)).isNaN();
        assertThat(desk.measures().decisionDaysMean(0, 0)).isNaN();

        // The third began on day 8 and is decided on day 12; a fourth, filed on day 10, is decided on day 16.
        runTo(desk, 10);
        file(desk, 4, 0);
        runTo(desk, 20);
        assertThat(desk.measures().summary(20 * DAY).waitDays().count()).isEqualTo(1);
        assertThat(desk.measures().reviewWaitDaysMean(0, 0)).isEqualTo(2);
        assertThat(desk.measures().decisionDaysMean(0, 0)).isEqualTo((12 + 6) / 2.0);
        // In the mean of the run only waits that began after the warm-up count, which is the fourth.
        assertThat(desk.measures().summary(20 * DAY).decisionDaysMean()).isEqualTo(6);
    }

    /** What comes back is heard of, is filed again under the same key, and is told to the applicant when that is over. */
    @Test
    void whatIsReturnedAndNotFiledAgainIsOver() {
        LicenceDesk desk = desk("{reviewers: 1, review_classes: {r: {review_time: 2 days, approve: 0}}}");
        file(desk, 1, 0);
        runTo(desk, 20);

        assertThat(told).endsWith("RETURNED 1 at 2.0 on 2.0");
        assertThat(heard).containsExactly("day 2: 0 RETURNED", "day 2: 0 REFUSED");
        assertThat(desk.measures().count(0, 0, Flow.RETURNED)).isEqualTo(1);
        assertThat(desk.measures().count(0, 0, Flow.REFUSED)).isEqualTo(1);
        assertThat(desk.measures().count(0, 0, Flow.TURNED_AWAY)).isZero();
    }

    @Test
    void aFullHouseTakesItsBacklogInAgain() {
        LicenceDesk desk = desk(
                "{room: 2, reviewers: 1, review_classes: {r: {review_time: 2 days, approve: 0, resubmit: 1, backlog: 2}}}");
        runTo(desk, 7);

        assertThat(heard).containsExactly("day 2: 0 RETURNED", "day 4: 1 RETURNED", "day 6: 2 RETURNED");
        assertThat(desk.measures().inHouse()).isEqualTo(2);
        assertThat(told)
                .containsExactly(
                        "filed 0 0 0 0 0", "filed 0 1 1 0 0", "filed 2 2 0 0 1", "filed 4 3 1 0 1", "filed 6 4 0 0 2");
    }

    @Test
    void whoReviewsMoreThanItCanIsSeen() {
        LicenceDesk desk = desk(reviewed(5, ""));
        file(desk, 1, 0);
        assertThat(desk.withinReviewers()).isTrue();

        Inside.of(desk, "own").add("busy", 1);
        assertThat(desk.withinReviewers()).isFalse();
        Inside.of(desk, "own").add("busy", -3);
        assertThat(desk.withinReviewers()).isFalse();
    }

    private static String resting(String from, String until, String desk) {
        return desk.replace("reviewers", "holds: [{from: " + from + ", until: " + until + "}], reviewers");
    }

    /** A review that was over before the start waits for no reviewer, and keeps none from the others. */
    @Test
    void whatWasReviewedBeforeTheRunWaitsForNobody() {
        LicenceDesk desk = desk(reviewed(5, ""));
        file(desk, 1, 0);
        file(desk, 2, 7);
        file(desk, 3, 6);
        runTo(desk, 20);

        double start = 1.0 / DAY;
        assertThat(told)
                .endsWith(
                        "APPROVED 2 at -2.0 on " + start, "APPROVED 3 at -1.0 on " + start, "APPROVED 1 at 5.0 on 5.0");
        assertThat(desk.withinReviewers()).isTrue();
    }

    /** Filed on 1 December and reviewed in twenty days: done the day before a rest that goes on beyond the start. */
    @Test
    void whatWasReviewedBeforeARestIsNotHeldUpByIt() {
        LicenceDesk desk = desk(resting("2024-12-22", "2025-01-10", reviewed(20, "")));
        file(desk, 1, 31);
        file(desk, 2, 29);
        runTo(desk, 20);

        assertThat(told).endsWith("APPROVED 1 at -11.0 on " + 1.0 / DAY, "APPROVED 2 at 10.0 on 10.0");
    }

    /** A look that takes no time is taken when the rest is over, and not later. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    void aReviewOfNoTimeWaitsForTheEndOfARest(double elapsed) {
        LicenceDesk desk = desk(resting("2024-12-22", "2025-01-10", reviewed(0, "")));
        file(desk, 1, elapsed);
        runTo(desk, 20);

        double end = (double) (9 * DAY + 1) / DAY;
        assertThat(told).endsWith("APPROVED 1 at " + end + " on " + end);
    }

    /** Work done by the evening before a rest is not held up by it, in the run or before it. */
    @Test
    void whatIsDoneWhenARestBeginsIsDone() {
        LicenceDesk desk = desk(resting("2025-01-04", "2025-01-09", reviewed(3, "")));
        file(desk, 1, 0);
        runTo(desk, 20);
        assertThat(told).endsWith("APPROVED 1 at 3.0 on 3.0");
    }

    @Test
    void whatWasDoneWhenARestBeganBeforeTheStartWasDoneThen() {
        LicenceDesk desk = desk(resting("2024-12-30", "2025-01-01", reviewed(5, "")));
        file(desk, 1, 7);
        runTo(desk, 20);
        assertThat(told).endsWith("APPROVED 1 at -2.0 on " + 1.0 / DAY);
        assertThat(engine.handled())
                .as("the end of a rest that is over is no event")
                .isEqualTo(1);
    }

    /** Filed on the first morning of a rest it does not begin, so that a later file of higher priority goes first. */
    @Test
    void inARestNobodyTakesAFile() {
        String classes =
                "{reviewers: 1, review_classes: {r: {review_time: 5 days, approve: 1}, p: {review_time: 5 days, approve: 1, priority: 1}}}";
        LicenceDesk desk = desk(resting("2025-01-01", "2025-01-04", classes));
        file(desk, 1, 0, 0);
        runTo(desk, 1);
        file(desk, 2, 1, 0);
        runTo(desk, 20);

        assertThat(told).endsWith("APPROVED 2 at 8.0 on 8.0", "APPROVED 1 at 13.0 on 13.0");
    }

    /** Both rests hold up a review of five days from the first: one of two days, and one that began before the start. */
    @Test
    void aRestBeforeTheStartAndOneInTheMiddle() {
        String holds = "holds: [{from: 2024-12-30, until: 2025-01-02}, {from: 2025-01-04, until: 2025-01-06}], ";
        LicenceDesk desk = desk(reviewed(5, "").replace("reviewers", holds + "reviewers"));
        file(desk, 1, 0);
        runTo(desk, 20);

        assertThat(told).containsExactly("filed 0 0 1 0 0", "APPROVED 1 at 8.0 on 8.0");
    }
}
