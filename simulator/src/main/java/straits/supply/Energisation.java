package straits.supply;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;

/** The last step: tranches stand in line at their site for power, and go into service. */
final class Energisation {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final CapacityListener listener;
    private final Cohorts cohorts;
    private final SitePower power;
    private final List<ArrayDeque<Tranche>> awaitingPower = new ArrayList<>();

    Energisation(
            Catalog catalog, Scheduler scheduler, Inventory inventory, Cohorts cohorts, CapacityListener listener) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.cohorts = cohorts;
        this.listener = listener;
        power = new SitePower(catalog);
        for (int site = 0; site < catalog.sites().size(); site++) {
            awaitingPower.add(new ArrayDeque<>());
        }
    }

    void start() {
        power.start(scheduler);
    }

    /** Takes a tranche that is ready for service, behind those that wait for power at its site. */
    void ready(Tranche tranche) {
        tranche.become(DeliveryState.AWAITING_POWER);
        int site = catalog.pools().site(tranche.pool());
        awaitingPower.get(site).add(tranche);
        serve(site);
    }

    void step(int site, int step) {
        power.step(site, step);
        serve(site);
    }

    private void serve(int site) {
        ArrayDeque<Tranche> waiting = awaitingPower.get(site);
        while (!waiting.isEmpty()
                && power.fits(waiting.element().pool(), waiting.element().gpus())) {
            Tranche tranche = waiting.remove();
            tranche.become(DeliveryState.IN_SERVICE);
            double rentable = tranche.order().terms().rentableFraction().value();
            install(tranche.pool(), tranche.gpus(), rentable, scheduler.nowMicros());
            listener.capacityGained(tranche.pool());
        }
    }

    /** Puts GPUs into service; since when, counts for their age. */
    void install(int pool, int gpus, double rentableFraction, long sinceMicros) {
        int rentable = (int) Math.round(gpus * rentableFraction);
        power.draw(pool, gpus);
        inventory.install(pool, rentable, gpus - rentable, scheduler.nowMicros());
        cohorts.enter(pool, rentable, gpus - rentable, sinceMicros);
    }

    /** Takes GPUs out of service; the next in line may have their power. */
    void remove(int pool, int rentable, int captive) {
        inventory.retire(pool, rentable, captive, scheduler.nowMicros());
        power.draw(pool, -rentable - captive);
        listener.capacityLost(pool);
        serve(catalog.pools().site(pool));
    }

    boolean withinLimits() {
        return power.withinLimits();
    }
}
