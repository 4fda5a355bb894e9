package straits.market.spot;

import straits.scenario.SpotBidding;
import straits.units.SimTime;

/**
 * What is left of a job whose lease was reclaimed, and what was lost. A lease first takes up the work of an earlier one, which
 * takes its restart time, then works, saving its state at regular intervals of work; a notice that is long enough saves
 * all of it.
 *
 * @param leftMicros length of the lease that would finish the job, its restart included
 * @param lostMicros time of the lease that brought no lasting work, the restart of this lease included
 */
record Work(long leftMicros, long lostMicros) {

    /**
     * The work of a lease that ends early.
     *
     * @param lengthMicros length the lease was to have
     * @param ranMicros how long it ran
     * @param again whether it took up the work of an earlier lease
     * @param noticeMicros notice it had
     */
    static Work reclaimed(SpotBidding terms, long lengthMicros, long ranMicros, boolean again, long noticeMicros) {
        if (terms.afterReclaim() == SpotBidding.AfterReclaim.LOST) {
            return new Work(0, ranMicros);
        }
        long restart = SimTime.ofDrawnHours(terms.restart().value());
        long worked = Math.max(0, ranMicros - (again ? restart : 0));
        boolean saves = noticeMicros >= SimTime.ofDrawnHours(terms.save().value());
        long step = SimTime.durationOfHours(terms.checkpoint().value());
        long saved = saves ? worked : worked / step * step;
        long job = lengthMicros - (again ? restart : 0);
        return new Work(job - saved + restart, ranMicros - saved);
    }

    /** The part of a completed lease that went into taking up earlier work. */
    static long restartMicros(SpotBidding terms, boolean again) {
        return again ? SimTime.ofDrawnHours(terms.restart().value()) : 0;
    }
}
