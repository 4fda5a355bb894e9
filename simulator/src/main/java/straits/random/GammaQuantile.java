package straits.random;

import org.apache.commons.math3.special.Gamma;

/**
 * The inverse of the distribution function of a gamma variable with scale 1, to about 1e-14 relative. commons-math3 has the
 * function, and its own inverse searches for a root to an absolute 1e-9; here a close start and Halley's method need some
 * four evaluations for the last digits.
 *
 * <p>Source: W. H. Press et al., "Numerical Recipes", 3rd edition, 2007, section 6.2.1 (start and iteration).
 *
 * @param logGammaOfShape ln(Gamma(shape))
 */
record GammaQuantile(double shape, double logGammaOfShape) {

    private static final double EPSILON = 1e-15;
    private static final int MOST_TERMS = 100_000;
    private static final int MOST_STEPS = 100;

    /** Halley's method triples the digits: a step this small, relative to x, was the last that mattered. */
    private static final double LAST_STEP = 1e-7;

    static GammaQuantile of(double shape) {
        return new GammaQuantile(shape, Gamma.logGamma(shape));
    }

    /** The value below which the variable falls with probability u, which is above 0 and below 1. */
    double at(double u) {
        double x = shape > 1 ? startOfLargeShape(u) : startOfSmallShape(u);
        for (int step = 0; step < MOST_STEPS && x > 0; step++) {
            double newton = excess(x, u) / density(x);
            double next = x - newton / (1 - 0.5 * Math.min(1, newton * ((shape - 1) / x - 1)));
            next = next > 0 ? next : x / 2;
            if (Math.abs(next - x) <= LAST_STEP * x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** The distribution function. */
    double cdf(double x) {
        return Gamma.regularizedGammaP(shape, x, EPSILON, MOST_TERMS);
    }

    /** F(x) - u, by way of the smaller of the two tails, which keeps its digits. */
    private double excess(double x, double u) {
        return u > 0.5 ? (1 - u) - Gamma.regularizedGammaQ(shape, x, EPSILON, MOST_TERMS) : cdf(x) - u;
    }

    private double density(double x) {
        return StrictMath.exp((shape - 1) * StrictMath.log(x) - x - logGammaOfShape);
    }

    /**
     * Wilson and Hilferty: the cube root is nearly normal. Far down, where it is not, F(x) is at most
     * x^shape / Gamma(shape + 1), which bounds x from below.
     */
    private double startOfLargeShape(double u) {
        double ninth = 1 / (9 * shape);
        double root = 1 - ninth + NormalQuantile.at(u) * Math.sqrt(ninth);
        double least = StrictMath.exp((StrictMath.log(u * shape) + logGammaOfShape) / shape);
        return Math.max(least, shape * root * root * root);
    }

    /** A power law near zero and an exponential beyond. */
    private double startOfSmallShape(double u) {
        double split = 1 - shape * (0.253 + shape * 0.12);
        return u < split ? StrictMath.pow(u / split, 1 / shape) : 1 - StrictMath.log1p(-(u - split) / (1 - split));
    }
}
