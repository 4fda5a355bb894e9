package straits.market.cost;

import straits.scenario.Cost.Depreciation;

/** Book value of a thing by its age. */
public final class BookValue {

    private final Depreciation method;
    private final double lifeYears;
    private final double salvageFraction;

    /**
     * A way to write off.
     *
     * @param method straight line or double declining
     * @param lifeYears age from which nothing but salvage is left, above 0
     * @param salvageFraction worth then over the price
     */
    public BookValue(Depreciation method, double lifeYears, double salvageFraction) {
        this.method = method;
        this.lifeYears = lifeYears;
        this.salvageFraction = salvageFraction;
    }

    /**
     * Book value over price: by straight line 1 - (1 - salvage) age / life; by double declining (1 - 2 / life)^age, but not below
     * salvage; salvage from the end of the life on.
     */
    public double fraction(double ageYears) {
        if (ageYears >= lifeYears) {
            return salvageFraction;
        }
        if (method == Depreciation.STRAIGHT_LINE) {
            return 1 - (1 - salvageFraction) * ageYears / lifeYears;
        }
        double kept = Math.max(0, 1 - 2 / lifeYears);
        return Math.max(salvageFraction, StrictMath.pow(kept, ageYears));
    }
}
