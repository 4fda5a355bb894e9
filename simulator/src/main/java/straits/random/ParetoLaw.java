package straits.random;

/** Pareto. Length-biased it is Pareto again, with a shape less by 1. */
record ParetoLaw(double shape, double scale) implements Law {

    static ParetoLaw of(double shape, double scale) {
        return new ParetoLaw(Requirement.positive("shape", shape), Requirement.positive("scale", scale));
    }

    @Override
    public double at(double u) {
        return scale * StrictMath.pow(1 - u, -1 / shape);
    }

    @Override
    public double cdf(double x) {
        return x <= scale ? 0 : 1 - StrictMath.pow(scale / x, shape);
    }

    @Override
    public double mean() {
        return shape > 1 ? shape * scale / (shape - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public Sampler lengthBiased() {
        Requirement.require(
                shape > 1, "shape", shape, "above 1, where the mean is finite, for a length-biased version");
        return of(shape - 1, scale);
    }
}
