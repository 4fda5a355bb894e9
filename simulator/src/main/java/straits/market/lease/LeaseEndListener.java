package straits.market.lease;

/** Acts on the end of leases; see {@link LeaseListener} for who only looks on. */
@FunctionalInterface
public interface LeaseEndListener {

    /**
     * A lease ends before the end of the run, for whatever reason; it can still be read, and its GPUs are free in a moment.
     *
     * @param lease its id
     */
    void leaseEnded(int lease);
}
