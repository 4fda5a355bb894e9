package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import straits.random.Randomness;

final class PointSetsTest {

    private static final List<Axis> AXES = List.of(axis("a"), axis("b"), axis("c"), axis("d"), axis("e"));

    private static Axis axis(String name) {
        return new RangeAxis(name, List.of(name), "h", false, Quantile.uniform(0, 10));
    }

    private static DesignStream stream(String seed) {
        return new DesignStream(Randomness.of(seed, 0).stream("test", "points"));
    }

    private static double[][] shares(List<DesignRow> rows, int axes) {
        return rows.stream()
                .map(row -> IntStream.range(0, axes).mapToDouble(row::share).toArray())
                .toArray(double[][]::new);
    }

    /** Of as many equal slices as there are points, every one of every axis holds exactly one. */
    private static void assertOneInEverySlice(List<DesignRow> rows, int axes) {
        for (int axis = 0; axis < axes; axis++) {
            int its = axis;
            assertThat(rows.stream().map(row -> (int) (row.share(its) * rows.size())))
                    .hasSize(rows.size())
                    .doesNotHaveDuplicates()
                    .allSatisfy(slice -> assertThat(slice).isBetween(0, rows.size() - 1));
        }
    }

    @Test
    void aLatinHypercubeHasOnePointInEverySlice() {
        List<DesignRow> rows = PointSets.latinHypercube(50, 5, stream("1"));
        assertOneInEverySlice(rows, 5);
        assertThat(rows).extracting(DesignRow::sample).startsWith(0, 1, 2);
    }

    @Test
    void scrambledSobolPointsHaveOnePointInEverySliceAndInEveryBoxOfTwoAxes() {
        List<DesignRow> rows = PointSets.sobol(64, 5, stream("1"));
        assertOneInEverySlice(rows, 5);
        // The first two dimensions are a (0, 6, 2)-net: 8 x 8 boxes with one point each.
        assertThat(rows.stream().map(row -> List.of((int) (row.share(0) * 8), (int) (row.share(1) * 8))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSamePointsAndAnotherSeedOthers() {
        assertThat(shares(PointSets.sobol(16, 5, stream("1")), 5))
                .isDeepEqualTo(shares(PointSets.sobol(16, 5, stream("1")), 5));
        assertThat(shares(PointSets.sobol(16, 5, stream("2")), 5)[0])
                .isNotEqualTo(shares(PointSets.sobol(16, 5, stream("1")), 5)[0]);
        assertThat(shares(PointSets.latinHypercube(16, 5, stream("2")), 5)[3])
                .isNotEqualTo(shares(PointSets.latinHypercube(16, 5, stream("1")), 5)[3]);
    }

    @Test
    void aTrajectoryMovesEveryFactorOnceByTheSameStepOnTheGrid() {
        List<DesignRow> rows = PointSets.morris(40, 4, AXES, stream("1"));
        assertThat(rows).hasSize(40 * 6);
        for (int trajectory = 0; trajectory < 40; trajectory++) {
            List<DesignRow> its = rows.subList(6 * trajectory, 6 * trajectory + 6);
            assertThat(its).allMatch(row -> row.sample() == its.get(0).sample());
            assertThat(its).extracting(DesignRow::role).startsWith("start").contains("a", "b", "c", "d", "e");
            for (int step = 1; step < 6; step++) {
                assertMovesOnly(its.get(step - 1), its.get(step));
            }
        }
        assertThat(rows.stream().mapToDouble(row -> row.share(2)).distinct().sorted())
                .containsExactly(0.0, 1 / 3.0, 2 / 3.0, 1.0);
    }

    private static void assertMovesOnly(DesignRow before, DesignRow after) {
        for (int axis = 0; axis < AXES.size(); axis++) {
            boolean moved = AXES.get(axis).name().equals(after.role());
            assertThat(Math.abs(after.share(axis) - before.share(axis))).isCloseTo(moved ? 2 / 3.0 : 0, within(1e-12));
        }
    }

    /** All starts of the grid and all orders occur: the effects of a factor are not measured at one corner only. */
    @Test
    void trajectoriesStartAnywhereAndGoInAnyOrder() {
        List<DesignRow> rows = PointSets.morris(200, 4, AXES, stream("1"));
        List<DesignRow> starts =
                rows.stream().filter(row -> row.role().equals("start")).toList();
        assertThat(starts.stream().map(row -> row.share(0)).distinct()).hasSize(4);
        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> rows.get(6 * i + 1).role())
                        .distinct())
                .hasSize(5);
    }

    @Test
    void saltellisMixedPointsTakeOneFactorFromTheOtherSample() {
        List<DesignRow> rows = PointSets.saltelli(8, true, AXES, stream("1"));
        assertThat(rows).hasSize(8 * 12);
        List<DesignRow> base = rows.subList(12, 24);
        assertThat(base)
                .extracting(DesignRow::role)
                .startsWith("a", "b", "ab:a", "ab:b")
                .endsWith("ba:d", "ba:e");
        for (int axis = 0; axis < 5; axis++) {
            for (int mixed = 0; mixed < 5; mixed++) {
                assertThat(base.get(2 + mixed).share(axis))
                        .isEqualTo(base.get(mixed == axis ? 1 : 0).share(axis));
                assertThat(base.get(7 + mixed).share(axis))
                        .isEqualTo(base.get(mixed == axis ? 0 : 1).share(axis));
            }
        }
        assertThat(PointSets.saltelli(8, false, AXES, stream("1"))).hasSize(8 * 7);
    }
}
