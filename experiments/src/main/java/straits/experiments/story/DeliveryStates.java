package straits.experiments.story;

import straits.supply.DeliveryState;

/** How far deliveries have come, in words. */
final class DeliveryStates {

    private DeliveryStates() {}

    static String of(DeliveryState state) {
        return switch (state) {
            case PLANNED -> "Planned.";
            case AWAITING_LICENCE -> "Waits for a licence.";
            case REFUSED -> "Given up: its licence was refused.";
            case ORDERED -> "With the vendor.";
            case SHIPPED -> "Shipped.";
            case AWAITING_POWER -> "At its site, which has not the power for it yet.";
            case IN_SERVICE -> "In service.";
            default -> Words.sentence(Words.of(state));
        };
    }
}
