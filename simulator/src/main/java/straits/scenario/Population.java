package straits.scenario;

import static straits.scenario.Dimension.HOURS;

/**
 * A closed set of tenants in place of arrivals without end: each thinks, asks, holds its lease, and thinks again. One that is
 * not served goes back to thinking.
 *
 * @param tenants how many there are
 * @param think time from the end of a lease, or of a request that got none, to the next request
 */
public record Population(
        @Meaning("how many tenants there are") @Within(low = 1, high = 1_000_000)
        int tenants,

        @Meaning("time from the end of a lease, or of a request that got none, to the next request")
        @In(HOURS)
        @Within(open = true)
        Distribution think) {}
