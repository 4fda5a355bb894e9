package straits.experiments.output;

import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.Interval;
import straits.experiments.montecarlo.Answer;

/**
 * {@code estimators.csv}: one answer by several estimators, and what each gained. The gain of an estimator is the variance of its mean
 * times the events it took, in that of plain sampling over its own: how many times more simulation plain sampling would need for the
 * same standard error. Events stand for time, which no two runs share.
 */
public final class Estimators {

    /** The estimator that all others are measured by: independent points, independent replications. */
    public static final String PLAIN = "plain";

    /** The declaration. */
    public static final Table<Row> TABLE = Table.<Row>of(
                    "estimators.csv", "point or sampled block x answer x estimator")
            .optionalInteger("point", "", "design point; empty for a mean over all points of a block", Row::point)
            .text("regime", "key of the regime", Row::regime)
            .text("block", "sub-experiment; empty if there are none", Row::block)
            .text(
                    "reference_regime",
                    "regime that is subtracted, of a difference; empty for a mean",
                    Row::referenceRegime)
            .text("answer", "name of the answer", row -> row.answer().key())
            .text("unit", "unit of the answer", row -> row.answer().unit())
            .text("estimator", "plain, or what was done instead; several joined by +", Row::estimator)
            .integer("n", "", "independent units that the interval rests on", Row::n)
            .decimal("mean", "", "the estimate", Row::mean)
            .decimal(
                    "ci_low",
                    "",
                    "lower end of its 95 % interval",
                    row -> row.interval95().low())
            .decimal(
                    "ci_high",
                    "",
                    "upper end of its 95 % interval",
                    row -> row.interval95().high())
            .decimal(
                    "variance_x_events",
                    "",
                    "variance of the estimate times the events of its runs",
                    Row::varianceTimesEvents)
            .decimal("gain", "", "variance_x_events of plain / its own; below 1 it hurts", Row::gain)
            .decimal(
                    "gain_low",
                    "",
                    "lower end of the 95 % interval of the gain",
                    row -> row.gain95().low())
            .decimal(
                    "gain_high",
                    "",
                    "upper end of the 95 % interval of the gain",
                    row -> row.gain95().high())
            .text("note", "what to beware of; else empty", Row::note)
            .build();

    private Estimators() {}

    /**
     * A line.
     *
     * @param point design point; null for a mean over all points of a block
     * @param regime key of the regime
     * @param block sub-experiment; empty if there are none
     * @param referenceRegime regime that is subtracted; empty for a mean
     * @param answer which answer
     * @param estimator {@link #PLAIN} or what was done instead
     * @param n independent units that the interval rests on
     * @param mean the estimate
     * @param interval95 its 95 % interval
     * @param varianceTimesEvents variance of the estimate times events of its runs; NaN if unknown
     * @param gain that of plain sampling over it; NaN if unknown
     * @param gain95 interval of the gain; may be missing
     * @param note what to beware of; else empty
     */
    public record Row(
            @Nullable Long point,
            String regime,
            String block,
            String referenceRegime,
            Answer answer,
            String estimator,
            int n,
            double mean,
            Interval interval95,
            double varianceTimesEvents,
            double gain,
            Interval gain95,
            String note) {}
}
