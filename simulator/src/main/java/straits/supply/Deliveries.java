package straits.supply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.random.Expectation;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Samplers;
import straits.regulation.Clause;
import straits.regulation.Clearance;
import straits.regulation.Consignment;
import straits.regulation.DeskListener;
import straits.regulation.Filing;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Licences;
import straits.regulation.Refusal;
import straits.scenario.Delivery;
import straits.scenario.Provider;
import straits.scenario.Workload;
import straits.units.SimTime;

/**
 * Supply: opening fleets, and dated orders on their way through licence, vendor, shipment, installation and site power.
 */
public final class Deliveries implements LicenceDesk.Applicant {

    private static final long NEVER = Long.MAX_VALUE;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Gatekeeper gatekeeper;
    private final LicenceDesk desk;
    private final CapacityListener listener;
    private final SitePower power;
    private final KeyedDraws draws;
    private final Tranche[] tranches;
    private final List<ArrayDeque<Tranche>> awaitingPower = new ArrayList<>();

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
        this.desk = desk;
        this.listener = listener;
        power = new SitePower(catalog);
        draws = randomness.keyed("delivery");
        tranches = catalog.scenario().deliveries().entrySet().stream()
                .map(each -> tranche(each.getKey(), each.getValue()))
                .toArray(Tranche[]::new);
        for (int site = 0; site < catalog.sites().size(); site++) {
            awaitingPower.add(new ArrayDeque<>());
        }
    }

    private Tranche tranche(String slug, Delivery delivery) {
        int pool = pool(delivery);
        long planned = catalog.timeline().micros(delivery.ordered());
        long ordered = gatekeeper.foresight().orderMicros(pool, planned, leadMicros(delivery));
        return new Tranche(slug, delivery, pool, ordered);
    }

    private static long leadMicros(Delivery delivery) {
        return SimTime.ofHours(delivery.vendorLead().value());
    }

    private int pool(Delivery delivery) {
        return catalog.pools()
                .id(
                        catalog.providers().id(delivery.provider()),
                        catalog.sites().id(delivery.site()),
                        catalog.chips().id(delivery.chip()));
    }

    /** Installs the opening fleets and schedules the orders. */
    public void start() {
        power.start(scheduler);
        for (int provider = 0; provider < catalog.providers().size(); provider++) {
            for (Provider.Fleet fleet : catalog.provider(provider).fleet()) {
                int pool = catalog.pools()
                        .id(
                                provider,
                                catalog.sites().id(fleet.site()),
                                catalog.chips().id(fleet.chip()));
                int installed = (int) Math.round(fleet.installed().value());
                install(pool, installed, fleet.rentableFraction().value());
            }
        }
        for (int tranche = 0; tranche < tranches.length; tranche++) {
            schedule(Math.max(0, tranches[tranche].orderedMicros), EventKind.ORDER, tranche);
        }
    }

    private void install(int pool, int gpus, double rentableFraction) {
        int rentable = (int) Math.round(gpus * rentableFraction);
        power.draw(pool, gpus);
        inventory.install(pool, rentable, gpus - rentable, scheduler.nowMicros());
    }

    private void schedule(long atMicros, EventKind kind, int tranche) {
        if (atMicros < catalog.timeline().horizonMicros()) {
            scheduler.schedule(atMicros, kind, tranche, 0);
        }
    }

    /** Handles an order: files for a licence if one is asked, else the vendor begins. */
    public void onOrder(int id) {
        Tranche tranche = tranches[id];
        long ordered = tranche.orderedMicros;
        int rule = licenceRule(tranche);
        if (rule >= 0 && ordered + leadMicros(tranche.delivery) >= 0) {
            file(id, rule, scheduler.nowMicros() - ordered);
        } else {
            begin(id, ordered);
        }
    }

    /** The first rule that asks a licence or permit which the tranche has not; -1 if none does. */
    private int licenceRule(Tranche tranche) {
        return gatekeeper.shipmentLicenceRule(
                tranche.consignment(),
                rule -> tranche.delivery.licensed() || state(tranche, rule) == Licences.State.ACTIVE);
    }

    private Licences.@Nullable State state(Tranche tranche, int rule) {
        Integer licence = tranche.licences.get(rule);
        return licence == null ? null : gatekeeper.licence(licence);
    }

    private void file(int id, int rule, long elapsedMicros) {
        Tranche tranche = tranches[id];
        tranche.state = DeliveryState.AWAITING_LICENCE;
        tranche.askedBy = rule;
        Filing filing = new Filing(
                this,
                id,
                rule,
                gatekeeper.reviewClass(rule),
                tranche.delivery.provider(),
                catalog.countries().slug(catalog.pools().country(tranche.pool)),
                tranche.key,
                tranche.applications++);
        if (!desk.file(filing, elapsedMicros)) {
            refuse(id, Clause.TURNED_AWAY);
        }
    }

    private void refuse(int id, Clause clause) {
        Tranche tranche = tranches[id];
        tranche.state = DeliveryState.REFUSED;
        leaveBehind(id, tranche.gpus, gatekeeper.shipmentRefusal(tranche.askedBy, clause));
    }

    /** Puts down what a rule keeps back: what it would have given from the day it would have been ready. */
    private void leaveBehind(int id, int gpus, Refusal refusal) {
        Tranche tranche = tranches[id];
        long now = scheduler.nowMicros();
        long shipment = tranche.vendorDone ? now : now + leadMicros(tranche.delivery);
        long ready = Math.max(now, shipment + travelMicros(tranche));
        double hours = SimTime.toHours(Math.max(0, catalog.timeline().horizonMicros() - ready));
        double h100e =
                gpus * catalog.h100ePerGpu(Workload.TRAINING, catalog.pools().chip(tranche.pool));
        gatekeeper.denials().shipment(now, id, tranche.pool, gpus, refusal, h100e * hours);
    }

    @Override
    public void decided(int id, DeskListener.Decision decision, int licence, long atMicros) {
        Tranche tranche = tranches[id];
        if (decision.approved()) {
            tranche.licences.put(gatekeeper.licenceRule(licence), licence);
            gatekeeper.grantShipment(licence, tranche.pool, tranche.gpus);
        }
        if (tranche.state == DeliveryState.AWAITING_LICENCE) {
            if (decision.approved()) {
                proceed(id, atMicros);
            } else {
                refuse(id, Clause.of(decision));
            }
        }
    }

    /** A tranche that waits for its suspended licence goes on once it is good again, applies again or stays behind. */
    @Override
    public void licenceChanged(int id, int licence) {
        Tranche tranche = tranches[id];
        boolean waits = tranche.state == DeliveryState.AWAITING_LICENCE && tranche.vendorDone;
        if (waits && tranche.licences.containsValue(licence)) {
            onShipment(id);
        }
    }

    /** Lets deliveries go on that wait for a licence which no rule asks any more. */
    public void onRuleChange() {
        for (int id = 0; id < tranches.length; id++) {
            Tranche tranche = tranches[id];
            boolean waits = tranche.state == DeliveryState.AWAITING_LICENCE;
            if (waits && licenceRule(tranche) < 0) {
                proceed(id, scheduler.nowMicros());
            }
        }
    }

    private void proceed(int id, long atMicros) {
        int next = licenceRule(tranches[id]);
        if (tranches[id].vendorDone) {
            onShipment(id);
        } else if (next >= 0) {
            file(id, next, scheduler.nowMicros() - atMicros);
        } else {
            begin(id, atMicros);
        }
    }

    private void begin(int id, long fromMicros) {
        Tranche tranche = tranches[id];
        long shipment = fromMicros + leadMicros(tranche.delivery);
        tranche.state = DeliveryState.ORDERED;
        if (shipment < 0) {
            gatekeeper.arrivesFromBefore(tranche.pool, tranche.gpus);
            travel(id, shipment);
        } else {
            schedule(Math.max(shipment, scheduler.nowMicros()), EventKind.SHIPMENT, id);
        }
    }

    /** Handles a shipment: the point where hardware rules bind. */
    public void onShipment(int id) {
        Tranche tranche = tranches[id];
        tranche.vendorDone = true;
        int rule = licenceRule(tranche);
        if (rule >= 0) {
            hold(id, rule);
            return;
        }
        Clearance clearance = gatekeeper.clearShipment(tranche.consignment(), tranche.licences.values());
        tranche.capped = tranche.gpus - clearance.gpus();
        tranche.gpus = clearance.gpus();
        clearance.stopped().forEach(stop -> leaveBehind(id, stop.gpus(), stop.refusal()));
        travel(id, scheduler.nowMicros());
    }

    /** Keeps back a tranche that may not leave: a licence that has run out is applied for again, a revoked one is not. */
    private void hold(int id, int rule) {
        tranches[id].askedBy = rule;
        Licences.State licence = state(tranches[id], rule);
        if (licence == Licences.State.SUSPENDED) {
            tranches[id].state = DeliveryState.AWAITING_LICENCE;
        } else if (licence == Licences.State.REVOKED) {
            refuse(id, Clause.REVOKED);
        } else {
            file(id, rule, 0);
        }
    }

    private void travel(int id, long shippedMicros) {
        Tranche tranche = tranches[id];
        tranche.state = DeliveryState.SHIPPED;
        tranche.shippedMicros = shippedMicros;
        if (tranche.gpus > 0) {
            long ready = shippedMicros + travelMicros(tranche);
            schedule(Math.max(scheduler.nowMicros(), ready), EventKind.ENERGISATION, id);
        }
    }

    private long travelMicros(Tranche tranche) {
        long slip = Math.round(slipHours(tranche) * SimTime.MICROS_PER_HOUR);
        return SimTime.ofHours(tranche.delivery.install().value()) + slip;
    }

    private double slipHours(Tranche tranche) {
        return Samplers.of(tranche.delivery.slip()).at(draws.uniform(tranche.key, 0, 0));
    }

    /** Handles a tranche that is ready for service, behind those that wait for power at its site. */
    public void onEnergisation(int id) {
        Tranche tranche = tranches[id];
        tranche.state = DeliveryState.AWAITING_POWER;
        awaitingPower.get(catalog.pools().site(tranche.pool)).add(tranche);
        energise(catalog.pools().site(tranche.pool));
    }

    /** Handles a step of a site's power limit. */
    public void onPowerStep(int site, int step) {
        power.step(site, step);
        energise(site);
    }

    private void energise(int site) {
        ArrayDeque<Tranche> waiting = awaitingPower.get(site);
        while (!waiting.isEmpty() && power.fits(waiting.element().pool, waiting.element().gpus)) {
            Tranche tranche = waiting.remove();
            tranche.state = DeliveryState.IN_SERVICE;
            install(
                    tranche.pool,
                    tranche.gpus,
                    tranche.delivery.rentableFraction().value());
            listener.capacityGained(tranche.pool);
        }
    }

    /** Number of deliveries. */
    public int size() {
        return tranches.length;
    }

    /** Pool of a delivery. */
    public int pool(int id) {
        return tranches[id].pool;
    }

    /** State of a delivery. */
    public DeliveryState state(int id) {
        return tranches[id].state;
    }

    /** Rentable GPUs of a delivery that are on their way or in service. */
    public double rentableGpus(int id) {
        return tranches[id].gpus * tranches[id].delivery.rentableFraction().value();
    }

    /** Rentable GPUs of a delivery that a quota left behind. */
    public double cappedRentableGpus(int id) {
        return tranches[id].capped * tranches[id].delivery.rentableFraction().value();
    }

    /**
     * Rentable GPU-hours that a delivery's licences and permits took: from the day it would have been ready without them to the day
     * it was, or to the end of the run if it never was. What quotas left behind and waiting for power do not count.
     */
    public double licenceDelayGpuHours(int id) {
        Tranche tranche = tranches[id];
        if (tranche.applications == 0) {
            return 0;
        }
        long travel = travelMicros(tranche);
        long unasked = tranche.orderedMicros + leadMicros(tranche.delivery) + travel;
        long ready = tranche.shippedMicros == NEVER ? NEVER : tranche.shippedMicros + travel;
        return rentableGpus(id) * (inServiceHours(unasked) - inServiceHours(ready));
    }

    private double inServiceHours(long readyMicros) {
        long horizon = catalog.timeline().horizonMicros();
        return SimTime.toHours(horizon - Math.max(0, Math.min(horizon, readyMicros)));
    }

    /**
     * H100e-hours to the end of the run of everything rentable that is delivered, with the slips of this run, if nothing but they
     * kept it from service: no licence, cap or lack of power.
     */
    public double drawnH100eHours() {
        double sum = 0;
        for (Tranche tranche : tranches) {
            sum += servedH100eHours(catalog, tranche.delivery, slipHours(tranche));
        }
        return sum;
    }

    /** The mean of {@link #drawnH100eHours()} over the laws of the slips. */
    public static double expectedH100eHours(Catalog catalog) {
        return catalog.scenario().deliveries().values().stream()
                .mapToDouble(
                        each -> Expectation.of(each.slip(), slipHours -> servedH100eHours(catalog, each, slipHours)))
                .sum();
    }

    private static double servedH100eHours(Catalog catalog, Delivery delivery, double slipHours) {
        double h100e = delivery.gpus().value()
                * delivery.rentableFraction().value()
                * catalog.h100ePerGpu(Workload.TRAINING, catalog.chips().id(delivery.chip()));
        double orderedHours = (double) catalog.timeline().micros(delivery.ordered()) / SimTime.MICROS_PER_HOUR;
        double readyHours = orderedHours
                + delivery.vendorLead().value()
                + delivery.install().value()
                + slipHours;
        double endHours = SimTime.toHours(catalog.timeline().horizonMicros());
        return h100e * Math.max(0, endHours - Math.max(0, readyHours));
    }

    /** Whether every site is within its power limit. */
    public boolean withinPowerLimits() {
        return power.withinLimits();
    }

    private static final class Tranche {

        private final Delivery delivery;
        private final int pool;
        private final long key;
        private final long orderedMicros;

        /** The last licence granted under each rule. */
        private final Map<Integer, Integer> licences = new TreeMap<>();

        private DeliveryState state = DeliveryState.PLANNED;
        private int gpus;
        private int capped;
        private int askedBy;
        private long shippedMicros = NEVER;
        private boolean vendorDone;
        private long applications;

        Tranche(String slug, Delivery delivery, int pool, long orderedMicros) {
            this.delivery = delivery;
            this.pool = pool;
            this.orderedMicros = orderedMicros;
            key = Randomness.key(slug);
            gpus = (int) Math.round(delivery.gpus().value());
        }

        Consignment consignment() {
            return new Consignment(pool, gpus, orderedMicros);
        }
    }
}
