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
    private final List<DeliveryState> seen = new ArrayList<>();

    DeliveryWatch(DeliveryBook deliveries, Observer observer) {
        this.deliveries = deliveries;
        this.observer = observer;
    }

    void after(long nowMicros, EventKind kind) {
        switch (kind) {
            case ORDER,
                    SHIPMENT,
                    ENERGISATION,
                    POWER_STEP,
                    LICENCE_DECISION,
                    LICENCE_CHANGE,
                    RULE_CHANGE,
                    VENDOR_ALLOCATION,
                    ORDER_CHANGE -> look(nowMicros);
            default -> {}
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
