package straits.regulation;

import straits.measurement.LevelIntegrals;
import straits.measurement.Tally;
import straits.measurement.Waits;
import straits.units.SimTime;

/** What is measured at the licence desk. */
public final class DeskMeasures {

    private static final double HOURS_PER_DAY = 24;

    private final LevelIntegrals levels;
    private final Tally waitDays = new Tally();
    private final Waits decisions = new Waits();
    private long filed;
    private long turnedAway;
    private long waits;
    private long approved;
    private long refused;
    private long returned;
    private int mostApprovalsInYear;

    DeskMeasures(int periods) {
        levels = new LevelIntegrals(2, periods);
        levels.set(1, 1, 0);
    }

    void filed() {
        filed++;
    }

    void turnedAway() {
        turnedAway++;
    }

    void entered(long nowMicros) {
        inHouse(1, nowMicros);
    }

    void left(long nowMicros) {
        inHouse(-1, nowMicros);
    }

    private void inHouse(int delta, long nowMicros) {
        levels.add(0, delta, nowMicros);
        levels.set(1, levels.level(0) == 0 ? 1 : 0, nowMicros);
    }

    void waited(long micros) {
        waitDays.add((double) micros / SimTime.MICROS_PER_DAY);
        if (micros > 0) {
            waits++;
        }
    }

    void approved(int thisYear) {
        approved++;
        mostApprovalsInYear = Math.max(mostApprovalsInYear, thisYear);
    }

    void refused() {
        refused++;
    }

    void returned() {
        returned++;
    }

    /** From filing to the final decision, resubmissions included. */
    Waits decisions() {
        return decisions;
    }

    /** Applications in the house now, waiting and under review. */
    public int inHouse() {
        return levels.level(0);
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period, long nowMicros) {
        levels.enterPeriod(period, nowMicros);
    }

    /** Forgets what was measured before now. */
    public void restart(long nowMicros) {
        levels.restart(nowMicros);
        waitDays.restart();
        decisions.restart();
        filed = 0;
        turnedAway = 0;
        waits = 0;
        approved = 0;
        refused = 0;
        returned = 0;
        mostApprovalsInYear = 0;
    }

    /** What was measured up to now. */
    public Summary summary(long nowMicros) {
        levels.close(nowMicros);
        return new Summary(
                filed,
                turnedAway,
                approved,
                refused,
                returned,
                inHouse(),
                mostApprovalsInYear,
                waits,
                waitDays.summary(),
                levels.totalUnitHours(0),
                levels.totalUnitHours(1),
                decisions.restrictedMeanHours(nowMicros) / HOURS_PER_DAY);
    }

    /**
     * Measures of a run.
     *
     * @param filed applications filed, resubmissions left out
     * @param turnedAway turned away for want of room
     * @param approved approved
     * @param refused refused for good
     * @param returned returned without action, whether filed again or not
     * @param inHouse in the house at the end
     * @param mostApprovalsInYear most approvals in one calendar year
     * @param waits reviews that began later than their filing
     * @param waitDays days from filing to the beginning of review
     * @param fileHours files in the house, integrated over time
     * @param emptyHours hours with nobody in the house
     * @param decisionDaysMean mean days from filing to the final decision, as {@link Waits#restrictedMeanHours}: pending
     *     applications count as longer than their age; NaN if nothing was filed
     */
    public record Summary(
            long filed,
            long turnedAway,
            long approved,
            long refused,
            long returned,
            int inHouse,
            int mostApprovalsInYear,
            long waits,
            Tally.Summary waitDays,
            double fileHours,
            double emptyHours,
            double decisionDaysMean) {}
}
