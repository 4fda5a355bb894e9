package straits.regulation;

import java.util.ArrayList;
import java.util.List;
import straits.catalog.Timeline;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.regulation.DeskListener.Decision;
import straits.scenario.Desk;
import straits.scenario.Review;
import straits.units.SimTime;

/**
 * The desk that decides on licences: the higher priority first, then first come, first reviewed, by a number of reviewers,
 * with limited room; agencies that must agree work beside it, and the last answer decides. What is drawn for an
 * application depends only on its key and attempt, so two regimes that differ in a rule judge an application they share
 * alike.
 */
public final class LicenceDesk {

    /** Whoever applies. */
    public interface Applicant {

        /**
         * Called when an application is decided for good, or its applicant has given up.
         *
         * @param filing the application as it was written
         * @param decision what it gave: a licence, nothing, or returned without action and not filed again
         * @param licence number of the licence; {@link Licences#NONE} if none is granted
         * @param atMicros when it was decided: now, or before the start for an application whose review ended then
         */
        void decided(Filing filing, Decision decision, int licence, long atMicros);

        /** Called when a licence of its own is suspended, is good again, is revoked, or has run out. */
        default void licenceChanged(int subject, int licence) {}
    }

    /** Applies for what is in the house at the start: nobody of this world. */
    public static final Applicant OTHERS = (filing, decision, licence, atMicros) -> {};

    /** Subject of the event that ends a rest of the whole desk. */
    private static final int WHOLE_DESK = -1;

    /** Payload of the event in which an applicant gives up; that of an answer is the number of the office. */
    private static final long GIVEN_UP = -1;

    private static final int REVIEW_TIME = 0;

    private final Desk desk;
    private final Timeline timeline;
    private final Scheduler scheduler;
    private final KeyedDraws draws;
    private final KeyedDraws patience;
    private final List<String> classes;
    private final Review[] reviews;
    private final Sampler[] reviewTimes;
    private final Holds holds;
    private final Agencies agencies;
    private final Office own;
    private final List<Office> offices = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final Licences licences;
    private final Oversight oversight;
    private final DeskMeasures measures;
    private final DeskDecisions decisions;
    private DeskListener watcher = DeskListener.NONE;

    /** An empty desk; licences draw on the quotas. */
    public LicenceDesk(Desk desk, Timeline timeline, Scheduler scheduler, Randomness randomness, Quotas quotas) {
        this.desk = desk;
        this.timeline = timeline;
        this.scheduler = scheduler;
        draws = randomness.keyed("licence");
        patience = randomness.keyed("licence withdrawal");
        classes = List.copyOf(desk.reviewClasses().keySet());
        reviews = desk.reviewClasses().values().toArray(new Review[0]);
        reviewTimes = new Sampler[reviews.length];
        for (int each = 0; each < reviews.length; each++) {
            reviewTimes[each] = Samplers.of(reviews[each].reviewTime());
        }
        holds = new Holds(desk.holds(), timeline);
        agencies = new Agencies(desk, randomness);
        own = new Office(0, desk.reviewers());
        offices.add(own);
        offices.addAll(agencies.all());
        licences = new Licences(quotas);
        oversight = new Oversight(reviews, timeline, scheduler, randomness, licences);
        measures = new DeskMeasures(timeline.periods(), reviews.length);
        decisions = new DeskDecisions(desk, scheduler, draws, agencies, licences, oversight, measures, this::takeAgain);
    }

    /** Takes in what is in the house at the start, and schedules the ends of rests. */
    public void start() {
        for (int reviewClass = 0; reviewClass < reviews.length; reviewClass++) {
            long key = Randomness.key("backlog " + classes.get(reviewClass));
            for (int file = 0; file < reviews[reviewClass].backlog(); file++) {
                Filing filing = new Filing(OTHERS, file, -1, reviewClass, "", "", key, file);
                enter(new Application(
                        applications.size(), filing, reviews[reviewClass].priority(), 0, 0, 0, DeskMeasures.OTHERS));
            }
        }
        for (long end : holds.endsMicros()) {
            if (end > 0 && end < timeline.horizonMicros()) {
                scheduler.schedule(end, EventKind.LICENCE_DECISION, WHOLE_DESK, 0);
            }
        }
    }

    /** Applications neither decided nor given up, counted one by one. */
    public long undecided() {
        return applications.stream().filter(each -> !each.closed()).count();
    }

    /** Whether no office reviews more applications than it has reviewers. */
    public boolean withinReviewers() {
        return offices.stream().allMatch(Office::withinReviewers);
    }

    /** Tells somebody of applications from now on. */
    public void watch(DeskListener who) {
        watcher = who;
        oversight.watch(who);
        decisions.watch(who);
    }

    /** The id of a review class. */
    public int reviewClass(String key) {
        return classes.indexOf(key);
    }

    /**
     * Files an application.
     *
     * @param elapsedMicros how long ago it was filed, for applications older than the run
     * @return whether it was taken into the house; if not, it is turned away and nobody is called
     */
    public boolean file(Filing filing, long elapsedMicros) {
        int reviewClass = filing.reviewClass();
        measures.filed(reviewClass);
        boolean room = hasRoom();
        if (room) {
            long now = scheduler.nowMicros();
            int wait = measures.decisions().begin(now - elapsedMicros);
            int priority = reviews[reviewClass].priority();
            enter(new Application(applications.size(), filing, priority, 0, now, elapsedMicros, wait));
        } else {
            measures.turnedAway(reviewClass);
        }
        return room;
    }

