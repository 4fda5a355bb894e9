package straits.market.channel;

import java.util.Map;
import java.util.TreeMap;

/** Chips on their way, in service or retired. */
final class ChipOrder {

    /** How far an order is. */
    enum Stage {
        AWAITING_LICENCE,
        AT_VENDOR,
        TRAVELLING,
        IN_SERVICE,
        RETIRED,
        CANCELLED
    }

    final int id;
    final long orderedMicros;
    final int year;
    int gpus;
    Stage stage = Stage.AT_VENDOR;
    long readyMicros;
    long retiresMicros = Long.MAX_VALUE;
    boolean vendorDone;

    /** The last licence granted under each rule. */
    final Map<Integer, Integer> licences = new TreeMap<>();

    int askedBy;

    ChipOrder(int id, int gpus, long orderedMicros, int year) {
        this.id = id;
        this.gpus = gpus;
        this.orderedMicros = orderedMicros;
        this.year = year;
    }

    /** Whether it is on its way. */
    boolean isExpected() {
        return stage == Stage.AWAITING_LICENCE || stage == Stage.AT_VENDOR || stage == Stage.TRAVELLING;
    }

    /** Whether it is in service at a time, now or later, if all goes as planned. */
    boolean serves(long atMicros, long nowMicros) {
        return switch (stage) {
            case IN_SERVICE -> atMicros < retiresMicros;
            case AWAITING_LICENCE, AT_VENDOR, TRAVELLING ->
                atMicros > nowMicros && atMicros >= readyMicros && atMicros < retiresMicros;
            case RETIRED, CANCELLED -> false;
        };
    }
}
