package straits.regulation;

import java.time.LocalDate;
import java.util.List;
import straits.catalog.Timeline;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.scenario.LicenceTerms;
import straits.scenario.Quantity;
import straits.scenario.Review;
import straits.units.SimTime;

/**
 * What becomes of licences once they are granted: they run out, and audits suspend or revoke them. Draws are keyed by the
 * application, so that a licence is audited alike in every regime that grants it.
 */
final class Oversight {

    private static final int STEPS = 8;
    private static final int EXPIRY = 0;
    private static final int AUDIT = 1;
    private static final int DATED_AUDIT = 2;
    private static final int RESUMPTION = 3;
    private static final int WIND_DOWN = 4;

    private final Review[] reviews;
    private final Timeline timeline;
    private final Scheduler scheduler;
    private final Licences licences;
    private final KeyedDraws gaps;
    private final KeyedDraws findings;
    private final KeyedDraws datedFindings;
    private DeskListener watcher = DeskListener.NONE;

    Oversight(Review[] reviews, Timeline timeline, Scheduler scheduler, Randomness randomness, Licences licences) {
        this.reviews = reviews;
        this.timeline = timeline;
        this.scheduler = scheduler;
        this.licences = licences;
        gaps = randomness.keyed("licence audit gap");
        findings = randomness.keyed("licence audit");
        datedFindings = randomness.keyed("licence audit by date");
    }

    void watch(DeskListener who) {
        watcher = who;
    }

    private LicenceTerms terms(int licence) {
        return reviews[licences.filing(licence).reviewClass()].licence();
    }

    /** When a licence granted at a time runs out. */
    long expiryMicros(int reviewClass, long grantedMicros) {
        Quantity validity = reviews[reviewClass].licence().validity();
        return validity == null ? Licences.NEVER : grantedMicros + micros(validity);
    }

    /** Puts what is to come of a new licence on the clock. */
    void begin(int licence) {
        if (licences.expiryMicros(licence) != Licences.NEVER) {
            schedule(licences.expiryMicros(licence), licence, EXPIRY, 0);
        }
        LicenceTerms.Audits audits = terms(licence).audits();
        if (audits == null) {
            return;
        }
        scheduleAudit(licence, audits, 0, licences.grantedMicros(licence));
        List<LocalDate> dates = audits.dates();
        for (int each = 0; each < dates.size(); each++) {
            long at = timeline.micros(dates.get(each));
            if (at > licences.grantedMicros(licence)) {
                schedule(at, licence, DATED_AUDIT, each);
            }
        }
    }

    private void scheduleAudit(int licence, LicenceTerms.Audits audits, long number, long fromMicros) {
        if (audits.rate().value() > 0) {
            double hours = -StrictMath.log(uniform(gaps, licence, number))
                    / audits.rate().value();
            schedule(fromMicros + SimTime.durationOfDrawnHours(hours), licence, AUDIT, number);
        }
    }

    private double uniform(KeyedDraws draws, int licence, long number) {
        Filing filing = licences.filing(licence);
        return draws.uniform(filing.key(), filing.ordinal(), ((long) licences.attempt(licence) << 32) + number);
    }

    /** What lay before the start happens at once. */
    private void schedule(long atMicros, int licence, int step, long number) {
        if (atMicros < timeline.horizonMicros()) {
            long at = Math.max(scheduler.nowMicros(), atMicros);
            scheduler.schedule(at, EventKind.LICENCE_CHANGE, licence, number * STEPS + step);
        }
    }

    /**
     * Handles what has come due; returns the quota whose leases must end now as far as they exceed it, or none.
     *
     * @param payload the step, and the number of the audit
     */
    int on(int licence, long payload) {
        int step = (int) (payload % STEPS);
        long number = payload / STEPS;
        Licences.State state = licences.state(licence);
        switch (step) {
            case EXPIRY -> expire(licence, state);
            case AUDIT -> audit(licence, state, number);
            case DATED_AUDIT -> find(licence, state, uniform(datedFindings, licence, number));
            case RESUMPTION -> resume(licence, state);
            default -> {
                return licences.quota(licence);
            }
        }
        return Gatekeeper.NO_QUOTA;
    }

    private void expire(int licence, Licences.State state) {
        if (!state.ended()) {
            licences.expire(licence);
            windDown(licence);
        }
    }

    private void audit(int licence, Licences.State state, long number) {
        LicenceTerms.Audits audits = terms(licence).audits();
        if (audits != null && !state.ended()) {
            scheduleAudit(licence, audits, number + 1, scheduler.nowMicros());
            find(licence, state, uniform(findings, licence, number));
        }
    }

    /** What an audit finds; that of a licence suspended already changes nothing. */
    private void find(int licence, Licences.State state, double u) {
        LicenceTerms.Audits audits = terms(licence).audits();
        if (audits == null || state != Licences.State.ACTIVE) {
            return;
        }
        double revoke = audits.revoke().value();
        if (u < revoke) {
            licences.revoke(licence, scheduler.nowMicros());
            windDown(licence);
        } else if (u < revoke + audits.suspend().value()) {
            licences.suspend(licence, scheduler.nowMicros());
            schedule(scheduler.nowMicros() + micros(audits.suspension()), licence, RESUMPTION, 0);
            tell(licence);
        }
    }

    private void resume(int licence, Licences.State state) {
        if (state == Licences.State.SUSPENDED) {
            licences.resume(licence);
            tell(licence);
        }
    }

    private void windDown(int licence) {
        schedule(scheduler.nowMicros() + micros(terms(licence).windDown()), licence, WIND_DOWN, 0);
        tell(licence);
    }

    private static long micros(Quantity time) {
        return SimTime.ofHours(time.value());
    }

    private void tell(int licence) {
        watcher.licenceChanged(scheduler.nowMicros(), licences, licence);
        Filing filing = licences.filing(licence);
        filing.applicant().licenceChanged(filing.subject(), licence);
    }
}
