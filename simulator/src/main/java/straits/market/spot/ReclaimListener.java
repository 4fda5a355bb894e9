package straits.market.spot;

import java.util.List;

/** Told of spot leases that must go for a lease that found too few free GPUs. It must change nothing. */
@FunctionalInterface
public interface ReclaimListener {

    /** Nobody listens. */
    ReclaimListener NONE = (pool, missingGpus, victims) -> {};

    /**
     * Leases are chosen that give way.
     *
     * @param pool where
     * @param missingGpus how many GPUs are needed beyond those free
     * @param victims whose they are
     */
    void reclaimed(int pool, int missingGpus, List<SpotLease> victims);
}
