package straits.random;

/** Uniform. Length-biased its distribution function is a parabola. */
record UniformLaw(double low, double high) implements Law {

    static UniformLaw of(double low, double high) {
        Requirement.finite("low", low);
        Requirement.require(
                high >= low && high < Double.POSITIVE_INFINITY, "high", high, "a finite number, low or more");
        return new UniformLaw(low, high);
    }

    @Override
    public double at(double u) {
        return low + u * (high - low);
    }

    @Override
    public double cdf(double x) {
        return x >= high ? 1 : x <= low ? 0 : (x - low) / (high - low);
    }

    @Override
    public double mean() {
        return low + (high - low) / 2;
    }

    @Override
    public Sampler lengthBiased() {
        Requirement.notNegative("low", low);
        Requirement.positive("high", high);
        return new LengthBiasedUniform(low, high);
    }

    private record LengthBiasedUniform(double low, double high) implements Sampler {

        @Override
        public double at(double u) {
            return Math.sqrt(low * low + u * (high - low) * (high + low));
        }

        @Override
        public double cdf(double x) {
            return x >= high ? 1 : x <= low ? 0 : (x - low) * (x + low) / ((high - low) * (high + low));
        }

        @Override
        public double mean() {
            return 2 * (low * low + low * high + high * high) / (3 * (low + high));
        }
    }
}
