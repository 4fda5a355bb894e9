package straits.experiments.output;

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

    /** Moves the point: 1.25E7 to 12500000.0. The digits stay, so that it still reads back to the same double. */
    private static String plain(String scientific) {
        int e = scientific.indexOf('E');
        int point = scientific.indexOf('.');
        int exponent = Integer.parseInt(scientific, e + 1, scientific.length(), 10);
        String sign = scientific.charAt(0) == '-' ? "-" : "";
        String after = scientific.startsWith(".0E", point) ? "" : scientific.substring(point + 1, e);
        String digits = scientific.charAt(point - 1) + after;
        if (exponent < 0) {
            return sign + "0." + "0".repeat(-exponent - 1) + digits;
        }
        int whole = exponent + 1;
        return digits.length() <= whole
                ? sign + digits + "0".repeat(whole - digits.length()) + ".0"
                : sign + digits.substring(0, whole) + "." + digits.substring(whole);
    }
}
