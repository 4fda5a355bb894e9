package straits.market.inventory;

/** Whoever wants to know when GPUs become free. */
public interface CapacityListener {

    /** Called after GPUs of a pool became free. */
    void capacityGained(int pool);
}
