package straits.simulation;

import org.jspecify.annotations.Nullable;
import straits.market.failure.Outages;
import straits.market.inventory.CapacityListener;

/** Says where GPUs came into service or left it: to the clock of failures first, then to whoever wants GPUs. */
record FleetRelay(Outages outages, CapacityListener next) implements CapacityListener {

    static CapacityListener of(CapacityListener next, @Nullable Outages outages) {
        return outages == null ? next : new FleetRelay(outages, next);
    }

    @Override
    public void capacityGained(int pool) {
        outages.fleetChanged(pool);
        next.capacityGained(pool);
    }

    @Override
    public void capacityLost(int pool) {
        outages.fleetChanged(pool);
        next.capacityLost(pool);
    }
}
