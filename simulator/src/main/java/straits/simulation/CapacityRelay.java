package straits.simulation;

import org.jspecify.annotations.Nullable;
import straits.engine.Scheduler;
import straits.market.inventory.CapacityListener;
import straits.market.pricing.PriceBook;

/**
 * Says where GPUs have become free: to the prices first, then to the marketplace. It also breaks the ring in which leases tell the
 * marketplace of free GPUs and the marketplace opens leases.
 */
final class CapacityRelay implements CapacityListener {

    private final Scheduler scheduler;
    private final PriceBook prices;
    private @Nullable CapacityListener listener;

    CapacityRelay(Scheduler scheduler, PriceBook prices) {
        this.scheduler = scheduler;
        this.prices = prices;
    }

    void to(CapacityListener target) {
        listener = target;
    }

    @Override
    public void capacityGained(int pool) {
        prices.occupied(pool, scheduler.nowMicros());
        if (listener != null) {
            listener.capacityGained(pool);
        }
    }
}
