package straits.market.spot;

import java.util.List;

/**
 * Pools of one chip that clear together.
 *
 * @param mechanism how
 * @param pools one, or all of a double auction
 * @param periodMicros time between clearings
 */
public record Venue(SpotMechanism mechanism, List<Integer> pools, long periodMicros) {

    /** Copies the list, so that the record stays immutable. */
    public Venue {
        pools = List.copyOf(pools);
    }
}
