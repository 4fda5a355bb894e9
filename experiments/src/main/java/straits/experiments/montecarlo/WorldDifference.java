package straits.experiments.montecarlo;

import org.jspecify.annotations.Nullable;

/**
 * The first event of a replication in which the other world of a twin differs from the regime as it is.
 *
 * @param other the run in the other world
 * @param reference the run under the regime as it is
 * @param otherEvent event of the other world; null if it has ended, or nothing differs
 * @param referenceEvent event under the regime as it is; null if it has ended, or nothing differs
 */
public record WorldDifference(
        UnitKey other,
        UnitKey reference,
        @Nullable WorldEvent otherEvent,
        @Nullable WorldEvent referenceEvent) {

    /** Whether any event differs. */
    public boolean differs() {
        return otherEvent != null || referenceEvent != null;
    }
}
