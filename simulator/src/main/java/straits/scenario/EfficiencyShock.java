package straits.scenario;

import static straits.scenario.Dimension.NUMBER;

import java.time.LocalDate;

/**
 * A discovery, foreseen by nobody: compute per unit of output is divided by a factor for good, and output reacts to the fall of
 * its price.
 *
 * @param on first day
 * @param factor what compute per unit of output is divided by
 * @param elasticity output is multiplied by price^-elasticity; 1 leaves the need for compute where it was
 */
public record EfficiencyShock(
        @Meaning("first day") LocalDate on,

        @Meaning("what compute per unit of output is divided by") @In(NUMBER) @Within(open = true, high = 1_000_000)
        Quantity factor,

        @Meaning("output is multiplied by price^-elasticity") @In(NUMBER) @Within(high = 10) @Default("0")
        Quantity elasticity) {

    /** What it multiplies the need for compute by: factor^(elasticity - 1). */
    public double needFactor() {
        return StrictMath.pow(factor.value(), elasticity.value() - 1);
    }
}
