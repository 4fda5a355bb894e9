package straits.market.inventory;

/** Whoever wants to know when GPUs become free, or are there no more. */
public interface CapacityListener {

    /** Called after GPUs of a pool became free. */
    void capacityGained(int pool);

    /** Called after free or captive GPUs of a pool left for good. */
    default void capacityLost(int pool) {}
}
