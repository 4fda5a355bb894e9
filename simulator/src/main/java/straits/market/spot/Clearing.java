package straits.market.spot;

import java.util.BitSet;
import java.util.List;

/**
 * What a clearing decides.
 *
 * @param microUsd price at which the market stands until the next clearing, in micro-USD per GPU-hour
 * @param entryMicroUsd by ask, the least bid that gets in until then; {@link Long#MAX_VALUE} where nothing is sold
 * @param filled bids that are filled, by their place in the list
 */
public record Clearing(long microUsd, List<Long> entryMicroUsd, BitSet filled) {

    /** Copies the list, so that it stays as it is. */
    public Clearing {
        entryMicroUsd = List.copyOf(entryMicroUsd);
    }
}
