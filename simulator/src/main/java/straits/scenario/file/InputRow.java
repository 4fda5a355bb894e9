package straits.scenario.file;

import straits.scenario.Source;

/**
 * One number of a scenario with where it comes from: a row of {@code assumptions.csv}.
 *
 * @param path path in the effective scenario, such as {@code chips.h100.it_power}
 * @param value value in base units
 * @param unit base unit; empty for a pure number
 * @param low least plausible value, or NaN where no range is stated
 * @param high greatest plausible value, or NaN where no range is stated
 * @param basis how the number is backed
 * @param facts ids of facts, joined by {@code |}
 * @param reason why the number is what it is; may be empty
 */
public record InputRow(
        String path,
        double value,
        String unit,
        double low,
        double high,
        Source.Basis basis,
        String facts,
        String reason) {}
