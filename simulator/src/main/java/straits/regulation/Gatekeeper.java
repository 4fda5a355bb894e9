package straits.regulation;

import java.util.Objects;
import java.util.function.IntPredicate;
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
    private final ComplianceCosts costs;
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
        costs = new ComplianceCosts(catalog);
        shipments = new ShipmentDoor(catalog, book, quotas, costs);
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

    /** Handles a change of the rules: all that happens to them at this instant. */
    public void onRuleChange() {
        book.moveTo(scheduler.nowMicros());
        refresh();
    }

    private void refresh() {
        leases.refresh();
        leaseRules = leases.active();
        shipments.refresh();
        for (int pool = 0; pool < reportsLeases.length; pool++) {
            reportsLeases[pool] = shipments.reportsLeases(pool);
        }
        licenceCover.refresh(shipments, scheduler.nowMicros());
    }

    /** Handles the start of a period. */
    public void enterPeriod(int period) {
        costs.enterPeriod(period);
    }

    /** Measures anew from now on. */
    public void restartMeasures() {
        costs.restart();
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

    /** Whether a rule is known by now and not rescinded, whether or not it will be enforced. */
    public boolean announced(int rule) {
        return book.announced(rule);
    }

    /** Whether a rule is in force now: at shipment from its effect, at the lease from its compliance date. */
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

    /**
     * The first rule that asks a licence or permit for a shipment now; -1 if none does.
     *
     * @param held by rule, whether the shipment has what the rule asks
     */
    public int shipmentLicenceRule(Consignment shipment, IntPredicate held) {
        return shipments.licenceRule(shipment, held);
    }

    /** The review class of applications under a rule that asks a licence or permit for shipments. */
    public int shipmentReviewClass(int rule) {
        return desk.reviewClass(Objects.requireNonNull(shipments.review(rule), "a rule that asks no licence"));
    }

    /** The refusal of what a rule asks for shipments; a permit refused is told apart from a licence. */
    public Refusal shipmentRefusal(int rule, Clause clause) {
        boolean permit = book.rule(rule) instanceof AtShipment.ThirdCountryPermit;
        return new Refusal(rule, permit && clause == Clause.REFUSED ? Clause.PERMIT_REFUSED : clause, NO_QUOTA);
    }

    /** Says what of a shipment may leave now, drawing quotas for it. */
    public Clearance clearShipment(Consignment shipment) {
        long now = scheduler.nowMicros();
        return shipments.clear(shipment, catalog.timeline().date(now), now);
    }

    /** Notes GPUs that were on their way to a pool before the start. */
    public void arrivesFromBefore(int pool, int gpus) {
        shipments.arrivesFromBefore(pool, gpus);
    }

    /** What rules cost providers. */
    public ComplianceCosts complianceCosts() {
        return costs;
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

    /** Shipments and leases that exempted providers reported, and notices of shipments. */
    public long reports() {
        return leaseReports + shipments.reports();
    }
}
