package straits.market;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.bargaining.NegotiationListener;
import straits.market.channel.SupplyChannel;
import straits.market.lease.Billing;
import straits.market.lease.Metering;
import straits.market.tenant.AnchorPlan;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.regulation.Gatekeeper;
import straits.scenario.AnchorTenant;
import straits.scenario.Workload;
import straits.units.Money;
import straits.units.SimTime;

/**
 * The purchasing of one anchor tenant. At each review it compares what it needs, and what its budget affords, with what
 * it holds, and fills the gap from the cheapest offer up: block leases at a term price where they are large enough, on
 * demand otherwise. Where a rule asks a licence it files one application per country at a time.
 */
public final class Procurement implements Negotiations.Buyer {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Gatekeeper gatekeeper;
    private final Metering metering;
    private final Billing billing;
    private final BlockOffers offers;
    private final Shortfall shortfall;
    private final int tenant;
    private final AnchorTenant spec;
    private final AnchorPlan plan;
    private final SpendingRoom room;
    private final ProcurementMeasures measures;
    private final long reviewMicros;
    private final long key;
    private final @Nullable CustomPurchases custom;
    private final Adaptation adaptation;
    private final @Nullable Negotiations negotiations;
    private final @Nullable Blocks blocks;
    private final KeyedDraws phases;
    private final AnchorLicences licences;
    private final Signing signing;
    private final BarredOffers barred;
    private long reviews;
    private long nextReviewMicros;

