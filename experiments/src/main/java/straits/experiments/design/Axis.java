package straits.experiments.design;

import java.util.List;
import straits.scenario.file.Setting;

/**
 * One dimension of a design: a number u from 0 to 1 stands for a value of everything that moves with it, and a greater u never for
 * a smaller value. Immutable.
 */
interface Axis {

    /** What it is called: the factor, or the input or origin where every assumption is sampled. */
    String name();

    /** Unit of its values; empty for texts, pure numbers, and values of no one unit. */
    String unit();

    /** What its value at a point says, for the codebook. */
    String meaning();

    /** Its value at u as a file writes it. */
    String text(double u);

    /** Its value at u as a number of its unit; NaN if it is none. */
    double number(double u);

    /** Whether all its values are numbers of its unit. */
    boolean numeric();

    /** What it sets in the scenario at u. */
    List<Setting> settings(double u);
}
