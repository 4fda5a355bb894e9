package straits.market.lease;

/** Kinds of posting to a lease beyond what an hour used is charged. */
public enum Posting {
    /** Paid ahead. */
    PREPAYMENT,
    /** Of what was paid ahead, used. */
    DRAWN,
    /** Of what was paid ahead, paid back. */
    REFUND,
    /** Charged for the part of an hour that was used, where the contract tells used hours from unused ones. */
    USE,
    /** Owed by the tenant. */
    FEE,
    /** Owed to the tenant. */
    CREDIT
}
