package straits.regulation;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.scenario.Quantity;

/** Where anchor tenants ask: they are measured by all they hold, and hold quotas of their own. */
public final class AnchorDoor {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final LicenceDesk desk;
    private final LeaseRules leaseRules;
    private final AnchorScreenings screenings;
    private final AnchorHoldings holdings;
    private final ComplianceCosts costs;

    AnchorDoor(
            Catalog catalog,
            Scheduler scheduler,
            LicenceDesk desk,
            LeaseRules leaseRules,
            AnchorScreenings screenings,
            AnchorHoldings holdings,
            ComplianceCosts costs) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.desk = desk;
        this.leaseRules = leaseRules;
        this.screenings = screenings;
        this.holdings = holdings;
        this.costs = costs;
    }

    /** Whether the provider of a pool has begun to screen an anchor under a rule. */
    public boolean screened(int rule, int anchor, int pool) {
        return screenings.begun(rule, anchor, pool);
    }

    /** The provider of a pool screens an anchor, which takes a time; what it finds is known then. */
    public void screen(int rule, int anchor, int pool, long micros, boolean passes) {
        costs.post(catalog.pools().provider(pool), leaseRules.costMicroUsd(rule));
        screenings.begin(rule, anchor, pool, micros, passes);
    }

    /** GPUs an anchor may still lease in a pool for a time without a further licence. */
    public int lawfulGpus(int anchor, int pool, long micros) {
        return holdings.lawfulGpus(anchor, pool, micros);
    }

    /** The rule that leaves least of what an anchor wants in a pool; {@link Gatekeeper#NO_RULE} if all of it is lawful. */
    public int obstacle(int anchor, int pool, int gpus, long micros) {
        return holdings.obstacle(anchor, pool, gpus, micros);
    }

    /** The quota of an anchor in the country of a pool under a rule; {@link Gatekeeper#NO_QUOTA} if the rule grants nothing. */
    public int quota(int rule, int anchor, int pool) {
        return holdings.quota(rule, anchor, pool);
    }

    /** Notes that an anchor wanted more GPUs of a pool than its quotas leave. */
    public void bound(int anchor, int pool, int gpus, long micros) {
        holdings.bound(anchor, pool, gpus, micros, scheduler.nowMicros());
    }

    /** What an anchor meets that wants more GPUs of a pool than {@link #lawfulGpus}. */
    public Refusal refusal(int anchor, int pool, int gpus, long micros) {
        int rule = holdings.obstacle(anchor, pool, gpus, micros);
        Clause clause = screenings.pending(rule, anchor, pool) ? Clause.PENDING : leaseRules.clause(rule);
        return new Refusal(rule, clause, holdings.quota(rule, anchor, pool));
    }

    /** Draws for an anchor's lease under every rule that covers it; returns the draw, or {@link Gatekeeper#NO_QUOTA}. */
    public int draw(int anchor, int pool, int gpus, long micros) {
        return holdings.draw(anchor, pool, gpus, micros);
    }

    /** Adds one licence to an anchor's quota in the country of a pool. */
    public void grant(int licence, int rule, int anchor, int pool) {
        Quantity quota = leaseRules.remoteAccess(rule).licenceQuota();
        if (quota != null) {
            desk.licences().add(licence, holdings.quota(rule, anchor, pool), Math.round(quota.value()));
        }
    }
}
