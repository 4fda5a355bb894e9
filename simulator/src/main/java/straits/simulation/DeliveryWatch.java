package straits.simulation;

import java.util.ArrayList;
import java.util.List;
import straits.event.EventKind;
import straits.supply.DeliveryBook;
import straits.supply.DeliveryState;

/** Tells of deliveries that came further, by looking at them after every event that can move one. */
final class DeliveryWatch {

    private final DeliveryBook deliveries;
    private final Observer observer;
    private final boolean leasesFreePower;
    private final List<DeliveryState> seen = new ArrayList<>();

    /** Where GPUs retire when their leases end, tranches may have their power then. */
    DeliveryWatch(DeliveryBook deliveries, boolean leasesFreePower, Observer observer) {
        this.deliveries = deliveries;
        this.leasesFreePower = leasesFreePower;
        this.observer = observer;
    }

    void after(long nowMicros, EventKind kind) {
        switch (kind) {
            case ORDER, SHIPMENT, ENERGISATION, POWER_STEP -> look(nowMicros);
            case VENDOR_ALLOCATION, ORDER_CHANGE, ORDER_REVIEW, RETIREMENT -> look(nowMicros);
            case LICENCE_DECISION, LICENCE_CHANGE, RULE_CHANGE -> look(nowMicros);
            default -> {
                if (leasesFreePower) {
                    look(nowMicros);
                }
            }
        }
    }

    private void look(long nowMicros) {
        for (int tranche = 0; tranche < deliveries.size(); tranche++) {
            if (tranche == seen.size()) {
                seen.add(DeliveryState.PLANNED);
            }
            DeliveryState state = deliveries.state(tranche);
            if (state != seen.set(tranche, state)) {
                observer.delivery(nowMicros, deliveries, tranche);
            }
        }
    }
}
