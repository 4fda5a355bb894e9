package straits.regulation;

/** Told of what rules keep back at the shipment. It must change nothing. */
public interface DenialListener {

    /** Nobody listens. */
    DenialListener NONE = new DenialListener() {};

    /**
     * GPUs of a delivery stay behind for good.
     *
     * @param nowMicros the time
     * @param delivery its number, in the order of the scenario
     * @param denial what stays behind, and what decided
     */
    default void shipmentRefused(long nowMicros, int delivery, Denials.Denial denial) {}
}
