package straits.simulation;

import org.jspecify.annotations.Nullable;
import straits.random.DrawAudit;
import straits.random.Randomness;

/**
 * Which random numbers a replication sees.
 *
 * @param seed master seed, any text
 * @param replication number of the replication, from 0
 * @param audit told of every number drawn; null in production
 */
public record Draw(String seed, long replication, @Nullable DrawAudit audit) {

    /** A draw nobody listens to. */
    public Draw(String seed, long replication) {
        this(seed, replication, null);
    }

    Randomness randomness() {
        return audit == null ? Randomness.of(seed, replication) : Randomness.audited(seed, replication, audit);
    }
}
