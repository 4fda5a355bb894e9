package straits.regulation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.random.Randomness;
import straits.scenario.AtLease.KycScreening;
import straits.scenario.AtShipment;
import straits.scenario.Regime;

/**
 * The single door: every lease and every shipment asks here whether it is lawful, and every quota is drawn here. Each
 * rule binds at one point, the lease or the shipment, never at both.
 */
public final class Gatekeeper {

    /** No quota was drawn. */
    public static final int NO_QUOTA = -1;

    /** No rule. */
    public static final int NO_RULE = -1;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final RuleBook book;
    private final Quotas quotas;
    private final LeaseRules leaseRules;
    private final LeaseDoor leases;
    private final AnchorHoldings holdings;
    private final ComplianceCosts costs;
    private final RevenueShares shares;
    private final ShipmentDoor shipments;
    private final AnchorDoor anchorDoor;
    private final ShipmentGate shipmentGate;
    private final Denials denials;
    private final LicenceDesk desk;
    private final Foresight foresight;
    private final LicenceCover licenceCover;
    private final boolean[] reportsLeases;
    private long leaseReports;

    /** The door of a regime. */
    public Gatekeeper(Catalog catalog, Regime regime, LicenceDesk desk, Scheduler scheduler) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.desk = desk;
        quotas = desk.licences().quotas();
        book = new RuleBook(catalog, regime);
        leaseRules = new LeaseRules(catalog, book);
        leases = new LeaseDoor(catalog, book, leaseRules);
        AnchorScreenings screenings = new AnchorScreenings(catalog, scheduler);
        holdings = new AnchorHoldings(catalog, book, leaseRules, leases, screenings, quotas);
        costs = new ComplianceCosts(catalog);
        shares = new RevenueShares(book, leaseRules);
        shipments = new ShipmentDoor(catalog, book, quotas, costs);
        anchorDoor = new AnchorDoor(catalog, scheduler, desk, leaseRules, screenings, holdings, costs);
        shipmentGate = new ShipmentGate(catalog, scheduler, book, desk, leaseRules, shipments);
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
        shipments.refresh();
        shares.refresh();
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

    /**
     * The rule that stands in the way of a request of a tenant class; {@link #NO_RULE} if it is lawful.
     *
     * @param micros how long it wants the GPUs
     * @param passed the {@linkplain #bit bits} of the rules whose licence it has or whose screening it passed
     * @param failed the bits of the rules whose screening it failed
     */
    public int obstacle(int tenant, int pool, int gpus, long micros, long passed, long failed) {
        return leases.obstacle(tenant, pool, gpus, micros, passed, failed);
    }

    /** What a rule that stands in the way of a lease says about it, to a tenant that failed some screenings. */
    public Verdict verdict(int rule, long failed) {
        return rule == NO_RULE ? Verdict.LAWFUL : leaseRules.verdict(rule, failed);
    }

    /** A rule that asks for a screening. */
    public KycScreening screening(int rule) {
        return (KycScreening) book.rule(rule);
    }

    /** Charges the provider of a pool for a screening under a rule. */
    public void chargeScreening(int rule, int pool) {
        costs.post(catalog.pools().provider(pool), leaseRules.costMicroUsd(rule));
    }

    /** The {@linkplain #bit bits} of the rules in force under which a lease signed now owes a share of its charges. */
    public long owedShares(int tenant, int pool) {
        return shares.owedBy(tenant, pool);
    }

    /** What share of its charges a lease owes the state for an hour that begins now, by the bits of the rules it was signed under. */
    public double shareFraction(long owed) {
        return shares.fraction(owed);
    }

    /** What a lease pays that owes a share, of which some is passed on: at a standing price, in micro-USD per GPU-hour. */
    public long quotedMicroUsd(long owed, long microUsd) {
        return shares.quotedMicroUsd(owed, microUsd);
    }

    /** What rules cost providers. */
    public ComplianceCosts complianceCosts() {
        return costs;
    }

    /** What about a rule refuses a lease for which no licence can be had, or no more of it is left. */
    public Clause clause(int rule) {
        return leaseRules.clause(rule);
    }

    /** The bit of a rule at the lease in a set of those that have let a request pass. */
    public long bit(int rule) {
        return leaseRules.bit(rule);
    }

    /** Whether a request has a licence, by the bits of the rules that have let it pass. */
    public boolean licensed(long passed) {
        return (passed & leaseRules.licences()) != 0;
    }

    /** The review class of applications under a rule that asks for a licence. */
    public int reviewClass(int rule) {
        return desk.reviewClass(Objects.requireNonNull(review(rule), "a rule that grants no licences"));
    }

