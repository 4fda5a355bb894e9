package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;

/**
 * Requests that come again: one that found no capacity, or every offer too expensive, and will not wait (any longer) tries anew
 * later. It stays one request with one outcome, that of its last attempt.
 *
 * @param after time to the next attempt
 * @param probability that it tries again, each time
 * @param most attempts after the first
 */
public record Retrial(
        @Meaning("time to the next attempt") @In(HOURS) @Within(open = true)
        Distribution after,

        @Meaning("probability of another attempt, each time") @In(FRACTION) @Within(high = 1) @Default("1")
        Quantity probability,

        @Meaning("most attempts after the first") @Within(low = 1, high = 1_000_000) @Default("1000000")
        int most) {}
