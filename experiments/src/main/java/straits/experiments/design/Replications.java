package straits.experiments.design;

import straits.scenario.Bare;
import straits.scenario.Default;
import straits.scenario.Dimension;
import straits.scenario.In;
import straits.scenario.Meaning;
import straits.scenario.Quantity;
import straits.scenario.Within;
import straits.scenario.file.Amount;

/** How many runs a point has. */
public sealed interface Replications {

    /** Fewest runs of a point. */
    int min();

    /** Most runs of a point. */
    int max();

    /** Whether how many runs a point has is known only as they come. */
    default boolean areOpen() {
        return !(this instanceof Fixed);
    }

    /**
     * The same number at every point.
     *
     * @param number at least 1
     */
    @Bare(unnamed = true)
    record Fixed(
            @Meaning("runs of every point") @Within(low = 1, high = 1_000_000)
            int number) implements Replications {

        @Override
        public int min() {
            return number;
        }

        @Override
        public int max() {
            return number;
        }
    }

    /**
     * As many as it takes until an answer is known well enough, looked at after {@code min} runs and then after every further
     * {@code step}.
     *
     * @param answer name of the answer
     * @param relativeHalfWidth greatest half width of its 95 % interval over its mean
     * @param min fewest runs, 2 or more
     * @param max most runs, whether or not the answer is known well enough
     * @param step runs between two looks
     */
    record Sequential(
            @Meaning("name of the answer") @Default("anchor_mean_h100e")
            String answer,

            @Meaning("greatest half width of its 95 % interval over its mean")
            @In(Dimension.FRACTION)
            @Within(open = true, high = 1)
            Quantity relativeHalfWidth,

            @Meaning("fewest runs") @Within(low = 2, high = 1_000_000) @Default("10")
            int min,

            @Meaning("most runs") @Within(low = 2, high = 1_000_000) @Default("1000")
            int max,

            @Meaning("runs between two looks") @Within(low = 1, high = 1_000_000) @Default("10")
            int step)
            implements Replications {}

    /**
     * As many as it takes until the point with the greatest or smallest mean of an answer is known.
     *
     * @param answer name of the answer
     * @param goal whether the greatest or the smallest is wanted
     * @param method how points compete
     * @param indifferenceZone a difference too small to matter, in the unit of the answer
     * @param confidence probability that the selection shall be correct
     * @param min runs of every point before any is dropped or preferred, 2 or more
     * @param max most runs of a point, whether or not the selection is made
     * @param step runs between two looks: of every point that is left, or of all together with ocba
     */
    record Select(
            @Meaning("name of the answer") @Default("anchor_mean_h100e")
            String answer,

            @Meaning("whether the largest or the smallest mean is wanted") @Default("largest")
            Goal goal,

            @Meaning("kn: Kim and Nelson, drops points, keeps its confidence; ocba: allocates runs, approximate")
            @Default("kn")
            Method method,

            @Meaning("a difference too small to matter, in the unit of the answer") @Default("0")
            Amount indifferenceZone,

            @Meaning("probability that the selection is correct")
            @In(Dimension.FRACTION)
            @Within(open = true, high = 1)
            @Default("95 %")
            Quantity confidence,

            @Meaning("runs of every point before any is dropped or preferred")
            @Within(low = 2, high = 1_000_000)
            @Default("10")
            int min,

            @Meaning("most runs of a point") @Within(low = 2, high = 1_000_000) @Default("1000")
            int max,

            @Meaning("runs between two looks: of every point left, or of all together with ocba")
            @Within(low = 1, high = 1_000_000)
            @Default("5")
            int step)
            implements Replications {}

    /** Which point is wanted. */
    enum Goal {
        /** That of the largest mean. */
        LARGEST,
        /** That of the smallest mean. */
        SMALLEST
    }

    /** How points compete. */
    enum Method {
        /** The fully sequential procedure of Kim and Nelson. */
        KN,
        /** Optimal computing budget allocation. */
        OCBA
    }
}
