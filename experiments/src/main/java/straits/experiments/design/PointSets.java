package straits.experiments.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import umontreal.ssj.hups.DigitalNetBase2;
import umontreal.ssj.hups.LMScrambleShift;
import umontreal.ssj.hups.LatinHypercube;
import umontreal.ssj.hups.PointSet;
import umontreal.ssj.hups.PointSetIterator;
import umontreal.ssj.hups.SobolSequence;
import umontreal.ssj.rng.RandomPermutation;

/** The sampled designs over the unit cube, one dimension per axis. Each draws from the one stream it is given, in its order. */
final class PointSets {

    /** SSJ knows the primitive polynomials of so many dimensions. */
    static final int SOBOL_DIMENSIONS = 360;

    private static final int SOBOL_BITS = 31;

    private PointSets() {}

    /** Points of a Latin hypercube. */
    static List<DesignRow> latinHypercube(int points, int axes, DesignStream stream) {
        return rows(hypercube(points, axes, stream), DesignRow.POINT);
    }

    /** Points of Sobol's sequence after a left matrix scramble and a digital shift; a power of two. */
    static List<DesignRow> sobol(int points, int axes, DesignStream stream) {
        return rows(scrambled(points, axes, stream), DesignRow.POINT);
    }

    /**
     * Saltelli's design. The rows of a base point are {@code a}, {@code b}, then {@code ab:x} for every axis x: A with x from B;
     * for second-order indices also {@code ba:x}: B with x from A.
     *
     * <p>Source: A. Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics Communications 181,
     * 2010, 259-270.
     */
    static List<DesignRow> saltelli(int points, boolean secondOrder, List<Axis> axes, DesignStream stream) {
        int k = axes.size();
        List<DesignRow> rows = new ArrayList<>();
        double[][] both = scrambled(points, 2 * k, stream);
        for (int i = 0; i < points; i++) {
            double[] a = Arrays.copyOfRange(both[i], 0, k);
            double[] b = Arrays.copyOfRange(both[i], k, 2 * k);
            rows.add(new DesignRow(i, "a", a));
            rows.add(new DesignRow(i, "b", b));
            for (int axis = 0; axis < k; axis++) {
                rows.add(new DesignRow(i, "ab:" + axes.get(axis).name(), mixed(a, b, axis)));
            }
            for (int axis = 0; secondOrder && axis < k; axis++) {
                rows.add(new DesignRow(i, "ba:" + axes.get(axis).name(), mixed(b, a, axis)));
            }
        }
        return rows;
    }

    /**
     * Morris's trajectories. The rows of a trajectory are {@code start}, then {@code x} for every axis x in the order in which
     * they move.
     *
     * <p>Source: M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33(2), 1991,
     * 161-174.
     */
    static List<DesignRow> morris(int trajectories, int levels, List<Axis> axes, DesignStream stream) {
        List<DesignRow> rows = new ArrayList<>();
        int jump = levels / 2;
        for (int trajectory = 0; trajectory < trajectories; trajectory++) {
            int[] at = new int[axes.size()];
            stream.nextArrayOfInt(0, levels - 1, at, 0, at.length);
            int[] order = new int[axes.size()];
            Arrays.setAll(order, axis -> axis);
            RandomPermutation.shuffle(order, stream);
            rows.add(new DesignRow(trajectory, "start", shares(at, levels)));
            for (int axis : order) {
                at[axis] += at[axis] < jump ? jump : -jump;
                rows.add(new DesignRow(trajectory, axes.get(axis).name(), shares(at, levels)));
            }
        }
        return rows;
    }

    /** Groups of points, independent of one another; {@code sample} is the group, and the role the number in it, from 0. */
    static List<DesignRow> estimate(Design.Estimate design, int axes, DesignStream stream) {
        int size = design.groupSize();
        List<DesignRow> rows = new ArrayList<>();
        for (int group = 0; group < design.points() / size; group++) {
            double[][] points = group(design.sampling(), size, axes, stream);
            for (int i = 0; i < size; i++) {
                rows.add(new DesignRow(group, Integer.toString(i), points[i]));
            }
        }
        return rows;
    }

    private static double[][] group(Design.Sampling sampling, int size, int axes, DesignStream stream) {
        return switch (sampling) {
            case PLAIN -> new double[][] {uniform(axes, stream)};
            case ANTITHETIC -> mirrored(uniform(axes, stream));
            case STRATIFIED -> hypercube(size, axes, stream);
            case RQMC -> scrambled(size, axes, stream);
        };
    }

    private static double[] uniform(int axes, DesignStream stream) {
        double[] point = new double[axes];
        stream.nextArrayOfDouble(point, 0, axes);
        return point;
    }

    private static double[][] mirrored(double[] point) {
        return new double[][] {
            point, Arrays.stream(point).map(share -> 1 - share).toArray()
        };
    }

    private static double[] shares(int[] at, int levels) {
        return Arrays.stream(at).mapToDouble(level -> level / (levels - 1.0)).toArray();
    }

    private static double[] mixed(double[] most, double[] one, int axis) {
        double[] mixed = most.clone();
        mixed[axis] = one[axis];
        return mixed;
    }

    private static double[][] hypercube(int points, int axes, DesignStream stream) {
        LatinHypercube cube = new LatinHypercube(points, axes);
        cube.randomize(stream);
        return coordinates(cube, points, axes);
    }

    private static double[][] scrambled(int points, int dimensions, DesignStream stream) {
        DigitalNetBase2 net = new SobolSequence(Integer.numberOfTrailingZeros(points), SOBOL_BITS, dimensions);
        new LMScrambleShift(stream).randomize(net);
        return coordinates(net, points, dimensions);
    }

    private static double[][] coordinates(PointSet set, int points, int dimensions) {
        double[][] coordinates = new double[points][dimensions];
        PointSetIterator iterator = set.iterator();
        for (double[] point : coordinates) {
            iterator.nextPoint(point, dimensions);
        }
        return coordinates;
    }

    private static List<DesignRow> rows(double[][] coordinates, String role) {
        List<DesignRow> rows = new ArrayList<>();
        for (double[] point : coordinates) {
            rows.add(new DesignRow(rows.size(), role, point));
        }
        return rows;
    }
}