    private boolean hasRoom() {
        return desk.room() == null || measures.inHouse() < desk.room();
    }

    /** What comes back finds the room it left: nobody files between its decision and this. */
    private void takeAgain(Application returned) {
        enter(returned.again(applications.size(), scheduler.nowMicros()));
    }

    private void enter(Application file) {
        applications.add(file);
        measures.entered(file.reviewClass(), scheduler.nowMicros());
        watcher.filed(
                file.filedMicros(),
                file.id(),
                file.filing().applicant(),
                file.filing().subject(),
                file.reviewClass(),
                file.attempt());
        take(own, file);
        scheduleGivingUp(file);
    }

    /** Puts a file before an office, which has done with it already if its review was over before the start. */
    private void take(Office office, Application file) {
        file.asked(office.id());
        if (isOver(file, reviewMicros(office, file))) {
            file.workedBefore(office.id());
            startReview(office, file);
        } else {
            office.take(file);
            startReviews(office);
        }
    }

    private void scheduleGivingUp(Application file) {
        Review.Withdrawal withdraw = reviews[file.reviewClass()].withdraw();
        if (withdraw != null
                && file.uniform(patience, 1) < withdraw.probability().value()) {
            double hours = Samplers.of(withdraw.after()).at(file.uniform(patience, 0));
            long at = file.firstMicros() + SimTime.durationOfDrawnHours(hours);
            long event = scheduler.schedule(
                    Math.max(scheduler.nowMicros() + 1, at), EventKind.LICENCE_DECISION, file.id(), GIVEN_UP);
            file.givesUp(at, event);
        }
    }

    private void startReviews(Office office) {
        if (holds.at(scheduler.nowMicros())) {
            return;
        }
        for (Application file = office.begin(); file != null; file = office.begin()) {
            startReview(office, file);
        }
    }

    /** The agencies asked come first on the clock: one that answers at once then changes no order of events. */
    private void startReview(Office office, Application file) {
        long now = scheduler.nowMicros();
        if (office == own) {
            measures.waited(file, now);
            for (Office agency : agencies.asked(file.reviewClass())) {
                take(agency, file);
            }
        }
        long answer = answerMicros(file, reviewMicros(office, file), now);
        file.answers(answer);
        scheduler.schedule(Math.max(now + 1, answer), EventKind.LICENCE_DECISION, file.id(), office.id());
    }

    private long reviewMicros(Office office, Application file) {
        return SimTime.durationOfDrawnHours(
                office == own
                        ? reviewTimes[file.reviewClass()].at(file.uniform(draws, REVIEW_TIME))
                        : agencies.reviewHours(office, file));
    }

    /** Whether a review was over before the start, since the file is older. */
    private boolean isOver(Application file, long reviewMicros) {
        return file.elapsedMicros() > 0 && holds.after(file.firstMicros(), reviewMicros) <= file.filedMicros();
    }

    /** When a review ends that begins now, or began when the file came in before the start. */
    private long answerMicros(Application file, long reviewMicros, long nowMicros) {
        return isOver(file, reviewMicros)
                ? holds.after(file.firstMicros(), reviewMicros)
                : holds.after(nowMicros, reviewMicros - holds.worked(file.firstMicros(), file.filedMicros()));
    }

    /**
     * Handles what has come due.
     *
     * @param id number of the application; negative for the end of a rest
     * @param step the office that answers; negative if the applicant gives up
     */
    public void onDecision(int id, long step) {
        if (id == WHOLE_DESK) {
            offices.forEach(this::startReviews);
            return;
        }
        Application file = applications.get(id);
        if (step == GIVEN_UP) {
            giveUp(file);
        } else if (!file.closed()) {
            answer(file, offices.get((int) step));
        }
    }

    private void answer(Application file, Office office) {
        if (!file.wasWorkedBefore(office.id())) {
            office.end();
        }
        boolean last = file.answered(office.id());
        if (last) {
            measures.left(file, scheduler.nowMicros());
        }
        startReviews(office);
        if (last) {
            decisions.decide(file);
        }
    }

    private void giveUp(Application file) {
        for (Office office : offices) {
            if (file.owes(office.id())) {
                office.drop(file);
            }
        }
        measures.left(file, scheduler.nowMicros());
        file.close();
        offices.forEach(this::startReviews);
        decisions.end(file, Decision.WITHDRAWN, file.givenUpMicros());
    }

    /**
     * Handles what becomes of a licence; returns the quota whose leases must end now as far as they exceed it, or {@link
     * Gatekeeper#NO_QUOTA}.
     */
    int onLicenceChange(int licence, long payload) {
        return oversight.on(licence, payload);
    }

    /** The licences granted. */
    public Licences licences() {
        return licences;
    }

    /** Whether licences of a review class may end or be suspended. */
    boolean mayEnd(int reviewClass) {
        return reviews[reviewClass].licence().validity() != null
                || reviews[reviewClass].licence().audits() != null;
    }

    /** The count of approvals starts anew on 1 January. */
    public void onYearStart() {
        decisions.onYearStart();
    }

    /** What was measured. */
    public DeskMeasures measures() {
        return measures;
    }
}
