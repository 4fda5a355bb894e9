package straits.supply;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Not ordered yet. */
    PLANNED,
    /** Filed at the licence desk. */
    AWAITING_LICENCE,
    /** Licence refused. */
    REFUSED,
    /** Cancelled before it left. */
    CANCELLED,
    /** With the vendor. */
    ORDERED,
    /** In transit or being installed. */
    SHIPPED,
    /** At a site without the power for it. */
    AWAITING_POWER,
    /** In service. */
    IN_SERVICE
}
