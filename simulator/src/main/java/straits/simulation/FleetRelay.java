package straits.simulation;

import straits.market.failure.Outages;
import straits.market.inventory.CapacityListener;

/** Tells failures of GPUs that came into service or left it, before everybody else: those that are there can fail. */
final class FleetRelay implements CapacityListener {

    private final Outages outages;
    private final CapacityListener relay;

    FleetRelay(Outages outages, CapacityListener relay) {
        this.outages = outages;
        this.relay = relay;
    }

    @Override
    public void capacityGained(int pool) {
        outages.fleetChanged(pool);
        relay.capacityGained(pool);
    }

    @Override
    public void capacityLost(int pool) {
        outages.fleetChanged(pool);
        relay.capacityLost(pool);
    }
}