    /** The purchasing of an anchor tenant that has signed nothing yet. */
    Procurement(MarketParts parts, int tenant, Shortfall shortfall) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        gatekeeper = parts.gatekeeper();
        metering = parts.metering();
        billing = parts.billing();
        this.tenant = tenant;
        this.shortfall = shortfall;
        spec = catalog.anchor(tenant);
        plan = new AnchorPlan(spec, catalog.timeline());
        if (plan.limited()) {
            billing.limit(tenant, Money.ofUsd(plan.budgetUsd()));
        }
        room = new SpendingRoom(spec, plan, tenant);
        offers = new BlockOffers(parts, tenant);
        measures = new ProcurementMeasures(catalog, tenant, plan);
        if (!spec.opening().isEmpty()) {
            measures.rented(true, 0);
        }
        barred = new BarredOffers(gatekeeper.denials(), tenant);
        reviewMicros = SimTime.durationOfHours(spec.review().value());
        key = Randomness.key(catalog.tenants().slug(tenant));
        adaptation = new Adaptation(parts, tenant, plan);
        custom = spec.strategy() == null ? null : new CustomPurchases(catalog, tenant, spec.strategy());
        negotiations = spec.negotiation() == null
                ? null
                : new Negotiations(parts, tenant, spec.negotiation(), offers, this, measures.negotiations());
        blocks = Blocks.of(parts, tenant);
        phases = parts.randomness().keyed("procurement");
        licences = new AnchorLicences(parts, tenant, offers, barred);
        signing = new Signing(parts, tenant, offers, room, blocks);
    }

    /** Schedules the first review. Nothing counts as unfilled before it: nothing was asked for. */
    public void start() {
        scheduleReview();
    }

    /**
     * One review falls into each period, at a uniform time of it that is keyed by tenant and number: were it the same time
     * each week, one tenant would for ever come first to what has just been installed.
     */
    private void scheduleReview() {
        double phase = phases.uniform(key, reviews, 0);
        long at = Math.round((reviews + phase) * reviewMicros);
        nextReviewMicros = Math.min(at, catalog.timeline().horizonMicros());
        reviews++;
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(Math.max(at, scheduler.nowMicros()), EventKind.PROCUREMENT_REVIEW, tenant, 0);
        }
    }

    /** Handles a review. */
    public void onReview() {
        scheduleReview();
        adaptation.begin(scheduler.nowMicros(), this::heldH100e);
        if (blocks != null) {
            blocks.review(plan.needH100e(scheduler.nowMicros()), heldH100e());
        }
        survey();
        if (negotiations != null) {
            negotiations.open();
        }
        buy();
        barred.post(SimTime.toHours(nextReviewMicros - scheduler.nowMicros()));
        takeStock();
    }

    /** Handles a round of its negotiations; once all have ended it buys at list prices what it still lacks. */
    public void onNegotiationRound(int round) {
        if (negotiations != null) {
            survey();
            negotiations.conduct(round);
            if (negotiations.openH100e() == 0) {
                buy();
            }
            barred.forget();
            takeStock();
        }
    }

    /** Handles a day on which a stage of a block is due. */
    public void onBlockStage(long payload) {
        if (blocks != null) {
            blocks.onStage(payload);
        }
    }

    private void survey() {
        room.survey(scheduler.nowMicros(), billing.spentMicroUsd(tenant), metering.leases());
        if (blocks != null) {
            blocks.commit(room);
        }
    }

    private double heldOrOfferedH100e() {
        return heldH100e() + negotiatedH100e() + promisedH100e();
    }

    private double negotiatedH100e() {
        return negotiations == null ? 0 : negotiations.openH100e();
    }

    @Override
    public double lackedH100e() {
        return adaptation.gapH100e(scheduler.nowMicros(), targetMicros(), this::heldH100e) - promisedH100e();
    }

    @Override
    public int attainable(BlockOffers.Offer offer, double gpus) {
        int wanted = wanted(offer, gpus);
        int lawful = licences.lawfulGpus(offer, wanted);
        if (lawful < wanted) {
            licences.keepOut(offer, wanted, wanted - lawful);
        }
        return Math.min(wanted, lawful);
    }

    @Override
    public int signNegotiated(BlockOffers.Offer offer, int gpus) {
        int affordable = (int) Math.min(gpus, signing.affordableGpus(offer));
        int signed = Math.min(affordable, licences.lawfulGpus(offer, affordable));
        if (signed < offer.minGpus()) {
            return 0;
        }
        sign(offer, signed);
        return signed;
    }

    private double promisedH100e() {
        return blocks == null ? 0 : blocks.promisedH100e();
    }

    /** What it wants to hold now, or soon where it comes before an announced rule. */
    private double targetH100e() {
        return plan.needH100e(targetMicros());
    }

    private long targetMicros() {
        return gatekeeper.foresight().needMicros(tenant, offers.compatible(), scheduler.nowMicros());
    }

    private void takeStock() {
        long now = scheduler.nowMicros();
        survey();
        double missing = adaptation.missingH100e(now, this::heldH100e);
        double affordable = room.affordableH100e(spec.maxPrice().value(), SimTime.toHours(toHorizonMicros()));
        double unfilled = Math.min(missing, affordable);
        measures.reviewed(now, unfilled, missing - unfilled, heldH100e());
        measures.reasons(shortfall.of(tenant, offers, unfilled, negotiatedH100e()));
        measures.sampleFill(metering.leases());
    }

    private void buy() {
        if (custom != null) {
            custom.of(scheduler.nowMicros(), plan, heldH100e(), offers).forEach(this::take);
            return;
        }
        if (adaptation.adapts()) {
            adaptation.buy(
                    scheduler.nowMicros(),
                    targetMicros(),
                    this::heldOrOfferedH100e,
                    offers.cheapestFirst(),
                    this::rent);
            return;
        }
        double target = targetH100e();
        for (BlockOffers.Offer offer : offers.cheapestFirst()) {
            double gap = target - heldH100e() - negotiatedH100e() - promisedH100e();
            if (gap <= 0) {
                return;
            }
            rent(offer, gap);
        }
    }

    private void rent(BlockOffers.Offer offer, double h100e) {
        take(offer, wanted(offer, Math.ceil(h100e / h100ePerGpu(offer.pool()))));
    }

    private void take(CustomPurchases.Wish wish) {
        take(wish.offer(), wanted(wish.offer(), wish.gpus()));
    }

    /** Signs what of a purchase is lawful, and applies for the rest. */
    private void take(BlockOffers.Offer offer, int wanted) {
        int lawful = licences.lawfulGpus(offer, wanted);
        int gpus = Math.min(wanted, lawful);
        boolean signs = gpus > 0 && gpus >= offer.minGpus();
        if (signs) {
            sign(offer, gpus);
        }
        if (lawful < wanted) {
            licences.keepOut(offer, signs ? wanted - gpus : wanted, wanted - lawful);
        }
    }

    private int wanted(BlockOffers.Offer offer, double gpus) {
        return (int) Math.min(offers.available(offer), Math.min(gpus, signing.affordableGpus(offer)));
    }

    private void sign(BlockOffers.Offer offer, int gpus) {
        signing.sign(offer, gpus);
        measures.rented(offer.committed(), scheduler.nowMicros());
    }

    private long toHorizonMicros() {
        return catalog.timeline().horizonMicros() - scheduler.nowMicros();
    }

    private double heldH100e() {
        double sum = 0;
        for (int chip = 0; chip < catalog.chips().size(); chip++) {
            sum += metering.heldGpus(tenant, chip) * catalog.h100ePerGpu(workload(), chip);
        }
        return sum;
    }

    private double h100ePerGpu(int pool) {
        return catalog.h100ePerGpu(workload(), catalog.pools().chip(pool));
    }

    private Workload workload() {
        return spec.workload();
    }

    /** Tells somebody of negotiations from now on. */
    public void watch(NegotiationListener who) {
        if (negotiations != null) {
            negotiations.watch(who);
        }
    }

    /** GPUs of a pool that it holds while it negotiates about them. */
    public int heldGpus(int pool) {
        return negotiations == null ? 0 : negotiations.heldGpus(pool);
    }

    /** Charges after the end of the run for leases in force, in USD. */
    public double committedAfterHorizonUsd() {
        return SpendingRoom.committedUsd(metering.leases(), tenant);
    }

    /** Handles an event of one of its channels. */
    public void onChips(long payload) {
        adaptation.channels().get((int) (payload >> Integer.SIZE)).onEvent((int) payload);
    }

    /** Lets chips go on that wait for a licence which no rule asks any more. */
    public void onRuleChange() {
        channels().forEach(SupplyChannel::onRuleChange);
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period, long nowMicros) {
        measures.enterPeriod(period, nowMicros);
        channels().forEach(each -> each.measures().enterPeriod(period, nowMicros));
    }

    /** Forgets what was measured before now. */
    public void restartMeasures(long nowMicros) {
        measures.restart(nowMicros);
        channels().forEach(each -> each.measures().restart(nowMicros));
    }

    /** Closes its books at the end of the run. */
    public void close(long nowMicros) {
        measures.close(nowMicros);
        if (negotiations != null) {
            negotiations.close();
        }
        channels().forEach(each -> each.measures().close(nowMicros));
    }

    /** Its channels beside renting, in the order of the file. */
    public List<SupplyChannel> channels() {
        return adaptation.channels();
    }

    /** What it plans. */
    public AnchorPlan plan() {
        return plan;
    }

    /** What was measured. */
    public ProcurementMeasures measures() {
        return measures;
    }

    /** The tenant. */
    public int tenant() {
        return tenant;
    }
}
