package straits.market.spot;

import java.util.ArrayList;
import java.util.List;

/** A signed lease that waits for GPUs until spot leases have left: what was free is held for it, and what comes free before. */
final class Claim {

    private final int pool;
    private final int gpus;
    private final List<SpotLease> victims;
    private int heldGpus;

    Claim(int pool, int gpus, List<SpotLease> victims) {
        this.pool = pool;
        this.gpus = gpus;
        this.victims = new ArrayList<>(victims);
    }

    int pool() {
        return pool;
    }

    int heldGpus() {
        return heldGpus;
    }

    /** How many of the GPUs that are free now it holds from now on. */
    int hold(int freeGpus) {
        int more = Math.min(gpus - heldGpus, freeGpus);
        heldGpus += more;
        return more;
    }

    /** Leases that still have to leave. */
    List<SpotLease> victims() {
        return List.copyOf(victims);
    }

    void left(SpotLease victim) {
        victims.remove(victim);
    }
}
