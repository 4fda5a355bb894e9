package straits.scenario.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.io.NumberOutput;

/** Numbers as text: read strictly, written in the fewest digits that read back to the same double on every JDK. */
final class Decimals {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,39})");
    private static final Pattern NUMBER = Pattern.compile(
            "(-?(?:0|[1-9][0-9]{0,39})(?:\\.[0-9]{1,40})?(?:[eE][-+]?[0-9]{1,3})?)(.*)", Pattern.DOTALL);
    private static final double PLAIN_FROM = 1e-6;
    private static final double PLAIN_BELOW = 1e15;

    private Decimals() {}

    /**
     * A text cut after the number it begins with.
     *
     * @param number the number
     * @param rest what follows, never a digit, a letter or a point directly after the number
     */
    record Cut(BigDecimal number, String rest) {}

    /** The number at the beginning: plain decimals or exponents; no leading zero, no {@code +}, {@code 0x} or {@code 1_000}. */
    static Optional<Cut> cut(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2);
        boolean ends = rest.isEmpty() || rest.charAt(0) == ' ' || rest.equals("%");
        return ends ? Optional.of(new Cut(new BigDecimal(matcher.group(1)), rest.strip())) : Optional.empty();
    }

    static boolean isNumber(String text) {
        return cut(text)
                .filter(cut -> cut.rest().isEmpty() && !text.endsWith(" "))
                .isPresent();
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    /** Shortest text of a finite number; plain where it is readable, else with an exponent. */
    static String text(double value) {
        String shortest = NumberOutput.toString(value + 0.0, true);
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= PLAIN_FROM && size < PLAIN_BELOW);
        BigDecimal exact = new BigDecimal(shortest).stripTrailingZeros();
        return plain ? exact.toPlainString() : shortest.replace(".0E", "E");
    }
}
