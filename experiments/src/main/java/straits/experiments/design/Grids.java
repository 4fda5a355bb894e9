package straits.experiments.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Designs that take values one by one. */
final class Grids {

    private Grids() {}

    /** Every combination, the last axis fastest; one row if there is no axis. */
    static List<DesignRow> factorial(List<LevelAxis> axes) {
        List<DesignRow> rows = new ArrayList<>();
        int[] at = new int[axes.size()];
        do {
            rows.add(row(rows.size(), axes, at));
        } while (next(axes, at));
        return rows;
    }

    /** Counts on as an odometer does; false once it is back at its beginning. */
    private static boolean next(List<LevelAxis> axes, int[] at) {
        for (int axis = at.length - 1; axis >= 0; axis--) {
            at[axis]++;
            if (at[axis] < axes.get(axis).values().size()) {
                return true;
            }
            at[axis] = 0;
        }
        return false;
    }

    /** The first value of every axis, then the second of every axis, and so on. */
    static List<DesignRow> zip(List<LevelAxis> axes) {
        List<DesignRow> rows = new ArrayList<>();
        int length = axes.isEmpty() ? 1 : axes.get(0).values().size();
        int[] at = new int[axes.size()];
        for (int i = 0; i < length; i++) {
            Arrays.fill(at, i);
            rows.add(row(i, axes, at));
        }
        return rows;
    }

    private static DesignRow row(int number, List<LevelAxis> axes, int[] at) {
        double[] shares = new double[at.length];
        Arrays.setAll(shares, axis -> axes.get(axis).at(at[axis]));
        return new DesignRow(number, DesignRow.POINT, shares);
    }
}
