package straits.random;

import java.util.List;
import straits.scenario.Distribution;
import straits.scenario.Quantity;

/**
 * Samplers for the distributions a scenario can name. Each holds its constants ready, keeps no other state, and calls no
 * function whose last bit may differ between machines.
 */
public final class Samplers {

    /** The greatest double below 1. */
    private static final double BELOW_ONE = Math.nextDown(1.0);

    private Samplers() {}

    /**
     * The sampler of a distribution, in the unit of its parameters.
     *
     * @throws IllegalArgumentException if a parameter is outside its range, naming it
     */
    public static Sampler of(Distribution distribution) {
        return law(distribution);
    }

    /**
     * The length-biased version of a distribution: density proportional to x times the density. So are distributed the full
     * lengths of leases that are found in progress at a given moment; their remaining length is a uniform share of that.
     *
     * @throws IllegalArgumentException if a parameter is outside its range, if the mean is zero or infinite, or if values may
     *     be negative
     */
    public static Sampler lengthBiased(Distribution distribution) {
        return law(distribution).lengthBiased();
    }

    /**
     * A value given that it is at or above a bound: the value that a uniform draw gives among those.
     *
     * @param low the bound
     * @param u above 0 and below 1
     * @throws IllegalArgumentException if no value is at or above the bound, to the precision of a double
     */
    public static double conditionalAtLeast(Sampler sampler, double low, double u) {
        // Below, not at: the bound itself may be a value of a discrete distribution.
        double below = sampler.cdf(Math.nextDown(low));
        if (!(below < 1)) {
            throw new IllegalArgumentException("low: " + low + "; no value of the distribution is at or above it");
        }
        return Math.max(low, sampler.at(Math.min(below + u * (1 - below), BELOW_ONE)));
    }

    private static Law law(Distribution distribution) {
        if (distribution instanceof Distribution.Constant d) {
            return TableLaw.constant(d.value().value());
        } else if (distribution instanceof Distribution.Exponential d) {
            return ExponentialLaw.of(d.mean().value());
        } else if (distribution instanceof Distribution.Lognormal d) {
            return lognormal(d.median().value(), d.lnSigma().value());
        } else if (distribution instanceof Distribution.Weibull d) {
            return WeibullLaw.of(d.shape().value(), d.scale().value());
        } else if (distribution instanceof Distribution.Gamma d) {
            return GammaLaw.of(d.shape().value(), d.scale().value());
        } else if (distribution instanceof Distribution.Pareto d) {
            return ParetoLaw.of(d.shape().value(), d.scale().value());
        } else if (distribution instanceof Distribution.Uniform d) {
            return UniformLaw.of(d.low().value(), d.high().value());
        } else if (distribution instanceof Distribution.Triangular d) {
            return TriangularLaw.of(d.low().value(), d.mode().value(), d.high().value());
        } else if (distribution instanceof Distribution.Discrete d) {
            return discrete(d.outcomes());
        } else if (distribution instanceof Distribution.Empirical d) {
            return empirical(d.values());
        }
        throw new IllegalArgumentException("distribution: " + distribution + " is of no known kind");
    }

    /** Without spread it is a constant, for which logarithms over sigma would divide by zero. */
    private static Law lognormal(double median, double lnSigma) {
        return lnSigma == 0
                ? TableLaw.constant(Requirement.positive("median", median))
                : LognormalLaw.of(median, lnSigma);
    }

    private static Law discrete(List<Distribution.Discrete.Outcome> outcomes) {
        return TableLaw.of(
                outcomes.stream()
                        .mapToDouble(outcome -> outcome.value().value())
                        .toArray(),
                outcomes.stream()
                        .mapToDouble(outcome -> outcome.probability().value())
                        .toArray());
    }

    private static Law empirical(List<Quantity> values) {
        return TableLaw.of(
                values.stream().mapToDouble(Quantity::value).toArray(),
                values.stream().mapToDouble(value -> 1).toArray());
    }
}
