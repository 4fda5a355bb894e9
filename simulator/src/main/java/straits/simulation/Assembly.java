package straits.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.MarketParts;
import straits.market.Marketplace;
import straits.market.OpeningLeases;
import straits.market.Procurement;
import straits.market.Purchasing;
import straits.market.Reservations;
import straits.market.failure.Outages;
import straits.market.inventory.Inventory;
import straits.market.lease.Billing;
import straits.market.lease.Interruptions;
import straits.market.lease.Metering;
import straits.market.lease.Revocation;
import straits.market.lease.WindDown;
import straits.market.pricing.PriceBook;
import straits.market.spot.Reclaim;
import straits.market.spot.SpotBook;
import straits.random.Randomness;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Quotas;
import straits.regulation.RuleStage;
import straits.scenario.Failures;
import straits.supply.Deliveries;

/** All parts of one world, put together; the only place that knows them all. */
final class Assembly {

    /** Subject of a price review that comes on a date of a policy's own, not once in a period. */
    static final int PRICE_DATE = 1;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Randomness randomness;
    private final Inventory inventory;
    private final PriceBook prices;
    private final LicenceDesk desk;
    private final Gatekeeper gatekeeper;
    private final Billing billing;
    private final Metering metering;
    private final Revocation revocation;
    private final WindDown windDown;
    private final Reservations reservations;
    private final SpotBook spot;
    private final Reclaim reclaim;
    private final Marketplace marketplace;
    private final @Nullable Outages outages;
    private final Deliveries deliveries;
    private final List<Procurement> procurements;

    Assembly(World world, Scheduler scheduler, Draw draw) {
        this.scheduler = scheduler;
        catalog = world.catalog();
        randomness = draw.randomness();
        int periods = catalog.timeline().periods();
        inventory = new Inventory(catalog.pools().size(), periods);
        prices = new PriceBook(catalog, inventory);
        desk = new LicenceDesk(world.regime().desk(), catalog.timeline(), scheduler, randomness, new Quotas());
        gatekeeper = new Gatekeeper(catalog, world.regime(), desk, scheduler);
        billing = new Billing(catalog);
        CapacityRelay relay = new CapacityRelay(scheduler, prices);
        metering = new Metering(catalog, scheduler, inventory, prices, gatekeeper, billing, relay);
        revocation = new Revocation(gatekeeper, metering);
        windDown = new WindDown(scheduler, gatekeeper, metering, revocation, catalog.timeline());
        spot = new SpotBook(catalog, prices, inventory);
        reclaim = new Reclaim(catalog, scheduler, inventory, metering, spot);
        metering.spot(reclaim);
        MarketParts parts = new MarketParts(
                catalog,
                scheduler,
                randomness,
                inventory,
                prices,
                gatekeeper,
                desk,
                billing,
                metering,
                spot,
                reclaim,
                relay);
        reservations = new Reservations(parts);
        marketplace = new Marketplace(parts, reservations);
        outages = outages(catalog.scenario().failures(), relay);
        deliveries = new Deliveries(
                catalog, scheduler, inventory, gatekeeper, desk, FleetRelay.of(relay, outages), randomness);
        relay.to(deliveries, marketplace);
        procurements = Purchasing.of(parts, deliveries.book());
    }

    private @Nullable Outages outages(@Nullable Failures failures, CapacityRelay relay) {
        if (failures == null) {
            return null;
        }
        Interruptions interruptions = new Interruptions(catalog, failures, scheduler, inventory, metering);
        return new Outages(
                catalog, failures, scheduler, randomness, inventory, prices, interruptions, metering.leases(), relay);
    }