    private @Nullable String review(int rule) {
        return book.rule(rule) instanceof AtShipment
                ? shipments.review(rule)
                : leaseRules.remoteAccess(rule).review();
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

    /** What a lease drew on quotas, by its draw; also after its end. */
    public List<LeaseDraw> drawn(int draw) {
        return holdings.drawn(draw);
    }

    /** Gives back what a lease drew. */
    public void giveBackLease(int draw) {
        holdings.giveBack(draw);
    }

    /** Whether a rule ends leases signed before it came into force. */
    public boolean windsDown(int rule) {
        return leaseRules.windsDown(rule);
    }

    /** When leases end that were signed before a rule which winds down. */
    public long windDownMicros(int rule) {
        return leaseRules.windDownMicros(rule);
    }

    /** Whether a lease signed at a time was signed before a rule, and is not passed over. */
    public boolean woundDown(int rule, long signedMicros) {
        return leaseRules.woundDown(rule, signedMicros);
    }

    /** Whether a rule in force covers a tenant's leases in a pool. */
    public boolean coversLease(int rule, int tenant, int pool) {
        return leaseRules.covers(rule, tenant, pool);
    }

    /** Whether a rule leaves a lease of a class alone. */
    public boolean leavesAlone(int rule, int pool, int gpus, long micros) {
        return leaseRules.leavesAlone(rule, pool, gpus, micros);
    }

    /** Whether a tenant is an anchor, which is measured by all it holds. */
    public boolean anchor(int tenant) {
        return tenant >= catalog.classCount();
    }

    /** Lets an anchor's lease signed before a rule draw on it, if it fits whole; returns what the lease draws now. */
    public int drawEarlier(int rule, int anchor, int pool, int gpus, long micros, int draw) {
        return holdings.drawEarlier(rule, anchor, pool, gpus, micros, draw);
    }

    /** Whether what a lease drew is on a rule, among others. */
    public boolean draws(int draw, int rule) {
        return holdings.draws(draw, rule);
    }

    private void open(int licence, long tpp) {
        desk.licences().open(licence, book.key(desk.licences().filing(licence).rule()), tpp);
    }

    /** Whether what becomes of a licence may ever touch a lease under it: whether it may run out, or is audited. */
    public boolean mayEnd(int licence) {
        return desk.mayEnd(desk.licences().filing(licence).reviewClass());
    }

    /**
     * Draws the lease of a request on its licences; returns the draw, or {@link #NO_QUOTA} for nothing.
     *
     * @param licences those that {@linkplain #mayEnd may end}
     */
    public int drawLicences(List<Integer> licences, int tenant, int pool, int gpus) {
        if (licences.isEmpty()) {
            return NO_QUOTA;
        }
        long tpp = leaseRules.tpp(pool, gpus);
        for (int licence : licences) {
            open(licence, tpp);
        }
        return holdings.draw(
                licences.stream().map(desk.licences()::filing).map(Filing::rule).toList(),
                licences.stream().map(desk.licences()::quota).toList(),
                tenant,
                pool,
                tpp);
    }

    /** Whether what a lease drew is on a quota, among others. */
    public boolean drawsOn(int draw, int quota) {
        return holdings.drawsOn(draw, quota);
    }

    /** Handles what becomes of a licence; returns the quota whose leases must end now as far as they exceed it, or {@link #NO_QUOTA}. */
    public int onLicenceChange(int licence, long payload) {
        int quota = moot(licence) ? NO_QUOTA : desk.onLicenceChange(licence, payload);
        if (quota != NO_QUOTA) {
            quotas.settle(quota);
        }
        return quota;
    }

    /** Whether the rule is gone that a licence was asked under. */
    private boolean moot(int licence) {
        return !book.inForce(licenceRule(licence));
    }

    /** The first licence whose dates do not follow each other, or that is in force out of its time; {@link Licences#NONE} if none is. */
    public int licenceOutOfTime(long nowMicros) {
        return desk.licences().outOfTime(nowMicros, this::moot);
    }

    /** The rule a licence was asked under. */
    public int licenceRule(int licence) {
        return desk.licences().filing(licence).rule();
    }

    /** Whether a licence is in force. */
    public Licences.State licence(int licence) {
        return desk.licences().state(licence);
    }

    /** Notes a signed lease, for the report some providers owe. */
    public void leaseSigned(int pool) {
        if (reportsLeases[pool]) {
            leaseReports++;
        }
    }

    /** Where and how long shipments needed a licence. */
    public LicenceCover licenceCover() {
        return licenceCover;
    }

    /** Where anchor tenants ask. */
    public AnchorDoor anchors() {
        return anchorDoor;
    }

    /** Where shipments ask. */
    public ShipmentGate shipments() {
        return shipmentGate;
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
