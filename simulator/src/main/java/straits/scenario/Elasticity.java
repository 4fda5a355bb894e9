package straits.scenario;

import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Dimension.USD_PER_H100E_HOUR;

/**
 * How the rate of arrivals answers to price: rate x (price / reference)^-exponent, where the price is the least one on demand per
 * H100-equivalent among pools the class accepts, whether or not they are full.
 *
 * @param exponent elasticity, 0 or more
 * @param reference price at which the rate is the stated one
 * @param greatestFactor the rate never exceeds the stated one by more than this factor
 */
public record Elasticity(
        @Meaning("elasticity: rate x (price / reference)^-exponent") @In(NUMBER) @Within(high = 20)
        Quantity exponent,

        @Meaning("price at which the rate is the stated one") @In(USD_PER_H100E_HOUR) @Within(open = true)
        Quantity reference,

        @Meaning("the rate never exceeds the stated one by more than this factor")
        @In(NUMBER)
        @Within(low = 1, high = 1000)
        @Default("3")
        Quantity greatestFactor) {}
