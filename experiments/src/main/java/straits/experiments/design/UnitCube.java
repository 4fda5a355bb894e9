package straits.experiments.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import straits.random.Stream;

/** Designs over the unit cube as plain numbers, for functions that are no scenario. */
public final class UnitCube {

    private UnitCube() {}

    /**
     * The points of Saltelli's design, as an experiment draws them: of each base point a, b, and a with each factor from b.
     *
     * @param points base points, a power of two
     * @param factors dimensions of the cube
     * @param stream drawn from in order
     * @return coordinates by base point, part and factor
     */
    public static double[][][] saltelli(int points, int factors, Stream stream) {
        List<Axis> axes = new ArrayList<>();
        for (int factor = 0; factor < factors; factor++) {
            axes.add(new RangeAxis("x" + factor, List.of(), "", false, Quantile.uniform(0, 1)));
        }
        List<DesignRow> rows = PointSets.saltelli(points, false, axes, new DesignStream(stream));
        int parts = factors + 2;
        double[][][] cube = new double[points][parts][];
        for (int row = 0; row < rows.size(); row++) {
            cube[row / parts][row % parts] = shares(rows.get(row), factors);
        }
        return cube;
    }

    private static double[] shares(DesignRow row, int factors) {
        return IntStream.range(0, factors).mapToDouble(row::share).toArray();
    }
}
