package straits.experiments.montecarlo;

import java.util.List;
import straits.experiments.design.Point;

/** When a point of sequential replications has enough of them. */
@FunctionalInterface
public interface StoppingRule {

    /**
     * Whether no more replications are needed. Depends on nothing but its arguments, so that the same experiment always stops at
     * the same replication.
     *
     * @param point the point
     * @param soFar all its results in order of replication, failed ones included, without rows
     */
    boolean enough(Point point, List<UnitResult> soFar);
}
