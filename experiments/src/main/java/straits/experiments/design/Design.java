package straits.experiments.design;

import java.util.List;
import java.util.Map;
import straits.scenario.Bare;
import straits.scenario.Default;
import straits.scenario.Meaning;
import straits.scenario.Within;
import straits.scenario.file.Written;

/** How values of factors are put together into the points of a block. */
sealed interface Design {

    /** Every value of each factor with every value of the others; the last factor varies fastest. */
    record Factorial() implements Design {}

    /** The first value of every factor, then the second of every factor, and so on. */
    record Zip() implements Design {}

    /**
     * The points themselves.
     *
     * @param points each with a value of every factor
     */
    @Bare
    record Points(
            @Meaning("points, each with a value of every factor")
            List<Map<String, Written>> points) implements Design {

        /** Copies the list, so that the record stays immutable. */
        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * A Latin hypercube: of as many slices of each factor as there are points, every one has a point.
     *
     * @param points number of points
     */
    record LatinHypercube(
            @Meaning("number of points") @Within(low = 2, high = 1_000_000)
            int points) implements Design {}

    /**
     * The first points of Sobol's sequence, scrambled by a random matrix and a random digital shift.
     *
     * @param points number of points, a power of two
     */
    record Sobol(
            @Meaning("number of points, a power of two") @Within(low = 2, high = 1 << 20)
            int points) implements Design {}

    /**
     * Morris's one-at-a-time trajectories: each begins at a random point of a grid and moves every factor once, in random order,
     * by levels / (2 (levels - 1)) of its range.
     *
     * @param trajectories number of trajectories; each has a point more than there are factors
     * @param levels levels of the grid, even
     */
    record Morris(
            @Meaning("number of trajectories") @Within(low = 2, high = 100_000) @Default("10")
            int trajectories,

            @Meaning("levels of the grid, even") @Within(low = 2, high = 100) @Default("4")
            int levels)
            implements Design {}

    /**
     * Saltelli's design for Sobol indices: two samples A and B of scrambled Sobol points, and A with one factor at a time from B.
     *
     * @param points base points, a power of two; each gives two points more than there are factors
     * @param secondOrder whether B with one factor at a time from A is added, for second-order indices
     */
    record Saltelli(
            @Meaning("base points, a power of two") @Within(low = 2, high = 1 << 20)
            int points,

            @Meaning("whether points for second-order indices are added") @Default("false")
            boolean secondOrder)
            implements Design {}

    /**
     * Points for the mean of an answer over uncertain inputs, in groups that are independent of one another: between them lies the
     * error of the mean, within them what it gains over independent points. Only the inputs are sampled so; what happens in a run
     * is plain Monte Carlo, and each row has random numbers of its own, which its regimes share.
     *
     * @param points number of points, of all groups together
     * @param sampling how they are drawn
     * @param randomisations number of groups, where the sampling does not say
     */
    record Estimate(
            @Meaning("number of points, of all independent groups together") @Within(low = 2, high = 1_000_000)
            int points,

            @Meaning(
                    "plain: each point by itself; antithetic: pairs of mirrored points; stratified: Latin hypercubes; rqmc:"
                            + " scrambled Sobol points")
            @Default("plain")
            Sampling sampling,

            @Meaning("independent hypercubes, or scrambles; of stratified and rqmc only")
            @Within(low = 2, high = 100_000)
            @Default("8")
            int randomisations)
            implements Design {

        /** Whether the number of groups is stated. */
        boolean isGrouped() {
            return sampling == Sampling.STRATIFIED || sampling == Sampling.RQMC;
        }

        /** Number of points that depend on one another. */
        int groupSize() {
            return switch (sampling) {
                case PLAIN -> 1;
                case ANTITHETIC -> 2;
                case STRATIFIED, RQMC -> points / randomisations;
            };
        }
    }

    /** How the points of an {@link Estimate} are drawn. */
    enum Sampling {
        /** All independent. */
        PLAIN,
        /** In pairs, one at the shares u, one at 1 - u. */
        ANTITHETIC,
        /** Latin hypercubes: of as many slices of each axis as a hypercube has points, every one has a point. */
        STRATIFIED,
        /** Randomised quasi-Monte Carlo: Sobol points, scrambled anew. */
        RQMC
    }

    /** Whether factors are sampled over their ranges, rather than taken value by value. */
    default boolean samples() {
        return !(this instanceof Factorial || this instanceof Zip || this instanceof Points);
    }

    /** Whether leaving out a point would leave a hole that its analysis cannot bear. */
    default boolean whole() {
        return this instanceof Morris || this instanceof Saltelli || this instanceof Estimate;
    }
}
