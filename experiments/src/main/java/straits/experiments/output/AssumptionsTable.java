package straits.experiments.output;

import java.util.Locale;
import straits.scenario.file.InputRow;

/** {@code assumptions.csv}: every number of the scenario and its regimes, with where it comes from. */
public final class AssumptionsTable {

    /** The declaration; its rows come from {@link straits.scenario.file.Assumptions}. */
    public static final Table<InputRow> TABLE = Table.<InputRow>of("assumptions.csv", "input number")
            .text("input", "path in the effective scenario", InputRow::path)
            .decimal("value", "", "the number, in the unit of its row", InputRow::value)
            .text("unit", "unit of value, low and high; empty for a pure number", InputRow::unit)
            .decimal("low", "", "least plausible value; empty if none is stated", InputRow::low)
            .decimal("high", "", "greatest plausible value; empty if none is stated", InputRow::high)
            .text(
                    "basis",
                    "unstated, default, fact, derived or assumption",
                    row -> row.basis().name().toLowerCase(Locale.ROOT))
            .text("facts", "ids of the facts cited, joined by |", InputRow::facts)
            .text("reason", "why the number is what it is", InputRow::reason)
            .build();

    private AssumptionsTable() {}
}
