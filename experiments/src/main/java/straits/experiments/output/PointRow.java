package straits.experiments.output;

import java.util.List;

/**
 * A design point.
 *
 * @param point its number, from 0
 * @param regime key of its regime
 * @param values value of every factor as text, in the order of the factors
 */
public record PointRow(int point, String regime, List<String> values) {

    /** Copies the list, so that the record stays immutable. */
    public PointRow {
        values = List.copyOf(values);
    }
}
