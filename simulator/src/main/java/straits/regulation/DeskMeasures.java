package straits.regulation;

import java.util.Arrays;
import straits.measurement.LevelIntegrals;
import straits.measurement.Tally;
import straits.measurement.Waits;
import straits.units.SimTime;

/** What is measured at the licence desk. */
public final class DeskMeasures {

    private static final double HOURS_PER_DAY = 24;

    /** Number of the wait of an application that is none of this world's: it counts as in the house, and as nothing else. */
    static final int OTHERS = -1;

    private static final int EMPTY = 1;
    private static final int FIRST_CLASS = 2;
    private static final int FLOWS = Flow.values().length;

    private final LevelIntegrals levels;
    private final long[][] flows;
    private final double[][] reviewWaitDays;
    private final double[][] decisionDays;
    private final Tally waitDays = new Tally();
    private final Waits decisions = new Waits();
    private long waits;
    private int mostApprovalsInYear;
    private int period;

    /** What is counted by period and review class. */
    public enum Flow {
        /** Applications filed, resubmissions left out. */
        FILED,
        /** Turned away for want of room. */
        TURNED_AWAY,
        /** Reviews begun. */
        BEGUN,
        /** Approved, with conditions or without. */
        APPROVED,
        /** Of these with conditions. */
        CONDITIONAL,
        /** Refused for good. */
        REFUSED,
        /** Returned without action, whether filed again or not. */
        RETURNED,
        /** Given up by the applicant. */
        WITHDRAWN
    }

    DeskMeasures(int periods, int classes) {
        levels = new LevelIntegrals(FIRST_CLASS + classes, periods);
        levels.set(EMPTY, 1, 0);
        flows = new long[periods][classes * FLOWS];
        reviewWaitDays = new double[periods][classes];
        decisionDays = new double[periods][classes];
    }

    private void count(int reviewClass, Flow flow) {
        flows[period][reviewClass * FLOWS + flow.ordinal()]++;
    }

    void filed(int reviewClass) {
        count(reviewClass, Flow.FILED);
    }

    void turnedAway(int reviewClass) {
        count(reviewClass, Flow.TURNED_AWAY);
    }

    void entered(int reviewClass, long nowMicros) {
        inHouse(reviewClass, 1, nowMicros);
    }

    void left(Application file, long nowMicros) {
        inHouse(file.reviewClass(), -1, nowMicros);
    }

    private void inHouse(int reviewClass, int delta, long nowMicros) {
        levels.add(0, delta, nowMicros);
        levels.set(EMPTY, levels.level(0) == 0 ? 1 : 0, nowMicros);
        levels.add(FIRST_CLASS + reviewClass, delta, nowMicros);
    }

    void waited(Application file, long nowMicros) {
        if (file.waitId() != OTHERS) {
            double days = days(nowMicros - file.filedMicros());
            waitDays.add(days);
            waits += days > 0 ? 1 : 0;
            count(file.reviewClass(), Flow.BEGUN);
            reviewWaitDays[period][file.reviewClass()] += days;
        }
    }

    private static double days(long micros) {
        return (double) micros / SimTime.MICROS_PER_DAY;
    }

    void approvals(int thisYear) {
        mostApprovalsInYear = Math.max(mostApprovalsInYear, thisYear);
    }

    void returned(Application file) {
        if (file.waitId() != OTHERS) {
            count(file.reviewClass(), Flow.RETURNED);
        }
    }

    /** An application is decided for good. */
    void decided(Application file, DeskListener.Decision decision, long atMicros) {
        if (file.waitId() == OTHERS) {
            return;
        }
        count(file.reviewClass(), flow(decision));
        if (decision == DeskListener.Decision.APPROVED_WITH_CONDITIONS) {
            count(file.reviewClass(), Flow.CONDITIONAL);
        }
        if (decision == DeskListener.Decision.WITHDRAWN) {
            decisions.breakOff(file.waitId(), atMicros);
        } else {
            decisions.end(file.waitId(), atMicros);
            decisionDays[period][file.reviewClass()] += days(decisions.micros(file.waitId()));
        }
    }

