package straits.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventKindTest {

    /** "Order of events at equal time" of the model, spelt out once more and by hand. */
    @Test
    void phasesFollowTheOrderOfTheModel() {
        List<List<EventKind>> order = List.of(
                List.of(EventKind.PERIOD_START),
                List.of(EventKind.RULE_CHANGE),
                List.of(EventKind.LICENCE_DECISION, EventKind.LICENCE_CHANGE, EventKind.SCREENING),
                List.of(EventKind.CAPACITY_LOSS, EventKind.RETIREMENT),
                List.of(
                        EventKind.LEASE_END,
                        EventKind.WIND_DOWN,
                        EventKind.LEASE_EXIT,
                        EventKind.RECLAIM,
                        EventKind.HANDOVER),
                List.of(
                        EventKind.ORDER,
                        EventKind.SHIPMENT,
                        EventKind.ENERGISATION,
                        EventKind.POWER_STEP,
                        EventKind.VENDOR_ALLOCATION,
                        EventKind.ORDER_CHANGE,
                        EventKind.REPAIR,
                        EventKind.CHIPS),
                List.of(EventKind.PRICE_REVIEW, EventKind.SPOT_CLEARING),
                List.of(EventKind.GPU_HOUR),
                List.of(EventKind.RENEWAL, EventKind.BLOCK_STAGE),
                List.of(EventKind.LEASE_REQUEST),
                List.of(EventKind.PATIENCE_EXPIRY),
                List.of(EventKind.NEGOTIATION_ROUND),
                List.of(EventKind.PROCUREMENT_REVIEW, EventKind.ORDER_REVIEW),
                List.of(EventKind.SPOT_RETURN),
                List.of(EventKind.SAMPLING));
        for (int phase = 0; phase < order.size(); phase++) {
            int expected = phase;
            assertThat(Arrays.stream(EventKind.values()).filter(kind -> kind.phase() == expected))
                    .containsExactlyElementsOf(order.get(phase));
        }
        assertThat(EventKind.values())
                .hasSize(order.stream().mapToInt(List::size).sum());
    }
}
