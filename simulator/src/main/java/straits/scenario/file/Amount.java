package straits.scenario.file;

import java.util.Optional;

/**
 * A number with its unit as a text, where it is not known what it measures: whether the unit is one of the place is for the reader
 * of that place to say.
 *
 * @param number a finite number; NaN stands for one that was faulty
 * @param unit the unit as written, {@code %} or several words included; empty if there is none
 */
public record Amount(double number, String unit) {

    /** The amount that a text states, as in {@code 12.5 USD per GPU-hour}; empty if it does not begin with a number. */
    public static Optional<Amount> of(String text) {
        return Decimals.cut(text.strip())
                .map(cut -> new Amount(cut.number().doubleValue(), cut.rest()))
                .filter(amount -> Double.isFinite(amount.number));
    }

    /** The same number of units in other words: this unit behind another number. */
    public Amount with(double other) {
        return new Amount(other, unit);
    }

    /** The amount as a file writes it, in the fewest digits that read back to the same number. */
    public String text() {
        return Decimals.text(number) + (unit.isEmpty() ? "" : " " + unit);
    }
}
