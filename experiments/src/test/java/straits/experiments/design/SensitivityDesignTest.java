package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import straits.experiments.Trials;
import straits.experiments.analysis.ElementaryEffects;
import straits.experiments.analysis.SensitivityIndex;
import straits.experiments.analysis.SensitivityIndex.Kind;
import straits.experiments.analysis.SobolIndices;
import straits.random.Randomness;

/** From the designs as they are drawn to the indices. */
final class SensitivityDesignTest {

    private static final List<Axis> THREE = List.of(axis("x1"), axis("x2"), axis("x3"));

    private static Axis axis(String name) {
        return new RangeAxis(name, List.of(name), "", false, Quantile.uniform(-Math.PI, Math.PI));
    }

    private static DesignStream stream(String seed) {
        return new DesignStream(Randomness.of(seed, 0).stream("test", "points"));
    }

    /** Ishigami and Homma 1990, with a = 7 and b = 0.1. */
    private static double ishigami(DesignRow row) {
        double x1 = THREE.get(0).number(row.share(0));
        double sin2 = StrictMath.sin(THREE.get(1).number(row.share(1)));
        double x3 = THREE.get(2).number(row.share(2));
        return StrictMath.sin(x1) * (1 + 0.1 * x3 * x3 * x3 * x3) + 7 * sin2 * sin2;
    }

    private static double[][] values(List<DesignRow> rows, ToDoubleFunction<DesignRow> f) {
        List<double[]> values = new ArrayList<>();
        int each = (int) rows.stream().filter(row -> row.sample() == 0).count();
        for (int first = 0; first < rows.size(); first += each) {
            values.add(rows.subList(first, first + each).stream().mapToDouble(f).toArray());
        }
        return values.toArray(double[][]::new);
    }

    private static SensitivityIndex find(List<SensitivityIndex> indices, Kind kind, int factor, int other) {
        return indices.stream()
                .filter(each -> each.kind() == kind && each.factor() == factor && each.otherFactor() == other)
                .findFirst()
                .orElseThrow();
    }

    /** S26 (b). */
    @Test
    void ishigamiHasItsIndices() {
        double[][] values = values(PointSets.saltelli(1 << 16, false, THREE, stream("S26/1")), row -> ishigami(row));
        List<SensitivityIndex> indices =
                SobolIndices.of(3, values, Randomness.of("S26/1", 0).stream("test", "bootstrap")::next);
        double[] first = {0.3139051911, 0.4424111448, 0};
        double[] total = {0.5575888552, 0.4424111448, 0.2436836641};
        assertThat(indices).hasSize(6);
        for (int factor = 0; factor < 3; factor++) {
            SensitivityIndex s1 = find(indices, Kind.S1, factor, SensitivityIndex.NONE);
            SensitivityIndex st = find(indices, Kind.ST, factor, SensitivityIndex.NONE);
            assertThat(s1.estimate()).isCloseTo(first[factor], within(0.01));
            assertThat(st.estimate()).isCloseTo(total[factor], within(0.01));
            assertThat(s1.interval95().covers(first[factor])).isTrue();
            assertThat(st.interval95().covers(total[factor])).isTrue();
        }
    }

    /** The only interaction is of the first and the third. */
    @Test
    void ishigamiHasOneInteraction() {
        double[][] values = values(PointSets.saltelli(1 << 14, true, THREE, stream("S26/1")), row -> ishigami(row));
        List<SensitivityIndex> indices =
                SobolIndices.of(3, values, Randomness.of("S26/1", 0).stream("test", "bootstrap")::next);
        assertThat(indices).hasSize(9);
        assertThat(find(indices, Kind.S2, 0, 2).estimate()).isCloseTo(0.2436836641, within(0.02));
        assertThat(find(indices, Kind.S2, 0, 1).estimate()).isCloseTo(0, within(0.02));
        assertThat(find(indices, Kind.S2, 1, 2).estimate()).isCloseTo(0, within(0.02));
    }

    /** Of a linear function every effect of a factor is its slope, whatever the trajectory, and sigma is nothing. */
    @Test
    void morrisIsExactOnALinearFunction() {
        Experiment experiment = Trials.experiment("""
                regimes: [free]
                factors:
                  days: {path: warm_up, low: 1 days, high: 5 days}
                  price: {path: anchors.big.max_price, low: 1.5 USD per H100e-hour, high: 3 USD per H100e-hour}
                design: {morris: {trajectories: 6, levels: 4}}
                """);
        SensitivityDesign design = SensitivityDesign.of(experiment).get(0);
        assertThat(design.factors()).containsExactly("days", "price");
        assertThat(design.families())
                .hasSize(6)
                .allSatisfy(family -> assertThat(family).hasSize(3));
        double[][] effects = design.families().stream()
                .map(family -> design.effects(
                        family,
                        family.stream()
                                .mapToDouble(point -> 10
                                        + 4 * point.row().share(0)
                                        - 3 * point.row().share(1))
                                .toArray()))
                .toArray(double[][]::new);
        List<SensitivityIndex> indices =
                ElementaryEffects.of(2, effects, Randomness.of("1", 0).stream("test", "bootstrap")::next);
        assertThat(indices)
                .extracting(SensitivityIndex::kind)
                .containsExactly(Kind.MU, Kind.MU_STAR, Kind.SIGMA, Kind.MU, Kind.MU_STAR, Kind.SIGMA);
        double[] expected = {4, 4, 0, -3, 3, 0};
        for (int index = 0; index < expected.length; index++) {
            assertThat(indices.get(index).estimate()).isCloseTo(expected[index], within(1e-12));
            assertThat(indices.get(index).interval95().low()).isCloseTo(expected[index], within(1e-12));
            assertThat(indices.get(index).interval95().high()).isCloseTo(expected[index], within(1e-12));
        }
    }

    @Test
    void everyRegimeHasADesignOfItsOwnUnlessItIsAFactor() {
        String days = "factors:\n  days: {path: warm_up, low: 1 days, high: 5 days}\n";
        Experiment two = Trials.experiment(days + "design: {saltelli: {points: 2}}\n");
        assertThat(SensitivityDesign.of(two))
                .extracting(SensitivityDesign::regime)
                .containsExactly("free", "licences");
        assertThat(SensitivityDesign.of(two).get(1).families().get(1))
                .extracting(Point::role)
                .containsExactly("a", "b", "ab:days");
        Experiment one =
                Trials.experiment(days + "  regime: {values: [free, licences]}\ndesign: {morris: {trajectories: 3}}\n");
        assertThat(SensitivityDesign.of(one)).hasSize(1);
        assertThat(SensitivityDesign.of(one).get(0).regime()).isEmpty();
        assertThat(SensitivityDesign.of(one).get(0).families()).hasSize(3);
    }

    @Test
    void otherDesignsHaveNoIndices() {
        Experiment grid = Trials.experiment("factors: {days: {path: warm_up, values: [1 days, 2 days]}}\n");
        assertThat(SensitivityDesign.of(grid)).isEmpty();
    }
}
