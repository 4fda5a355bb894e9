package straits.experiments.design;

import straits.scenario.Bare;
import straits.scenario.Default;
import straits.scenario.Dimension;
import straits.scenario.In;
import straits.scenario.Meaning;
import straits.scenario.Quantity;
import straits.scenario.Within;

/** How many runs a point has. */
public sealed interface Replications {

    /**
     * The same number at every point.
     *
     * @param number at least 1
     */
    @Bare(unnamed = true)
    record Fixed(
            @Meaning("runs of every point") @Within(low = 1, high = 1_000_000)
            int number) implements Replications {}

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
}
