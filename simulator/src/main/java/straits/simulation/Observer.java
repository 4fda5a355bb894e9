package straits.simulation;

import straits.event.EventKind;
import straits.market.RequestListener;
import straits.market.bargaining.NegotiationListener;
import straits.market.lease.LeaseListener;
import straits.regulation.DenialListener;
import straits.regulation.DeskListener;
import straits.supply.DeliveryBook;

/** Sees what happens in a run, in its order, and changes nothing: with or without it the run is the same. */
public interface Observer extends LeaseListener, DeskListener, DenialListener, RequestListener, NegotiationListener {

    /**
     * An event is about to be carried out.
     *
     * @param nowMicros its time
     * @param kind what happens
     * @param subject to what, as {@link EventKind} says
     * @param payload what else, as {@link EventKind} says
     */
    default void event(long nowMicros, EventKind kind, int subject, long payload) {}

    /**
     * A tranche of a delivery has come further.
     *
     * @param nowMicros the time
     * @param deliveries all deliveries, for reading only
     * @param tranche which one
     */
    default void delivery(long nowMicros, DeliveryBook deliveries, int tranche) {}

    /**
     * The run has come to its end; not told of a run that is ended early.
     *
     * @param run what it left behind, for reading only
     */
    default void ended(Snapshot run) {}
}
