package straits.market.lease;

/** Told of the beginning and the end of every lease; its hours pass unseen. It must change nothing. */
public interface LeaseListener {

    /** Nobody listens. */
    LeaseListener NONE = new LeaseListener() {};

    /**
     * A lease has begun; it may still end at once if its tenant cannot pay for the first hour.
     *
     * @param nowMicros the time
     * @param leases where to read it
     * @param lease its id, used again after its end
     */
    default void leaseStarted(long nowMicros, LeaseBook leases, int lease) {}

    /**
     * A lease ends; it can still be read.
     *
     * @param nowMicros the time
     * @param leases where to read it
     * @param lease its id
     * @param reason why
     */
    default void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {}

    /**
     * The price of a lease changes.
     *
     * @param nowMicros the time
     * @param leases where to read it; it still has its price before
     * @param lease its id
     * @param microUsd its price from now on, per GPU-hour
     */
    default void repriced(long nowMicros, LeaseBook leases, int lease, long microUsd) {}

    /**
     * Something is posted to a lease under a contract, or credited to any lease.
     *
     * @param nowMicros the time
     * @param leases where to read it
     * @param lease its id
     * @param what kind of posting
     * @param microUsd how much
     */
    default void posted(long nowMicros, LeaseBook leases, int lease, Posting what, long microUsd) {}
}
