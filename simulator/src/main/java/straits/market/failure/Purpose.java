package straits.market.failure;

/** What a failure draws for, as the last part of the keys of its draws. */
final class Purpose {

    /** How long until it comes. */
    static final long WHEN = 0;

    /** What of those up it hits. */
    static final long WHERE = 1;

    /** How long until what it hits is back. */
    static final long HOW_LONG = 2;

    private Purpose() {}
}
