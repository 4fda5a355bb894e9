package straits.experiments.output;

import java.math.BigDecimal;
import tools.jackson.core.io.NumberOutput;

/**
 * The one text form of a double in every file: the fewest digits that read back to the same double, the same on every JDK ({@code
 * Double.toString} changed its digits in JDK 19). A point and a digit after it are always there, so that a reader that guesses
 * types from the first rows never takes a decimal column for integers. Plain from 1e-6 up to below 1e15 ({@code 0.001}, {@code
 * 1234567890.0}), else with an exponent ({@code 1.0E-10}, {@code 2.0E23}), which pandas, polars, R, DuckDB and spreadsheets read.
 */
public final class DecimalText {

    private static final double PLAIN_FROM = 1e-6;
    private static final double PLAIN_BELOW = 1e15;

    private DecimalText() {}

    /**
     * The text of a finite number; minus zero keeps its sign.
     *
     * @throws IllegalArgumentException if the number is NaN or infinite
     */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no decimal text for " + value);
        }
        String shortest = NumberOutput.toString(value, true);
        double size = Math.abs(value);
        boolean expand = shortest.indexOf('E') >= 0 && size >= PLAIN_FROM && size < PLAIN_BELOW;
        return expand ? plain(shortest) : shortest;
    }

    private static String plain(String scientific) {
        String digits = new BigDecimal(scientific).stripTrailingZeros().toPlainString();
        return digits.indexOf('.') < 0 ? digits + ".0" : digits;
    }
}
