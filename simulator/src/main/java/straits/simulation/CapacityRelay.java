package straits.simulation;

import org.jspecify.annotations.Nullable;
import straits.engine.Scheduler;
import straits.market.inventory.CapacityListener;
import straits.market.pricing.PriceBook;
import straits.supply.Deliveries;

/**
 * Says where GPUs have become free: to supply first, which takes those that retire, then to the prices, then to the marketplace. It
 * also breaks the ring in which leases tell the marketplace of free GPUs and the marketplace opens leases.
 */
final class CapacityRelay implements CapacityListener {

    private final Scheduler scheduler;
    private final PriceBook prices;
    private @Nullable Deliveries supply;
    private @Nullable CapacityListener listener;

    CapacityRelay(Scheduler scheduler, PriceBook prices) {
        this.scheduler = scheduler;
        this.prices = prices;
    }

    void to(Deliveries first, CapacityListener target) {
        supply = first;
        listener = target;
    }

    @Override
    public void capacityGained(int pool) {
        if (supply != null) {
            supply.retireFreed(pool);
        }
        prices.occupied(pool, scheduler.nowMicros());
        if (listener != null) {
            listener.capacityGained(pool);
        }
    }

    @Override
    public void capacityLost(int pool) {
        prices.occupied(pool, scheduler.nowMicros());
    }
}
