package straits.random;

import org.apache.commons.math3.special.Gamma;

/** Weibull. Length-biased, (X / scale)^shape is gamma distributed with shape 1 + 1 / shape. */
record WeibullLaw(double shape, double scale) implements Law {

    static WeibullLaw of(double shape, double scale) {
        return new WeibullLaw(Requirement.positive("shape", shape), Requirement.positive("scale", scale));
    }

    @Override
    public double at(double u) {
        return scale * StrictMath.pow(-StrictMath.log1p(-u), 1 / shape);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StrictMath.expm1(-StrictMath.pow(x / scale, shape));
    }

    @Override
    public double mean() {
        return scale * Gamma.gamma(1 + 1 / shape);
    }

    @Override
    public Sampler lengthBiased() {
        return new LengthBiasedWeibull(this, GammaLaw.of(1 + 1 / shape, 1));
    }

    private record LengthBiasedWeibull(WeibullLaw unbiased, GammaLaw power) implements Sampler {

        @Override
        public double at(double u) {
            return unbiased.scale * StrictMath.pow(power.at(u), 1 / unbiased.shape);
        }

        @Override
        public double cdf(double x) {
            return x <= 0 ? 0 : power.cdf(StrictMath.pow(x / unbiased.scale, unbiased.shape));
        }

        /** E[X^2] / E[X] of the unbiased. */
        @Override
        public double mean() {
            return unbiased.scale * Gamma.gamma(1 + 2 / unbiased.shape) / Gamma.gamma(1 + 1 / unbiased.shape);
        }
    }
}
