package straits.random;

/** Triangular. */
record TriangularLaw(double low, double mode, double high) implements Law {

    static Law of(double low, double mode, double high) {
        Requirement.finite("low", low);
        Requirement.require(mode >= low, "mode", mode, "low or more");
        Requirement.require(
                high >= mode && high < Double.POSITIVE_INFINITY, "high", high, "a finite number, mode or more");
        return low == high ? TableLaw.constant(low) : new TriangularLaw(low, mode, high);
    }

    @Override
    public double at(double u) {
        double width = high - low;
        return u * width < mode - low
                ? low + Math.sqrt(u * width * (mode - low))
                : high - Math.sqrt((1 - u) * width * (high - mode));
    }

    @Override
    public double cdf(double x) {
        if (x <= low || x >= high) {
            return x <= low ? 0 : 1;
        }
        double width = high - low;
        return x < mode
                ? (x - low) * (x - low) / (width * (mode - low))
                : 1 - (high - x) * (high - x) / (width * (high - mode));
    }

    @Override
    public double mean() {
        return (low + mode + high) / 3;
    }

    @Override
    public Sampler lengthBiased() {
        Requirement.notNegative("low", low);
        return new LengthBiasedTriangular(this);
    }

    /** The distribution function is a cubic on either side of the mode; its inverse is found by halving the interval. */
    private record LengthBiasedTriangular(TriangularLaw unbiased) implements Sampler {

        @Override
        public double at(double u) {
            double below = unbiased.low;
            double above = unbiased.high;
            for (double x = middle(below, above); below < x && x < above; x = middle(below, above)) {
                if (cdf(x) < u) {
                    below = x;
                } else {
                    above = x;
                }
            }
            return above;
        }

        private static double middle(double below, double above) {
            return below + (above - below) / 2;
        }

        @Override
        public double cdf(double x) {
            double low = unbiased.low;
            double mode = unbiased.mode;
            double high = unbiased.high;
            if (x <= low || x >= high) {
                return x <= low ? 0 : 1;
            }
            double scale = 2 / ((high - low) * unbiased.mean());
            double left = x - low;
            double right = high - x;
            return x < mode
                    ? scale * left * left * (low / 2 + left / 3) / (mode - low)
                    : 1 - scale * right * right * (high / 2 - right / 3) / (high - mode);
        }

        /** E[X^2] / E[X] of the unbiased. */
        @Override
        public double mean() {
            double low = unbiased.low;
            double mode = unbiased.mode;
            double high = unbiased.high;
            double squares = low * low + mode * mode + high * high + low * mode + low * high + mode * high;
            return squares / (6 * unbiased.mean());
        }
    }
}
