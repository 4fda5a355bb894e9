package straits.simulation;

import org.jspecify.annotations.Nullable;
import straits.market.inventory.CapacityListener;

/** Breaks the ring in which leases tell the marketplace of free GPUs and the marketplace opens leases. */
final class CapacityRelay implements CapacityListener {

    private @Nullable CapacityListener listener;

    void to(CapacityListener target) {
        listener = target;
    }

    @Override
    public void capacityGained(int pool) {
        if (listener != null) {
            listener.capacityGained(pool);
        }
    }
}