    private static Flow flow(DeskListener.Decision decision) {
        return switch (decision) {
            case APPROVED, APPROVED_WITH_CONDITIONS -> Flow.APPROVED;
            case REFUSED -> Flow.REFUSED;
            case RETURNED -> Flow.RETURNED;
            case WITHDRAWN -> Flow.WITHDRAWN;
        };
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
    public void enterPeriod(int next, long nowMicros) {
        period = next;
        levels.enterPeriod(next, nowMicros);
    }

    /** Forgets what was measured before now. */
    public void restart(long nowMicros) {
        levels.restart(nowMicros);
        waitDays.restart();
        decisions.restart();
        for (int each = 0; each < flows.length; each++) {
            Arrays.fill(flows[each], 0);
            Arrays.fill(reviewWaitDays[each], 0);
            Arrays.fill(decisionDays[each], 0);
        }
        waits = 0;
        mostApprovalsInYear = 0;
    }

    /** How many of a review class in a period. */
    public long count(int inPeriod, int reviewClass, Flow flow) {
        return flows[inPeriod][reviewClass * FLOWS + flow.ordinal()];
    }

    /** Applications of a review class in the house, integrated over a period in hours; complete once the run is over. */
    public double fileHours(int inPeriod, int reviewClass) {
        return levels.unitHours(inPeriod, FIRST_CLASS + reviewClass);
    }

    /** Mean days from filing to the beginning of review, of reviews begun in a period; NaN if there is none. */
    public double reviewWaitDaysMean(int inPeriod, int reviewClass) {
        return reviewWaitDays[inPeriod][reviewClass] / count(inPeriod, reviewClass, Flow.BEGUN);
    }

    /** Mean days from the first filing to the final decision, of those decided in a period; NaN if there is none. */
    public double decisionDaysMean(int inPeriod, int reviewClass) {
        long decided = count(inPeriod, reviewClass, Flow.APPROVED) + count(inPeriod, reviewClass, Flow.REFUSED);
        return decisionDays[inPeriod][reviewClass] / decided;
    }

    private long total(Flow flow) {
        long sum = 0;
        for (long[] row : flows) {
            for (int each = flow.ordinal(); each < row.length; each += FLOWS) {
                sum += row[each];
            }
        }
        return sum;
    }

    /** What was measured up to now. */
    public Summary summary(long nowMicros) {
        levels.close(nowMicros);
        return new Summary(
                total(Flow.FILED),
                total(Flow.TURNED_AWAY),
                total(Flow.APPROVED),
                total(Flow.REFUSED),
                total(Flow.RETURNED),
                inHouse(),
                mostApprovalsInYear,
                waits,
                waitDays.summary(),
                levels.totalUnitHours(0),
                levels.totalUnitHours(EMPTY),
                decisions.restrictedMeanHours(nowMicros) / HOURS_PER_DAY,
                total(Flow.CONDITIONAL),
                total(Flow.WITHDRAWN));
    }

    /**
     * Measures of a run.
     *
     * @param filed applications filed, resubmissions left out
     * @param turnedAway turned away for want of room
     * @param approved approved
     * @param refused refused for good
     * @param returned returned without action, whether filed again or not
     * @param inHouse in the house at the end, those of others left from the start included
     * @param mostApprovalsInYear most approvals in one calendar year
     * @param waits reviews that began later than their filing
     * @param waitDays days from filing to the beginning of review
     * @param fileHours files in the house, integrated over time
     * @param emptyHours hours with nobody in the house
     * @param decisionDaysMean mean days from filing to the final decision, as {@link Waits#restrictedMeanHours}: pending
     *     applications count as longer than their age, and those given up as longer than the time to that; NaN if nothing
     *     was filed
     * @param conditional approved with conditions
     * @param withdrawn given up by the applicant
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
            double decisionDaysMean,
            long conditional,
            long withdrawn) {}
}