    /** Lays the first day: fleets, rules, leases in force, and the first event of everything that recurs. */
    void start() {
        gatekeeper.start(randomness);
        desk.start();
        deliveries.start();
        OpeningLeases opening = new OpeningLeases(catalog, inventory, prices, metering, randomness, reservations);
        opening.layAnchors();
        for (int tenant = 0; tenant < catalog.classCount(); tenant++) {
            opening.layClass(tenant, marketplace.demand(tenant));
        }
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            prices.occupied(pool, scheduler.nowMicros());
        }
        if (outages != null) {
            outages.start();
        }
        windDown.begin();
        marketplace.start();
        for (Procurement procurement : procurements) {
            procurement.start();
        }
        for (long period : prices.reviewPeriodsMicros()) {
            scheduleReview(period);
        }
        scheduleDatedReview();
    }

    void onPriceReview(long periodMicros) {
        prices.review(periodMicros, scheduler.nowMicros());
        scheduleReview(periodMicros);
        marketplace.reconsider();
    }

    private void scheduleReview(long periodMicros) {
        long at = scheduler.nowMicros() + periodMicros;
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.PRICE_REVIEW, 0, periodMicros);
        }
    }

    /** Handles a date on which policies give other prices. */
    void onPriceDate() {
        prices.reviewDated(scheduler.nowMicros());
        scheduleDatedReview();
        marketplace.reconsider();
    }

    private void scheduleDatedReview() {
        long at = prices.nextDatedMicros(scheduler.nowMicros());
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.PRICE_REVIEW, PRICE_DATE, 0);
        }
    }

    void onRuleChange(RuleStage stage) {
        gatekeeper.onRuleChange();
        windDown.begin();
        prices.quotesChanged();
        if (stage.changesTheLaw()) {
            deliveries.onRuleChange();
            marketplace.onRuleChange();
        }
    }

    void onLicenceChange(int licence, long payload) {
        int quota = gatekeeper.onLicenceChange(licence, payload);
        if (quota != Gatekeeper.NO_QUOTA) {
            revocation.endBeyond(quota);
        }
    }

    void enterPeriod(int period) {
        long now = scheduler.nowMicros();
        inventory.enterPeriod(period, now);
        prices.enterPeriod(period, now);
        metering.enterPeriod(period);
        if (outages != null) {
            outages.enterPeriod(period, now);
        }
        spot.measures().enterPeriod(period, now);
        gatekeeper.enterPeriod(period);
        marketplace.enterPeriod(period);
        desk.measures().enterPeriod(period, now);
        gatekeeper.licenceCover().enterPeriod(period, now);
        gatekeeper.denials().enterPeriod(period);
        procurements.forEach(each -> each.measures().enterPeriod(period, now));
        if (catalog.timeline().periodStart(period).getDayOfYear() == 1) {
            desk.onYearStart();
        }
    }

    void endWarmUp() {
        long now = scheduler.nowMicros();
        inventory.restartMeasures(now);
        prices.restartMeasures(now);
        metering.restartMeasures();
        if (outages != null) {
            outages.restartMeasures(now);
        }
        spot.measures().restart(now);
        gatekeeper.restartMeasures();
        marketplace.restartMeasures();
        desk.measures().restart(now);
        gatekeeper.licenceCover().restart(now);
        gatekeeper.denials().restart(now);
        procurements.forEach(each -> each.measures().restart(now));
    }

    /** Closes all books at the end of the run. */
    void close() {
        long now = scheduler.nowMicros();
        metering.close();
        marketplace.close();
        inventory.close(now);
        if (outages != null) {
            outages.close(now);
        }
        prices.close(now);
        spot.measures().close(now);
        gatekeeper.licenceCover().close(now);
        procurements.forEach(each -> each.close(now));
    }

    Catalog catalog() {
        return catalog;
    }

    Inventory inventory() {
        return inventory;
    }

    PriceBook prices() {
        return prices;
    }

    LicenceDesk desk() {
        return desk;
    }

    Gatekeeper gatekeeper() {
        return gatekeeper;
    }

    Billing billing() {
        return billing;
    }

    Metering metering() {
        return metering;
    }

    WindDown windDown() {
        return windDown;
    }

    Reservations reservations() {
        return reservations;
    }

    SpotBook spot() {
        return spot;
    }

    Reclaim reclaim() {
        return reclaim;
    }

    Marketplace marketplace() {
        return marketplace;
    }

    /** Failures and repairs; null where nothing fails. */
    @Nullable
    Outages outages() {
        return outages;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    List<Procurement> procurements() {
        return procurements;
    }
}
