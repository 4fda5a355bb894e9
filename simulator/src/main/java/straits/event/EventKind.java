package straits.event;

/**
 * What an event is. An event carries a kind, a subject (an int, mostly a dense id) and a payload (a long); this is the
 * whole list of kinds, and the one place that says what subject and payload mean for each.
 *
 * <p>Events at equal time run by phase, and within a phase in the order in which they were scheduled. The phases are part
 * of the contract of the model: a tranche energised at noon can be leased by a request at noon, a lease that ends at noon
 * has left before a node fails over to it.
 */
public enum EventKind {
    /** A budget or quota period begins. Subject: the tenant or quota; payload: the ordinal of the period. */
    PERIOD_START(0),

    /**
     * A rule ends (payload 0), takes effect (1), is announced ahead of that (2), must be obeyed from now on (3), or changes its amounts
     * (4). Subject: the rule.
     */
    RULE_CHANGE(1),

    /**
     * Something falls due at the licence desk. Subject: the application; payload: the office that answers, 0 for the desk
     * itself, or -1 if the applicant gives up. Subject -1: a rest of the whole desk is over.
     */
    LICENCE_DECISION(2),

    /**
     * A licence runs out, is audited or is good again, or the time is over that leases had under one that has ended.
     * Subject: the licence; payload: which of these, and the number of the audit.
     */
    LICENCE_CHANGE(2),

    /**
     * GPUs are lost. Subject and payload: the pool in which a node fails and 0, or the site of which a part is lost and 1.
     */
    CAPACITY_LOSS(3),

    /** A lease reaches its end. Subject: the lease; payload: unused. */
    LEASE_END(4),

    /** An order is placed with the vendor. Subject: the order; payload: unused. */
    ORDER(5),

    /** A shipment leaves or arrives. Subject: the order; payload: the stage reached. */
    SHIPMENT(5),

    /** Installed GPUs are powered. Subject: the order; payload: unused. */
    ENERGISATION(5),

    /** The power limit of a site changes. Subject: the site; payload: the ordinal of the step. */
    POWER_STEP(5),

    /** A price policy reviews its price, or a spot market clears. Subject: the price; payload: unused. */
    PRICE_REVIEW(6),

    /** A lease completes an hour of its own clock. Subject: the lease; payload: 1 if it is the rest of one, else 0. */
    GPU_HOUR(7),

    /** A reserved lease may renew. Subject: the lease; payload: its generation. */
    RENEWAL(8),

    /**
     * A request arrives or tries again. Subject: the tenant class; payload: 0 for the next arrival, a member of a closed population
     * from 1, or, below 0, where a request that tries again was kept.
     */
    LEASE_REQUEST(9),

    /** A waiting request runs out of patience. Subject: the request; payload: its generation. */
    PATIENCE_EXPIRY(10),

    /** A round of the block negotiations of an anchor tenant. Subject: the anchor; payload: the round, from 1. */
    NEGOTIATION_ROUND(11),

    /** An anchor tenant reviews what it holds and needs. Subject: the anchor; payload: the ordinal of the review. */
    PROCUREMENT_REVIEW(12),

    /** Probes read the state. Subject: the probe; payload: the ordinal of the sample. */
    SAMPLING(14),

    /** The screening of a request is over. Subject: its ticket; payload: unused. */
    SCREENING(2),

    /** The time is over that leases signed before a rule had under it. Subject: the rule; payload: unused. */
    WIND_DOWN(4),

    /** A vendor shares out what it has made for a month. Subject: the chip; payload: the ordinal of the month. */
    VENDOR_ALLOCATION(5),

    /** What has not left of an order is cancelled (payload 0) or goes elsewhere (1). Subject: the order. */
    ORDER_CHANGE(5),

    /** GPUs that were lost are back. Subject: the ticket of the repair; payload: unused. */
    REPAIR(5),

    /** A provider reviews what it should order. Subject: the order rule; payload: the ordinal of the review, from 1. */
    ORDER_REVIEW(12),

    /** GPUs retire. Subject: the pool; payload: the cohort whose age is over, or -1 less the number of a plan by date. */
    RETIREMENT(3),

    /** A tenant has no more use for a reserved lease. Subject: the lease; payload: unused. */
    LEASE_EXIT(4),

    /** A stage of a block is due, or is late. Subject: the anchor; payload: its block and the stage. */
    BLOCK_STAGE(8),

    /** The notice of a spot lease is over. Subject: the lease; payload: its number among all spot leases. */
    RECLAIM(4),

    /** The GPUs are there that spot leases give up for a signed lease. Subject: the lease that waits for them; payload: unused. */
    HANDOVER(4),

    /** Spot markets clear. Subject: unused; payload: the time between their clearings. */
    SPOT_CLEARING(6),

    /** Work of reclaimed spot leases comes back to the market, and GPUs they left over. Subject and payload: unused. */
    SPOT_RETURN(13);

    private final int phase;

    EventKind(int phase) {
        this.phase = phase;
    }

    /** Rank at equal time, from 0: the lower runs first. */
    public int phase() {
        return phase;
    }
}
