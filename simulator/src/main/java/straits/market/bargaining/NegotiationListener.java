package straits.market.bargaining;

/** Told of every negotiation when it ends. It must change nothing. */
public interface NegotiationListener {

    /** Nobody listens. */
    NegotiationListener NONE = new NegotiationListener() {};

    /**
     * A negotiation has ended, or the run has.
     *
     * @param nowMicros the time
     * @param negotiation which
     * @param result how it ended
     */
    default void negotiated(long nowMicros, Negotiation negotiation, NegotiationResult result) {}
}
