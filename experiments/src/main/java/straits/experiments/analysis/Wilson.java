package straits.experiments.analysis;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** The score interval of a proportion (Wilson 1927), without continuity correction; sound at 0 and 1 too. */
public final class Wilson {

    private Wilson() {}

    /**
     * The 95 % interval of a proportion, within [0, 1]; missing of no trials.
     *
     * @param successes from 0 to {@code trials}
     * @param trials at least 0
     * @throws IllegalArgumentException if the counts are out of range
     */
    public static Interval interval95(int successes, int trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes must be in 0.." + trials + ": " + successes);
        }
        return trials == 0 ? Interval.MISSING : scored(successes, trials);
    }

    /** The ends at 0 and at n successes are exact in theory and set so: rounding would leave 1e-17 there. */
    private static Interval scored(int successes, int trials) {
        ConfidenceInterval score = new WilsonScoreInterval().createInterval(trials, successes, 0.95);
        double low = successes == 0 ? 0 : score.getLowerBound();
        double high = successes == trials ? 1 : score.getUpperBound();
        return new Interval(low, high);
    }
}
