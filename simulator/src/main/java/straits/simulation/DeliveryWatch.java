package straits.simulation;

import java.util.Arrays;
import straits.event.EventKind;
import straits.supply.Deliveries;
import straits.supply.DeliveryState;

/** Tells of deliveries that came further, by looking at them after every event that can move one. */
final class DeliveryWatch {

    private final Deliveries deliveries;
    private final Observer observer;
    private final DeliveryState[] seen;

    DeliveryWatch(Deliveries deliveries, Observer observer) {
        this.deliveries = deliveries;
        this.observer = observer;
        seen = new DeliveryState[deliveries.size()];
        Arrays.fill(seen, DeliveryState.PLANNED);
    }

    void after(long nowMicros, EventKind kind) {
        switch (kind) {
            case ORDER, SHIPMENT, ENERGISATION, POWER_STEP, LICENCE_DECISION, LICENCE_CHANGE, RULE_CHANGE ->
                look(nowMicros);
            default -> {}
        }
    }

    private void look(long nowMicros) {
        for (int delivery = 0; delivery < seen.length; delivery++) {
            DeliveryState state = deliveries.state(delivery);
            if (state != seen[delivery]) {
                seen[delivery] = state;
                observer.delivery(nowMicros, delivery, state);
            }
        }
    }
}
