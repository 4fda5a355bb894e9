package straits.scenario;

import java.util.List;

/**
 * A distribution by name. Parameters stand in the base unit of the place where the distribution stands, except shapes,
 * probabilities and the standard deviation of a logarithm, which are pure numbers.
 */
public sealed interface Distribution {

    /**
     * Always the same value.
     *
     * @param value the value
     */
    @Bare(unnamed = true)
    record Constant(@Meaning("the value") Quantity value) implements Distribution {}

    /**
     * Exponential with the given mean (not rate).
     *
     * @param mean above 0
     */
    record Exponential(
            @Meaning("mean, not rate") @Within(open = true) Quantity mean) implements Distribution {}

    /**
     * Lognormal by its median and the standard deviation of its natural logarithm.
     *
     * @param median above 0
     * @param lnSigma a pure number, at least 0
     */
    record Lognormal(
            @Meaning("median") @Within(open = true) Quantity median,

            @Meaning("standard deviation of the natural logarithm") @In(Dimension.NUMBER) @Within(high = 10)
            Quantity lnSigma)
            implements Distribution {}

    /**
     * Weibull: P(X &gt; x) = exp(-(x / scale)^shape).
     *
     * @param shape a pure number, at least 0.02
     * @param scale above 0
     */
    record Weibull(
            @Meaning("shape; below 0.02 moments are beyond all numbers")
            @In(Dimension.NUMBER)
            @Within(low = 0.02, high = 1_000_000)
            Quantity shape,

            @Meaning("scale") @Within(open = true) Quantity scale)
            implements Distribution {}

    /**
     * Gamma with mean shape x scale.
     *
     * @param shape a pure number above 0
     * @param scale above 0
     */
    record Gamma(
            @Meaning("shape") @In(Dimension.NUMBER) @Within(open = true, high = 1_000_000)
            Quantity shape,

            @Meaning("scale") @Within(open = true) Quantity scale)
            implements Distribution {}

    /**
     * Pareto: P(X &gt; x) = (scale / x)^shape for x at or above scale.
     *
     * @param shape a pure number above 0
     * @param scale the least value, above 0
     */
    record Pareto(
            @Meaning("shape") @In(Dimension.NUMBER) @Within(open = true, high = 1_000_000)
            Quantity shape,

            @Meaning("scale: the least value") @Within(open = true)
            Quantity scale)
            implements Distribution {}

    /**
     * Uniform on [low, high].
     *
     * @param low the least value
     * @param high the greatest value
     */
    record Uniform(
            @Meaning("least value") Quantity low,
            @Meaning("greatest value") Quantity high) implements Distribution {}

    /**
     * Triangular on [low, high] with the given mode.
     *
     * @param low the least value
     * @param mode the likeliest value
     * @param high the greatest value
     */
    record Triangular(
            @Meaning("least value") Quantity low,
            @Meaning("most likely value") Quantity mode,
            @Meaning("greatest value") Quantity high)
            implements Distribution {}

    /**
     * One of the values, with the stated probabilities, which add to 1.
     *
     * @param outcomes at least one
     */
    @Bare
    record Discrete(
            @Meaning("values with their probabilities") List<Outcome> outcomes) implements Distribution {

        /** Copies the list, so that the record stays immutable. */
        public Discrete {
            outcomes = List.copyOf(outcomes);
        }

        /**
         * One value and its probability.
         *
         * @param value the value
         * @param probability in [0, 1]
         */
        public record Outcome(
                @Meaning("value") Quantity value,

                @Meaning("probability") @In(Dimension.FRACTION) @Within(high = 1)
                Quantity probability) {}
    }

    /**
     * Any of the values, all equally likely.
     *
     * @param values at least one; a value may stand more than once
     */
    @Bare
    record Empirical(
            @Meaning("values, all equally likely, or a column of a CSV file: {file, column, unit}") @InFile
            List<Quantity> values)
            implements Distribution {

        /** Copies the list, so that the record stays immutable. */
        public Empirical {
            values = List.copyOf(values);
        }
    }
}
