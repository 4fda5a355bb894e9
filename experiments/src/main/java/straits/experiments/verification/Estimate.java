package straits.experiments.verification;

/**
 * What replications say of an output.
 *
 * @param value the estimate
 * @param low lower end of its 99.9 % interval; NaN where nothing is random
 * @param high upper end
 */
record Estimate(double value, double low, double high) {

    static Estimate around(double value, double halfWidth) {
        return new Estimate(value, value - halfWidth, value + halfWidth);
    }

    static Estimate exactly(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    double halfWidth() {
        return (high - low) / 2;
    }
}
