package straits.supply;

import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.random.Randomness;
import straits.regulation.Clause;
import straits.regulation.Clearance;
import straits.regulation.DeskListener;
import straits.regulation.Filing;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Licences;
import straits.regulation.Refusal;
import straits.scenario.Delivery;
import straits.scenario.Workload;
import straits.units.SimTime;

/**
 * Supply: opening fleets, and orders on their way through licence, vendor, shipment, installation and site power.
 */
public final class Deliveries implements LicenceDesk.Applicant {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Gatekeeper gatekeeper;
    private final DeliveryBook book;
    private final ShipmentLicences licences;
    private final Energisation energisation;
    private final VendorSupply vendors;
    private final OrderChanges changes;
    private final ProviderOrders orders;
    private final Retirements retirements;
    private final OpeningFleets fleets;

    /** Nothing installed, nothing ordered yet. */
    public Deliveries(
            Catalog catalog,
            Scheduler scheduler,
            Inventory inventory,
            Gatekeeper gatekeeper,
            LicenceDesk desk,
            CapacityListener listener,
            Randomness randomness) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.gatekeeper = gatekeeper;
        book = new DeliveryBook(catalog, randomness);
        licences = new ShipmentLicences(catalog, gatekeeper, desk);
        Cohorts cohorts = new Cohorts(catalog, scheduler);
        energisation = new Energisation(catalog, scheduler, inventory, cohorts, listener);
        retirements = new Retirements(catalog, scheduler, inventory, cohorts, energisation);
        orders = new ProviderOrders(catalog, scheduler, inventory, book);
        fleets = new OpeningFleets(catalog);
        vendors = new VendorSupply(catalog);
        changes = new OrderChanges(catalog, randomness);
        catalog.scenario().deliveries().forEach(this::plan);
    }

    private void plan(String name, Delivery delivery) {
        int pool = catalog.poolId(delivery.provider(), delivery.site(), delivery.chip());
        long planned = catalog.timeline().micros(delivery.ordered());
        long lead = SimTime.ofHours(delivery.vendorLead().value());
        book.add(name, delivery, pool, gatekeeper.foresight().orderMicros(pool, planned, lead));
    }

    /** Installs the opening fleets and schedules the orders. */
    public void start() {
        energisation.start();
        fleets.install(energisation);
        retirements.start();
        orders.start();
        vendors.start(scheduler);
        for (Tranche tranche : book.tranches()) {
            schedule(Math.max(0, tranche.order().orderedMicros()), EventKind.ORDER, tranche);
            changes.schedule(tranche, scheduler);
        }
    }

    private void schedule(long atMicros, EventKind kind, Tranche tranche) {
        if (atMicros < catalog.timeline().horizonMicros()) {
            scheduler.schedule(atMicros, kind, tranche.id(), 0);
        }
    }

    /** Handles an order: files for a licence if one is asked, else the vendor begins. */
    public void onOrder(int id) {
        Tranche tranche = book.tranche(id);
        long ordered = tranche.order().orderedMicros();
        int rule = licences.wanting(tranche);
        if (rule >= 0 && ordered + tranche.order().leadMicros() >= 0) {
            file(tranche, rule, scheduler.nowMicros() - ordered);
        } else {
            begin(tranche, ordered);
        }
    }

    private void file(Tranche tranche, int rule, long elapsedMicros) {
        if (!licences.file(this, tranche, rule, elapsedMicros)) {
            refuse(tranche, Clause.TURNED_AWAY);
        }
    }

    private void refuse(Tranche tranche, Clause clause) {
        tranche.become(DeliveryState.REFUSED);
        leaveBehind(tranche, tranche.gpus(), gatekeeper.shipments().refusal(tranche.askedBy(), clause));
    }

    /** Puts down what a rule keeps back: what it would have given from the day it would have been ready. */
    private void leaveBehind(Tranche tranche, int gpus, Refusal refusal) {
        long now = scheduler.nowMicros();
        long shipment = tranche.vendorDone() ? now : now + tranche.order().leadMicros();
        long ready = Math.max(now, shipment + book.travelMicros(tranche));
        double hours = SimTime.toHours(Math.max(0, catalog.timeline().horizonMicros() - ready));
        int pool = tranche.pool();
        double h100e =
                gpus * catalog.h100ePerGpu(Workload.TRAINING, catalog.pools().chip(pool));
        gatekeeper.denials().shipment(now, tranche.order().number(), pool, gpus, refusal, h100e * hours);
    }

    /** A late answer, to an application that a change of the rules has made moot, holds nothing up and refuses nothing. */
    @Override
    public void decided(Filing filing, DeskListener.Decision decision, int licence, long atMicros) {
        Tranche tranche = book.tranche(filing.subject());
        if (decision.approved()) {
            licences.keep(tranche, filing, licence);
        }
        if (tranche.awaits(filing)) {
            if (decision.approved()) {
                proceed(tranche, atMicros);
            } else {
                refuse(tranche, Clause.of(decision));
            }
        }
    }

    /** A tranche that waits for its suspended licence goes on once it is good again, applies again or stays behind. */
    @Override
    public void licenceChanged(int id, int licence) {
        Tranche tranche = book.tranche(id);
        boolean waits = tranche.awaitsLicence() && tranche.vendorDone();
        if (waits && tranche.order().licences().containsValue(licence)) {
            onShipment(id);
        }
    }

    /** Lets tranches go on that wait for a licence which no rule asks any more. */
    public void onRuleChange() {
        for (Tranche tranche : book.tranches()) {
            if (licences.waitsInVain(tranche)) {
                proceed(tranche, scheduler.nowMicros());
            }
        }
    }

    private void proceed(Tranche tranche, long atMicros) {
        int next = licences.wanting(tranche);
        if (tranche.vendorDone()) {
            onShipment(tranche.id());
        } else if (next >= 0) {
            file(tranche, next, scheduler.nowMicros() - atMicros);
        } else {
            begin(tranche, atMicros);
        }
    }

    private void begin(Tranche tranche, long fromMicros) {
        long shipment = fromMicros + tranche.order().leadMicros();
        tranche.become(DeliveryState.ORDERED);
        if (shipment < 0) {
            gatekeeper.shipments().arrivesFromBefore(tranche.pool(), tranche.gpus());
            travel(tranche, shipment);
        } else {
            schedule(Math.max(shipment, scheduler.nowMicros()), EventKind.SHIPMENT, tranche);
        }
    }

    /** Handles the end of the vendor's lead time: what may leave does, as far as the vendor has it. */
    public void onShipment(int id) {
        Tranche tranche = book.tranche(id);
        if (!tranche.isWaiting()) {
            return;
        }
        tranche.finishAtVendor();
        if (mayLeave(tranche)) {
            tranche.become(DeliveryState.ORDERED);
            tranche.clear(scheduler.nowMicros());
            ship(tranche, vendors.take(tranche));
        }
    }

    /** Handles the first day of a vendor's month: whoever waits for a chip and may have it gets its part. */
    public void onVendorAllocation(int chip, int month) {
        List<Tranche> asking = new ArrayList<>();
        for (Tranche tranche : vendors.waiting(chip)) {
            if (tranche.state() == DeliveryState.ORDERED && mayLeave(tranche)) {
                asking.add(tranche);
            }
        }
        long[] granted = vendors.allocate(chip, month, asking);
        for (int each = 0; each < granted.length; each++) {
            ship(asking.get(each), (int) granted[each]);
        }
    }

    /** Handles the day on which what has not left of an order is cancelled or goes elsewhere. */
    public void onOrderChange(int id, long change) {
        Tranche tranche = book.tranche(id);
        if (!tranche.isWaiting()) {
            return;
        }
        if (change == OrderChanges.CANCELLED) {
            tranche.become(DeliveryState.CANCELLED);
        } else if (changes.divert(tranche) && tranche.awaitsLicence()) {
            proceed(tranche, scheduler.nowMicros());
        }
    }

    private boolean mayLeave(Tranche tranche) {
        int rule = licences.wanting(tranche);
        if (rule >= 0) {
            hold(tranche, rule);
        }
        return rule < 0;
    }

    /** Keeps back a tranche that may not leave: a licence that has run out is applied for again, a revoked one is not. */
    private void hold(Tranche tranche, int rule) {
        tranche.stop();
        Licences.State licence = licences.state(tranche, rule);
        if (licence == Licences.State.SUSPENDED) {
            tranche.awaitLicence(rule);
        } else if (licence == Licences.State.REVOKED) {
            tranche.awaitLicence(rule);
            refuse(tranche, Clause.REVOKED);
        } else {
            file(tranche, rule, 0);
        }
    }

    /** The point where hardware rules bind: some GPUs of a tranche leave, and what the law stops goes back to the vendor. */
    private void ship(Tranche from, int gpus) {
        if (gpus == 0) {
            return;
        }
        Tranche tranche = book.part(from, gpus);
        Clearance clearance = gatekeeper
                .shipments()
                .clear(tranche.consignment(), tranche.order().licences().values());
        tranche.leaveBehind(gpus - clearance.gpus());
        vendors.giveBack(tranche, gpus - clearance.gpus());
        clearance.stopped().forEach(stop -> leaveBehind(tranche, stop.gpus(), stop.refusal()));
        travel(tranche, scheduler.nowMicros());
    }

    private void travel(Tranche tranche, long shippedMicros) {
        tranche.become(DeliveryState.SHIPPED);
        tranche.clear(shippedMicros);
        if (tranche.gpus() > 0) {
            long ready = shippedMicros + book.travelMicros(tranche);
            schedule(Math.max(scheduler.nowMicros(), ready), EventKind.ENERGISATION, tranche);
        }
    }

    /** Handles a tranche that is ready for service. */
    public void onEnergisation(int id) {
        energisation.ready(book.tranche(id));
    }

    /** Handles a step of a site's power limit. */
    public void onPowerStep(int site, int step) {
        energisation.step(site, step);
    }

    /** Handles a provider's review of what to order from the demand it expects. */
    public void onOrderReview(int plan, long ordinal) {
        int gpus = orders.review(plan, ordinal, retirements.due(orders.pool(plan)));
        if (gpus > 0) {
            onOrder(orders.place(plan, gpus).id());
        }
    }

    /** Handles GPUs that retire, see {@link EventKind#RETIREMENT}. */
    public void onRetirement(int pool, long payload) {
        retirements.on(pool, payload);
    }

    /** Takes GPUs that are due to retire out of those that came free in a pool, before anybody else can have them. */
    public void retireFreed(int pool) {
        retirements.freed(pool);
    }

    /** What was ordered and how far it has come. */
    public DeliveryBook book() {
        return book;
    }

    /** Whether no GPU is lost or made up between order and service. */
    public boolean conserved() {
        return book.conserved() && vendors.conserved() && installedAddUp();
    }

    private boolean installedAddUp() {
        for (int pool = 0; pool < inventory.pools(); pool++) {
            long known = fleets.gpus(pool) + book.inService(pool) - retirements.retired(pool);
            if (inventory.gpus(pool, PoolState.INSTALLED) != known) {
                return false;
            }
        }
        return true;
    }

    /** Whether every site is within its power limit. */
    public boolean withinPowerLimits() {
        return energisation.withinLimits();
    }
}
