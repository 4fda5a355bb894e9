package straits.random;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** Lognormal with a spread. Length-biased it is lognormal again, with the median moved by exp(sigma^2). */
record LognormalLaw(double median, double lnSigma) implements Law {

    private static final double SQRT_2 = Math.sqrt(2);

    static LognormalLaw of(double median, double lnSigma) {
        return new LognormalLaw(Requirement.positive("median", median), Requirement.positive("ln_sigma", lnSigma));
    }

    @Override
    public double at(double u) {
        // FastMath is pure Java with the same bits everywhere, and half the price of StrictMath.
        return median * FastMath.exp(lnSigma * NormalQuantile.at(u));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : 0.5 * Erf.erfc(-StrictMath.log(x / median) / (lnSigma * SQRT_2));
    }

    @Override
    public double mean() {
        return median * StrictMath.exp(lnSigma * lnSigma / 2);
    }

    @Override
    public Sampler lengthBiased() {
        return of(median * StrictMath.exp(lnSigma * lnSigma), lnSigma);
    }
}
