package straits.market.lease;

/** Kinds of account that each tenant and each pool has beside what is charged by the hour. */
public enum Account {
    /** Money paid ahead: prepaid for a tenant, deferred revenue for a pool. */
    ADVANCES,
    /** What is owed to others and not yet paid. */
    PAYABLE,
    /** What others owe and have not yet paid. */
    RECEIVABLE,
    /** What tenants owe beyond the price of hours used: exit, take-or-pay, unused capacity, termination. */
    FEES,
    /** What providers owe their tenants: late delivery, failures. */
    CREDITS
}
