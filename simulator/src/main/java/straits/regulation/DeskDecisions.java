package straits.regulation;

import java.util.function.Consumer;
import straits.engine.Scheduler;
import straits.random.KeyedDraws;
import straits.regulation.DeskListener.Decision;
import straits.scenario.Desk;
import straits.scenario.Review;

/** What the desk makes of an application on which all have answered. */
final class DeskDecisions {

    private static final int OUTCOME = 1;
    private static final int RESUBMISSION = 2;
    private static final int CONDITIONS = 3;

    private final Desk desk;
    private final Review[] reviews;
    private final Scheduler scheduler;
    private final KeyedDraws draws;
    private final Agencies agencies;
    private final Licences licences;
    private final Oversight oversight;
    private final DeskMeasures measures;
    private final Consumer<Application> resubmission;
    private DeskListener watcher = DeskListener.NONE;
    private int approvalsThisYear;

    DeskDecisions(
            Desk desk,
            Scheduler scheduler,
            KeyedDraws draws,
            Agencies agencies,
            Licences licences,
            Oversight oversight,
            DeskMeasures measures,
            Consumer<Application> resubmission) {
        this.desk = desk;
        this.scheduler = scheduler;
        this.draws = draws;
        this.agencies = agencies;
        this.licences = licences;
        this.oversight = oversight;
        this.measures = measures;
        this.resubmission = resubmission;
        reviews = desk.reviewClasses().values().toArray(new Review[0]);
    }

    void watch(DeskListener who) {
        watcher = who;
    }

    void onYearStart() {
        approvalsThisYear = 0;
    }

    /** An application older than the run may have been given up before it was decided. */
    void decide(Application file) {
        file.close();
        if (file.givingUp() > 0) {
            scheduler.cancel(file.givingUp());
        }
        Review review = reviews[file.reviewClass()];
        double u = file.uniform(draws, OUTCOME);
        if (file.givenUpMicros() < file.answeredMicros()) {
            end(file, Decision.WITHDRAWN, file.givenUpMicros());
        } else if (u < review.approve().value()) {
            approve(file, review);
        } else if (u < review.approve().value() + review.deny().value()) {
            end(file, Decision.REFUSED, file.answeredMicros());
        } else {
            returnWithoutAction(file, review);
        }
    }

    private void approve(Application file, Review review) {
        Integer limit = desk.approvalsPerYear();
        if (!agencies.agree(file) || (limit != null && approvalsThisYear >= limit)) {
            end(file, Decision.REFUSED, file.answeredMicros());
            return;
        }
        approvalsThisYear++;
        measures.approvals(approvalsThisYear);
        boolean conditional =
                file.uniform(draws, CONDITIONS) < review.conditional().value();
        end(file, conditional ? Decision.APPROVED_WITH_CONDITIONS : Decision.APPROVED, file.answeredMicros());
    }

    private void returnWithoutAction(Application file, Review review) {
        measures.returned(file);
        watcher.decided(scheduler.nowMicros(), file.id(), Decision.RETURNED);
        if (file.uniform(draws, RESUBMISSION) < review.resubmit().value()) {
            resubmission.accept(file);
        } else {
            end(file, Decision.RETURNED, file.answeredMicros());
        }
    }

    /** What is returned and not filed again is refused, and known to the applicant as returned. */
    void end(Application file, Decision decision, long atMicros) {
        Decision known = decision == Decision.RETURNED ? Decision.REFUSED : decision;
        measures.decided(file, known, atMicros);
        watcher.decided(scheduler.nowMicros(), file.id(), known);
        Filing filing = file.filing();
        int licence = decision.approved() && filing.applicant() != LicenceDesk.OTHERS
                ? grant(file, decision, atMicros)
                : Licences.NONE;
        filing.applicant().decided(filing, decision, licence, atMicros);
        if (licence != Licences.NONE) {
            watcher.licenceChanged(scheduler.nowMicros(), licences, licence);
        }
    }

    private int grant(Application file, Decision decision, long atMicros) {
        boolean conditional = decision == Decision.APPROVED_WITH_CONDITIONS;
        int licence = licences.grant(file, conditional, atMicros, oversight.expiryMicros(file.reviewClass(), atMicros));
        oversight.begin(licence);
        return licence;
    }
}
