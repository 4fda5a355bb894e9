package straits.experiments.montecarlo;

/**
 * The licence desk in a month, by review class.
 *
 * @param key run and month
 * @param reviewClass key of the review class
 * @param filed applications filed, resubmissions left out
 * @param turnedAway turned away for want of room
 * @param begun reviews begun
 * @param approved approved
 * @param conditional of these with conditions
 * @param refused refused for good
 * @param returned returned without action, whether filed again or not
 * @param withdrawn given up by the applicant
 * @param inHouse applications in the house, time average
 * @param reviewWaitDays mean days from filing to the beginning of review, of reviews begun; NaN for none
 * @param decisionDays mean days from the first filing to the final decision, of those decided; NaN for none
 */
public record DeskRow(
        PeriodKey key,
        String reviewClass,
        long filed,
        long turnedAway,
        long begun,
        long approved,
        long conditional,
        long refused,
        long returned,
        long withdrawn,
        double inHouse,
        double reviewWaitDays,
        double decisionDays) {}
