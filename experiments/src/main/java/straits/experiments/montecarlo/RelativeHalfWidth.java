package straits.experiments.montecarlo;

import java.util.List;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.design.Point;

/**
 * Enough once the 95 % interval of the mean of an answer reaches no further than a share of that mean to either side.
 *
 * <p>Source: A. M. Law, Simulation Modeling and Analysis, section 9.4.1. A rule that looks again and again stops a little too
 * early, so that its intervals cover somewhat less than 95 %.
 *
 * @param answer the answer
 * @param relativeHalfWidth greatest half width over the mean
 */
record RelativeHalfWidth(Answer answer, double relativeHalfWidth) implements StoppingRule {

    @Override
    public boolean enough(Point point, List<UnitResult> soFar) {
        double[] values = soFar.stream()
                .filter(result -> result.ok() && !result.answers().missing(answer))
                .mapToDouble(result -> result.answers().value(answer))
                .toArray();
        // NaN, of fewer than two values or of a mean of zero, is never enough.
        return MeanEstimate.of(values).relativeHalfWidth() <= relativeHalfWidth;
    }
}
