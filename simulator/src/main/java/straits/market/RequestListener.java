package straits.market;

import straits.market.tenant.Request;

/** Told of requests that get their lease. It must change nothing. */
public interface RequestListener {

    /** Nobody listens. */
    RequestListener NONE = new RequestListener() {};

    /**
     * A request is served; its lease has just begun.
     *
     * @param nowMicros the time
     * @param request what was asked; filled anew afterwards, so read it now
     * @param lease id of the lease, which may have ended already if the tenant could not pay its first hour
     */
    default void served(long nowMicros, Request request, int lease) {}
}
