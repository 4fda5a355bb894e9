package straits.market.inventory;

/** The states a pool's GPUs are counted in: installed = the sum of the others, always. */
public enum PoolState {
    /** In service, whatever for. */
    INSTALLED,
    /** Own use or committed before the start: never offered. */
    CAPTIVE,
    /** On offer. */
    FREE,
    /** Promised in a signed or negotiated deal, not yet started. */
    HELD,
    /** In a lease. */
    LEASED,
    /** Failed. */
    DOWN,
    /** Switched off for want of power. */
    CURTAILED
}
