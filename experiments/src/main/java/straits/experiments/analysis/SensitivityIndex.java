package straits.experiments.analysis;

/**
 * One index of sensitivity.
 *
 * @param kind which index
 * @param factor number of the factor, from 0
 * @param otherFactor number of the second factor of an interaction; -1 of other indices
 * @param estimate the index; NaN where the values do not vary
 * @param interval95 its bootstrap interval, see {@link Bootstrap}; missing of fewer than two trajectories or base points
 */
public record SensitivityIndex(Kind kind, int factor, int otherFactor, double estimate, Interval interval95) {

    /** Stands for no second factor. */
    public static final int NONE = -1;

    /** Indices. */
    public enum Kind {
        /** Share of the variance that the factor explains by itself. */
        S1("S1"),
        /** Share of the variance that the factor has a part in, by itself and together with others. */
        ST("ST"),
        /** Share of the variance that two factors explain together, beyond what each does by itself. */
        S2("S2"),
        /** Mean elementary effect. */
        MU("mu"),
        /** Mean of the absolute elementary effects. */
        MU_STAR("mu_star"),
        /** Standard deviation of the elementary effects. */
        SIGMA("sigma");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in files. */
        public String word() {
            return word;
        }

        /** Whether it is a share of the variance, else in the unit of the answer. */
        public boolean isShare() {
            return this == S1 || this == ST || this == S2;
        }
    }
}
