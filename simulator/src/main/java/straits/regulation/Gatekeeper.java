package straits.regulation;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.random.Randomness;
import straits.scenario.AtShipment;
import straits.scenario.Regime;

/**
 * The single door: every lease and every shipment asks here whether it is lawful, and every quota is drawn here. Each
 * rule binds at one point, the lease or the shipment, never at both.
 */
public final class Gatekeeper {

    /** No quota was drawn. */
    public static final int NO_QUOTA = -1;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final RuleBook book;
    private final Quotas quotas = new Quotas();
    private final LeaseDoor leases;
    private final ShipmentDoor shipments;
    private final Denials denials;
    private final LicenceDesk desk;
    private final Foresight foresight;
    private final LicenceCover licenceCover;
    private final boolean[] reportsLeases;
    private boolean leaseRules;
    private long leaseReports;

    /** The door of a regime. */
    public Gatekeeper(Catalog catalog, Regime regime, LicenceDesk desk, Scheduler scheduler) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.desk = desk;
        book = new RuleBook(catalog, regime);
        leases = new LeaseDoor(catalog, book, quotas);
        shipments = new ShipmentDoor(catalog, book, quotas);
        foresight = new Foresight(catalog, book);
        licenceCover =
                new LicenceCover(catalog.pools().size(), catalog.timeline().periods());
        denials = new Denials(catalog, book.size(), quotas);
        reportsLeases = new boolean[catalog.pools().size()];
    }

    /** Puts the rules of the first day into force and schedules the changes to come. */
    public void start(Randomness randomness) {
        book.start(scheduler, randomness);
        refresh();
    }

    /** Handles a rule that comes into force or ends. */
    public void onRuleChange(int rule, boolean on) {
        book.change(rule, on);
        refresh();
    }

    private void refresh() {
        leases.refresh();
        leaseRules = leases.active();
        for (int pool = 0; pool < reportsLeases.length; pool++) {
            reportsLeases[pool] = reports(pool);
        }
        licenceCover.refresh(shipments, scheduler.nowMicros());
    }

    private boolean reports(int pool) {
        int exemption = shipments.exemption(pool);
        return exemption >= 0 && shipments.reports(exemption);
    }

    /** What the door says about a request of a tenant class. */
    public Verdict reviewLease(int tenant, int pool, int gpus) {
        boolean lawful = !leaseRules || leases.lawful(tenant, pool, gpus);
        return lawful ? Verdict.LAWFUL : Verdict.LICENSABLE;
    }

    /** The rule under which a request of a tenant class needs a licence; -1 if it needs none. */
    public int licenceRule(int tenant, int pool, int gpus) {
        return leases.bindingRule(tenant, pool, gpus);
    }

    /** The review class of applications under a rule that binds at the lease. */
    public int reviewClass(int rule) {
        return desk.reviewClass(leases.remoteAccess(rule).review());
    }

    /** The key of a rule. */
    public String ruleKey(int rule) {
        return book.key(rule);
    }

    /** Whether a rule is enforced in this replication: what its one draw says. */
    public boolean enforced(int rule) {
        return book.enforced(rule);
    }

    /** Whether a rule is in force now. */
    public boolean inForce(int rule) {
        return book.inForce(rule);
    }

    /** Number of rules. */
    public int rules() {
        return book.size();
    }

    /** GPUs an anchor may still lease in a pool without a further licence. */
    public int lawfulGpus(int anchor, int pool) {
        int quota = quotaOf(anchor, pool);
        return quota == NO_QUOTA ? Integer.MAX_VALUE : leases.gpusLeft(quota, pool);
    }

    private int quotaOf(int anchor, int pool) {
        int rule = leaseRules ? leases.anchorRule(anchor, pool) : LeaseDoor.NONE;
        return rule == LeaseDoor.NONE ? NO_QUOTA : leases.quota(rule, anchor, pool);
    }

    /** The rule that covers an anchor's leases in a pool; -1 if none does. */
    public int anchorRule(int anchor, int pool) {
        return leaseRules ? leases.anchorRule(anchor, pool) : LeaseDoor.NONE;
    }

    /** Notes that an anchor wanted more than its quota in a pool's country covers. */
    public void leaseBound(int anchor, int pool) {
        quotas.bound(quotaOf(anchor, pool), scheduler.nowMicros());
    }

    /** What keeps an anchor from leasing more than {@link #lawfulGpus} in a pool; only if that is not without limit. */
    public Refusal leaseRefusal(int anchor, int pool) {
        return new Refusal(leases.anchorRule(anchor, pool), Clause.QUOTA_EXHAUSTED, quotaOf(anchor, pool));
    }

    /** Draws for an anchor's lease; returns the quota drawn on, or {@link #NO_QUOTA}. */
    public int drawLease(int anchor, int pool, int gpus) {
        int quota = quotaOf(anchor, pool);
        if (quota != NO_QUOTA) {
            quotas.draw(quota, leases.tpp(pool, gpus));
        }
        return quota;
    }

    /** Gives back what a lease drew. */
    public void giveBackLease(int quota, int pool, int gpus) {
        quotas.giveBack(quota, leases.tpp(pool, gpus));
    }

    /** Adds one licence to an anchor's quota in the country of a pool. */
    public void grantLease(int rule, int anchor, int pool) {
        long tpp = Math.round(leases.remoteAccess(rule).licenceQuota().value());
        quotas.grant(leases.quota(rule, anchor, pool), tpp);
    }

    /** Notes a signed lease, for the report some providers owe. */
    public void leaseSigned(int pool) {
        if (reportsLeases[pool]) {
            leaseReports++;
        }
    }

    /** The review class of the hardware licence a shipment to a pool needs now; -1 if it needs none. */
    public int shipmentReviewClass(int pool, int gpus) {
        int rule = shipments.licenceRule(pool, gpus);
        return rule < 0 ? -1 : desk.reviewClass(((AtShipment.HardwareLicence) book.rule(rule)).review());
    }

    /** The refusal of a hardware licence that a shipment to a pool needs now; null if it needs none. */
    public @Nullable Refusal licenceRefusal(int pool, int gpus, Clause clause) {
        int rule = shipments.licenceRule(pool, gpus);
        return rule < 0 ? null : new Refusal(rule, clause, NO_QUOTA);
    }

    /** What keeps GPUs of a shipment to a pool behind, after {@link #clearShipment} let go less than was asked. */
    public Refusal shipmentRefusal(int pool) {
        return shipments.refusal(pool);
    }

    /** GPUs of a shipment to a pool that may leave now, drawing quotas for them. */
    public int clearShipment(int pool, int gpus) {
        long now = scheduler.nowMicros();
        return shipments.clear(pool, gpus, catalog.timeline().date(now), now);
    }

    /** Where and how long shipments needed a licence. */
    public LicenceCover licenceCover() {
        return licenceCover;
    }

    /** What planners make of rules to come. */
    public Foresight foresight() {
        return foresight;
    }

    /** All that was refused. */
    public Denials denials() {
        return denials;
    }

    /** The quotas. */
    public Quotas quotas() {
        return quotas;
    }

    /** Shipments and leases that exempted providers reported. */
    public long reports() {
        return leaseReports + shipments.reports();
    }
}
