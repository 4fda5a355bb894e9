package straits.experiments.output;

import straits.experiments.analysis.Interval;
import straits.experiments.analysis.PairedContrast;

/** A row that compares a design point with its reference point, and the columns that all such rows share. */
interface Comparison {

    /** The paired difference, point less reference. */
    PairedContrast contrast();

    /** How many are judged together. */
    int comparisons();

    /** The interval of the difference that holds with those of all that are judged together. */
    default Interval simultaneous95() {
        return contrast().simultaneous95(comparisons());
    }

    /** Whether that interval, and of shares the exact sign test, exclude zero. */
    default boolean differs() {
        return contrast().differs(comparisons());
    }

    /** Mean difference, its standard error and its interval. */
    static <R extends Comparison> Table.Builder<R> difference(Table.Builder<R> table) {
        return table.decimal(
                        "mean_difference",
                        "",
                        "mean over pairs of point less reference",
                        row -> row.contrast().meanDifference())
                .decimal(
                        "standard_error",
                        "",
                        "standard error of the mean difference",
                        row -> row.contrast().standardError())
                .decimal(
                        "low",
                        "",
                        "lower end of its 95 % interval",
                        row -> row.contrast().interval95().low())
                .decimal(
                        "high",
                        "",
                        "upper end of its 95 % interval",
                        row -> row.contrast().interval95().high());
    }

    /** The interval that holds with those of all comparisons of a thing. */
    static <R extends Comparison> Table.Builder<R> simultaneous(Table.Builder<R> table, String thing) {
        return table.decimal(
                        "simultaneous_low",
                        "",
                        "lower end of the interval of the difference that holds with those of all comparisons of this "
                                + thing + " together with 95 % (Bonferroni)",
                        row -> row.simultaneous95().low())
                .decimal(
                        "simultaneous_high",
                        "",
                        "upper end of that interval",
                        row -> row.simultaneous95().high());
    }
}
