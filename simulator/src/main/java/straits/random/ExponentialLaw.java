package straits.random;

/** Exponential. */
record ExponentialLaw(double mean) implements Law {

    static ExponentialLaw of(double mean) {
        return new ExponentialLaw(Requirement.positive("mean", mean));
    }

    @Override
    public double at(double u) {
        return -mean * StrictMath.log1p(-u);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StrictMath.expm1(-x / mean);
    }

    @Override
    public Sampler lengthBiased() {
        return GammaLaw.of(2, mean);
    }
}
