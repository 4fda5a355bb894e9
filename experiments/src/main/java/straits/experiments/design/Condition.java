package straits.experiments.design;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import straits.scenario.file.Amount;

/**
 * A comparison of two values of a point: factors by name, {@code regime}, or values written out. Texts can only be equal or not;
 * numbers are compared in one unit.
 */
record Condition(String left, String sign, String right) {

    private static final Pattern FORM =
            Pattern.compile("([^<>=!]*[^<>=!\\s])\\s*(<=|>=|!=|<|>|=)\\s*([^<>=!\\s][^<>=!]*)");

    /** The comparison that a text states; empty if it states none. */
    static Optional<Condition> of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Condition(
                        matcher.group(1), matcher.group(2), matcher.group(3).strip()))
                : Optional.empty();
    }

    /** Why the comparison cannot be made with values as these; null if it can. */
    @Nullable
    String trouble(Function<String, String> values) {
        Amount one = Amount.of(values.apply(left)).orElse(null);
        Amount other = Amount.of(values.apply(right)).orElse(null);
        if (one != null && other != null) {
            return one.unit().equals(other.unit())
                    ? null
                    : "found " + one.text() + " and " + other.text() + "; only numbers of one unit can be compared";
        }
        boolean equality = sign.equals("=") || sign.equals("!=");
        return equality ? null : "found " + sign + " between texts; they can only be compared by = and !=";
    }

    /**
     * Whether the comparison holds.
     *
     * @param values gives the value of a factor of that name, and any other text as it is
     */
    boolean holds(Function<String, String> values) {
        String one = values.apply(left);
        String other = values.apply(right);
        int order = order(one, other);
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "=" -> order == 0;
            default -> order != 0;
        };
    }

    /** Numbers by size, texts by their letters. */
    static int order(String one, String other) {
        Optional<Amount> number = Amount.of(one);
        Optional<Amount> than = Amount.of(other);
        return number.isPresent() && than.isPresent()
                ? Double.compare(number.get().number(), than.get().number())
                : one.compareTo(other);
    }
}
