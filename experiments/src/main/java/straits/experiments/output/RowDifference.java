package straits.experiments.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first cell in which two rows of a table differ.
 *
 * @param column its column
 * @param one its text in the first row
 * @param other its text in the second
 */
public record RowDifference(String column, String one, String other) {

    /** The first difference of two rows under one header; null if they are equal. */
    public static @Nullable RowDifference of(List<String> header, List<String> one, List<String> other) {
        for (int column = 0; column < header.size(); column++) {
            if (!one.get(column).equals(other.get(column))) {
                return new RowDifference(header.get(column), one.get(column), other.get(column));
            }
        }
        return null;
    }
}
