package straits.market.lease;

/** On what terms a lease is priced. */
public enum PriceTerms {
    /** No commitment; the price in force when each hour begins. */
    FLOATING,
    /** No commitment; the price at signing. */
    LOCKED,
    /** Committed for the whole term; the price at signing. */
    COMMITTED
}
