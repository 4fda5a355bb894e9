package straits.extension;

/**
 * A rule in one replication. It is asked for every shipment that its scope covers while it is in force, before any exemption, quota
 * or cap; what these hold back is held back as well. What stays behind, stays behind for good.
 */
@FunctionalInterface
public interface ShipmentRule {

    /**
     * GPUs that may leave as far as this rule goes.
     *
     * @return 0 to the GPUs of the shipment; anything else fails the replication
     */
    int lawfulGpus(Shipment shipment);

    /** Takes note of what leaves in the end: 1 GPU or more, under every rule in force. */
    default void shipped(Shipment shipment) {}
}
