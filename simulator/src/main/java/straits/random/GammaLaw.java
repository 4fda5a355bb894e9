package straits.random;

/** Gamma. Length-biased it is gamma again, with a shape greater by 1. */
record GammaLaw(double shape, double scale, GammaQuantile quantile) implements Law {

    static GammaLaw of(double shape, double scale) {
        Requirement.positive("shape", shape);
        return new GammaLaw(shape, Requirement.positive("scale", scale), GammaQuantile.of(shape));
    }

    @Override
    public double at(double u) {
        return scale * quantile.at(u);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : quantile.cdf(x / scale);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public Sampler lengthBiased() {
        return of(shape + 1, scale);
    }
}
