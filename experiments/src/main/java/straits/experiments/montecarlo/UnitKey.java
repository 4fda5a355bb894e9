package straits.experiments.montecarlo;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import straits.experiments.design.Point;

/**
 * Which run: a design point and a replication of it.
 *
 * @param point number of the design point, from 0
 * @param regime key of its regime
 * @param replication number of the replication, from 0
 */
public record UnitKey(int point, String regime, int replication) {

    /** Replications of a point, from one to another, which is excluded; none if it is not after the first. */
    static Stream<UnitKey> of(Point point, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(replication -> new UnitKey(point.index(), point.regime(), replication));
    }
}
