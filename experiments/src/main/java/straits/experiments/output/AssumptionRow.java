package straits.experiments.output;

import java.util.List;

/**
 * An input number and where it comes from.
 *
 * @param input path in the scenario, as {@code chips.h100.tpp}
 * @param value the number in its base unit
 * @param unit base unit; empty for a pure number
 * @param basis unstated, default, fact, derived or assumption
 * @param low least plausible value; NaN if none is stated
 * @param high greatest plausible value; NaN if none is stated
 * @param facts ids of the facts cited
 * @param reason why it is what it is
 */
public record AssumptionRow(
        String input,
        double value,
        String unit,
        String basis,
        double low,
        double high,
        List<String> facts,
        String reason) {

    /** The declaration of {@code assumptions.csv}. */
    public static final Table<AssumptionRow> TABLE = Table.<AssumptionRow>of("assumptions.csv", "input number")
            .text("input", "path in the scenario", AssumptionRow::input)
            .decimal("value", "", "the number, in the unit of this row", AssumptionRow::value)
            .text("unit", "base unit; empty for a pure number", AssumptionRow::unit)
            .text("basis", "unstated, default, fact, derived or assumption", AssumptionRow::basis)
            .decimal("low", "", "least plausible value; empty if none is stated", AssumptionRow::low)
            .decimal("high", "", "greatest plausible value; empty if none is stated", AssumptionRow::high)
            .text("facts", "ids of the facts cited, joined by a space", row -> String.join(" ", row.facts()))
            .text("reason", "why it is what it is", AssumptionRow::reason)
            .build();

    /** Copies the list, so that the record stays immutable. */
    public AssumptionRow {
        facts = List.copyOf(facts);
    }
}
