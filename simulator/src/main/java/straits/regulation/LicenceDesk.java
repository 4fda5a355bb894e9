package straits.regulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Regime;
import straits.units.SimTime;

/**
 * The desk that decides on licences: first come, first reviewed, by a number of reviewers, with limited room. What is
 * drawn for an application depends only on its key and attempt, so two regimes that differ in a rule judge an
 * application they share alike.
 */
public final class LicenceDesk {

    /** Whoever applies. */
    public interface Applicant {

        /**
         * Called when an application is decided for good.
         *
         * @param atMicros when it was decided: now, or before the start for an application whose review ended then
         */
        void decided(int subject, boolean approved, long atMicros);
    }

    private final Regime.Desk desk;
    private final Scheduler scheduler;
    private final KeyedDraws draws;
    private final List<String> classes;
    private final Sampler[] reviewTimes;
    private final Regime.Review[] reviews;
    private final List<Application> applications = new ArrayList<>();
    private final ArrayDeque<Application> queue = new ArrayDeque<>();
    private final DeskMeasures measures;
    private DeskListener watcher = DeskListener.NONE;
    private int inReview;
    private int approvalsThisYear;

    /** An empty desk. */
    public LicenceDesk(Regime.Desk desk, Scheduler scheduler, Randomness randomness, int periods) {
        this.desk = desk;
        this.scheduler = scheduler;
        draws = randomness.keyed("licence");
        classes = List.copyOf(desk.reviewClasses().keySet());
        reviews = desk.reviewClasses().values().toArray(new Regime.Review[0]);
        reviewTimes = new Sampler[reviews.length];
        for (int each = 0; each < reviews.length; each++) {
            reviewTimes[each] = Samplers.of(reviews[each].reviewTime());
        }
        measures = new DeskMeasures(periods);
    }

    /** Tells somebody of applications from now on. */
    public void watch(DeskListener who) {
        watcher = who;
    }

    /** The id of a review class. */
    public int reviewClass(String key) {
        return classes.indexOf(key);
    }

    /**
     * Files an application.
     *
     * @param applicant who is told
     * @param subject the applicant's own id for it
     * @param reviewClass how it is reviewed
     * @param key first half of its key: who applies
     * @param ordinal second half of its key: the applicant's how manieth application
     * @param elapsedMicros how long ago it was filed, for applications older than the run
     * @return whether it was taken into the house; if not, it is turned away and nobody is called
     */
    public boolean file(Applicant applicant, int subject, int reviewClass, long key, long ordinal, long elapsedMicros) {
        Application application = new Application(applicant, subject, reviewClass, key, ordinal, applications.size());
        application.elapsedMicros = elapsedMicros;
        measures.filed();
        boolean entered = enter(application);
        if (entered) {
            application.decision = measures.decisions().begin(scheduler.nowMicros() - elapsedMicros);
        }
        return entered;
    }

    private boolean enter(Application application) {
        Integer room = desk.room();
        if (room != null && measures.inHouse() >= room) {
            measures.turnedAway();
            return false;
        }
        applications.add(application);
        application.filedMicros = scheduler.nowMicros();
        measures.entered(scheduler.nowMicros());
        queue.add(application);
        watcher.filed(
                application.filedMicros,
                application.id,
                application.applicant,
                application.subject,
                application.reviewClass,
                application.attempt);
        startReviews();
        return true;
    }

    private void startReviews() {
        Integer reviewers = desk.reviewers();
        while (!queue.isEmpty() && (reviewers == null || inReview < reviewers)) {
            startReview(queue.remove());
        }
    }

    private void startReview(Application application) {
        inReview++;
        long now = scheduler.nowMicros();
        measures.waited(now - application.filedMicros);
        double hours = reviewTimes[application.reviewClass].at(application.uniform(draws, 0));
        long micros = SimTime.durationOfDrawnHours(hours) - application.elapsedMicros;
        application.decidedMicros = now + micros;
        scheduler.schedule(now + Math.max(1, micros), EventKind.LICENCE_DECISION, application.id, 0);
    }

    /** Handles a decision that has come due. */
    public void onDecision(int id) {
        Application application = applications.get(id);
        inReview--;
        measures.left(scheduler.nowMicros());
        Regime.Review review = reviews[application.reviewClass];
        double u = application.uniform(draws, 1);
        startReviews();
        if (u < review.approve().value()) {
            approve(application);
        } else if (u < review.approve().value() + review.deny().value()) {
            refuse(application);
        } else {
            returnWithoutAction(application, review);
        }
    }

    private void approve(Application application) {
        Integer limit = desk.approvalsPerYear();
        if (limit != null && approvalsThisYear >= limit) {
            refuse(application);
            return;
        }
        approvalsThisYear++;
        measures.approved(approvalsThisYear);
        tell(application, true);
    }

    private void refuse(Application application) {
        measures.refused();
        tell(application, false);
    }

    private void tell(Application application, boolean approved) {
        watcher.decided(
                scheduler.nowMicros(),
                application.id,
                approved ? DeskListener.Decision.APPROVED : DeskListener.Decision.REFUSED);
        measures.decisions().end(application.decision, application.decidedMicros);
        application.applicant.decided(application.subject, approved, application.decidedMicros);
    }

    private void returnWithoutAction(Application application, Regime.Review review) {
        measures.returned();
        watcher.decided(scheduler.nowMicros(), application.id, DeskListener.Decision.RETURNED);
        boolean again = application.uniform(draws, 2) < review.resubmit().value();
        if (!again || !enter(application.resubmitted(applications.size(), scheduler.nowMicros()))) {
            refuse(application);
        }
    }

    /** The count of approvals starts anew on 1 January. */
    public void onYearStart() {
        approvalsThisYear = 0;
    }

    /** What was measured. */
    public DeskMeasures measures() {
        return measures;
    }

    private static final class Application {

        private final Applicant applicant;
        private final int subject;
        private final int reviewClass;
        private final long key;
        private final long ordinal;
        private final int id;
        private int attempt;
        private long filedMicros;
        private long elapsedMicros;
        private long decidedMicros;
        private int decision;

        Application(Applicant applicant, int subject, int reviewClass, long key, long ordinal, int id) {
            this.applicant = applicant;
            this.subject = subject;
            this.reviewClass = reviewClass;
            this.key = key;
            this.ordinal = ordinal;
            this.id = id;
        }

        Application resubmitted(int newId, long nowMicros) {
            Application again = new Application(applicant, subject, reviewClass, key, ordinal, newId);
            again.attempt = attempt + 1;
            again.elapsedMicros = Math.max(0, nowMicros - decidedMicros);
            again.decision = decision;
            return again;
        }

        double uniform(KeyedDraws draws, int purpose) {
            return draws.uniform(key, ordinal, attempt * 4L + purpose);
        }
    }
}
