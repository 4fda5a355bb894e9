package straits.scenario;

import java.util.List;

/**
 * A distribution by name. Parameters stand in the base unit of the place where the distribution stands, except shapes,
 * probabilities and the standard deviation of a logarithm, which are pure numbers.
 */
public sealed interface Distribution {

    /** Always the same value. */
    record Constant(Quantity value) implements Distribution {}

    /** Exponential with the given mean (not rate). */
    record Exponential(Quantity mean) implements Distribution {}

    /** Lognormal by its median and the standard deviation of its natural logarithm. */
    record Lognormal(Quantity median, Quantity lnSigma) implements Distribution {}

    /** Weibull: P(X &gt; x) = exp(-(x / scale)^shape). */
    record Weibull(Quantity shape, Quantity scale) implements Distribution {}

    /** Gamma with mean shape x scale. */
    record Gamma(Quantity shape, Quantity scale) implements Distribution {}

    /** Pareto: P(X &gt; x) = (scale / x)^shape for x at or above scale. */
    record Pareto(Quantity shape, Quantity scale) implements Distribution {}

    /** Uniform on [low, high]. */
    record Uniform(Quantity low, Quantity high) implements Distribution {}

    /** Triangular on [low, high] with the given mode. */
    record Triangular(Quantity low, Quantity mode, Quantity high) implements Distribution {}

    /** One of the values, with the stated probabilities, which add to 1. */
    record Discrete(List<Outcome> outcomes) implements Distribution {

        /** Copies the list, so that the record stays immutable. */
        public Discrete {
            outcomes = List.copyOf(outcomes);
        }

        /** One value and its probability. */
        public record Outcome(Quantity value, Quantity probability) {}
    }

    /** Any of the values, all equally likely. */
    record Empirical(List<Quantity> values) implements Distribution {

        /** Copies the list, so that the record stays immutable. */
        public Empirical {
            values = List.copyOf(values);
        }
    }
}
