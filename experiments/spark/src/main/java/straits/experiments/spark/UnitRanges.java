package straits.experiments.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.UnitKey;

/**
 * Units as plain numbers, which any serialiser of Spark takes: three for each range of replications of a point, which are the point,
 * the first replication, and the one after the last.
 */
final class UnitRanges {

    private static final int NUMBERS = 3;

    private UnitRanges() {}

    /** Units in their order. */
    static int[] of(List<UnitKey> units) {
        int[] ranges = new int[NUMBERS * units.size()];
        int end = 0;
        for (UnitKey unit : units) {
            boolean next = end > 0 && ranges[end - NUMBERS] == unit.point() && ranges[end - 1] == unit.replication();
            if (!next) {
                ranges[end] = unit.point();
                ranges[end + 1] = unit.replication();
                end += NUMBERS;
            }
            ranges[end - 1] = unit.replication() + 1;
        }
        return Arrays.copyOf(ranges, end);
    }

    /** The units again. */
    static Stream<UnitKey> units(int[] ranges, List<Point> points) {
        return IntStream.range(0, ranges.length / NUMBERS).boxed().flatMap(range -> {
            Point point = points.get(ranges[NUMBERS * range]);
            return IntStream.range(ranges[NUMBERS * range + 1], ranges[NUMBERS * range + 2])
                    .mapToObj(replication -> new UnitKey(point.index(), point.regime(), replication));
        });
    }
}
