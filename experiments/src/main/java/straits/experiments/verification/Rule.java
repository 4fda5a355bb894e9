package straits.experiments.verification;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.analysis.RatioEstimate;
import straits.experiments.analysis.StudentT;

/** How an output is estimated from replications and held to its exact value. */
sealed interface Rule {

    /** Two-sided 99.9 %. */
    double PROBABILITY = 0.9995;

    /** The same for a normal law, as rule V has it. */
    double NORMAL = 3.29;

    /** Its letter. */
    String letter();

    /** How wide the interval may be, over the exact value; NaN where no width is asked for. */
    double tolerance();

    /**
     * The estimate.
     *
     * @param over what is estimated, or the numerators of a ratio of totals, by replication
     * @param under the denominators
     */
    Estimate estimate(double[] over, double[] under);

    /** What the estimate says of the exact value. */
    Finding judge(double exact, Estimate estimate);

    /** Whether a miss is decided by one repeat with other draws and four times as many. */
    default boolean repeats() {
        return false;
    }

    /** Whether the interval covers, and is narrow enough that an error of twice the tolerance would hardly be missed. */
    private static Finding coveredWithPower(double exact, Estimate estimate, double tolerance) {
        if (!(estimate.low() <= exact && exact <= estimate.high())) {
            return Finding.FAIL;
        }
        return estimate.halfWidth() <= tolerance * Math.abs(exact) ? Finding.PASS : Finding.TOO_FEW;
    }

    /**
     * M: the 99.9 % interval of a ratio of totals covers the exact value, and its half width is at most a share of it: an error of
     * twice that share is then missed with probability below 0.001.
     */
    record Mean(double tolerance) implements Rule {

        @Override
        public String letter() {
            return "M";
        }

        @Override
        public Estimate estimate(double[] over, double[] under) {
            RatioEstimate ratio = RatioEstimate.of(over, under);
            return Estimate.around(
                    ratio.ratio(), StudentT.quantile(PROBABILITY, over.length - 1) * ratio.standardError());
        }

        @Override
        public Finding judge(double exact, Estimate estimate) {
            return coveredWithPower(exact, estimate, tolerance);
        }

        @Override
        public boolean repeats() {
            return true;
        }
    }

    /** V: the sample variance lies within 3.29 roots of (k - 1) / n of the exact one, with k the kurtosis of the sample itself. */
    record Spread(double tolerance) implements Rule {

        @Override
        public String letter() {
            return "V";
        }

        @Override
        public Estimate estimate(double[] values, double[] under) {
            double variance = new Variance().evaluate(values);
            double error = NORMAL * Math.sqrt((kurtosis(values) - 1) / values.length);
            return new Estimate(variance, variance / (1 + error), variance / (1 - error));
        }

        private static double kurtosis(double[] values) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double second = Arrays.stream(values)
                    .map(each -> (each - mean) * (each - mean))
                    .average()
                    .orElse(Double.NaN);
            double fourth = Arrays.stream(values)
                    .map(each -> (each - mean) * (each - mean) * (each - mean) * (each - mean))
                    .average()
                    .orElse(Double.NaN);
            return fourth / (second * second);
        }

        @Override
        public Finding judge(double exact, Estimate estimate) {
            return coveredWithPower(exact, estimate, tolerance);
        }
    }

    /** D0 and D: nothing random; the value is the exact one, or at most so far from it. */
    record Within(String letter, double distance) implements Rule {

        /** D0: equal to the last bit. */
        static final Rule EQUAL = new Within("D0", 0);

        /** D: relative 1e-9. */
        static Rule relative(double exact) {
            return new Within("D", 1e-9 * Math.abs(exact));
        }

        @Override
        public double tolerance() {
            return Double.NaN;
        }

        @Override
        public Estimate estimate(double[] values, double[] under) {
            return Estimate.exactly(values[0]);
        }

        @Override
        public Finding judge(double exact, Estimate estimate) {
            return Math.abs(estimate.value() - exact) <= distance ? Finding.PASS : Finding.FAIL;
        }
    }

    /** Upper: nothing can be above the exact value; a mean whose 99.9 % limit from below is above it is too good to be true. */
    record Upper() implements Rule {

        private static final double ONE_SIDED = 0.999;

        @Override
        public String letter() {
            return "upper";
        }

        @Override
        public double tolerance() {
            return Double.NaN;
        }

        @Override
        public Estimate estimate(double[] values, double[] under) {
            MeanEstimate mean = MeanEstimate.of(values);
            return Estimate.around(mean.mean(), StudentT.quantile(ONE_SIDED, values.length - 1) * mean.standardError());
        }

        @Override
        public Finding judge(double exact, Estimate estimate) {
            return estimate.low() < exact ? Finding.PASS : Finding.FAIL;
        }
    }

    /**
     * How often the 90 % t intervals of ten replications each cover a mean that is known. The interval is that of a share, by the
     * normal law.
     *
     * @param truth the mean
     * @param distance how far the share covered may be from the exact one
     */
    record Coverage(double truth, double distance) implements Rule {

        private static final int REPLICATIONS = 10;

        @Override
        public String letter() {
            return "abs";
        }

        @Override
        public double tolerance() {
            return Double.NaN;
        }

        @Override
        public Estimate estimate(double[] values, double[] under) {
            double t = StudentT.quantile(0.95, REPLICATIONS - 1);
            int intervals = values.length / REPLICATIONS;
            int covered = 0;
            for (int each = 0; each < intervals; each++) {
                MeanEstimate ten =
                        MeanEstimate.of(Arrays.copyOfRange(values, each * REPLICATIONS, (each + 1) * REPLICATIONS));
                covered += Math.abs(ten.mean() - truth) <= t * ten.standardError() ? 1 : 0;
            }
            double share = (double) covered / intervals;
            return Estimate.around(share, NORMAL * Math.sqrt(share * (1 - share) / intervals));
        }

        /** The width has to tell the exact share from the nominal 0.90. */
        @Override
        public Finding judge(double exact, Estimate estimate) {
            if (!(Math.abs(estimate.value() - exact) <= distance)) {
                return Finding.FAIL;
            }
            return estimate.halfWidth() <= distance ? Finding.PASS : Finding.TOO_FEW;
        }
    }
}
