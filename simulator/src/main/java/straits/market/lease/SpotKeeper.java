package straits.market.lease;

/** What metering asks of whoever keeps the spot leases. */
public interface SpotKeeper {

    /** Nobody does: there are none. */
    SpotKeeper NONE = new SpotKeeper() {};

    /** What a spot lease pays for the hour that begins now, in micro-USD per GPU-hour; never above its bid. */
    default long hourMicroUsd(int lease) {
        throw new IllegalStateException("there are no spot leases");
    }

    /**
     * Has spot leases give way to another lease that is being signed.
     *
     * @param lease who needs the GPUs
     * @return when they are there: now, or the time at which {@link #handOver} must be called
     */
    default long makeRoom(int lease, int pool, int gpus) {
        throw new IllegalStateException(gpus + " GPUs asked of pool " + pool + ", fewer free, and no spot leases");
    }

    /** The GPUs that were made room for are free from now on, and to be leased at once. */
    default void handOver(int lease) {
        throw new IllegalStateException("lease " + lease + " waits for nothing");
    }

    /**
     * A spot lease has ended; its GPUs are free.
     *
     * @return whether nobody is to be told of them yet
     */
    default boolean ended(int lease, LeaseEnd reason) {
        return false;
    }
}
