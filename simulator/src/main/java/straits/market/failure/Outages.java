package straits.market.failure;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.market.inventory.CapacityListener;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.market.lease.Interruptions;
import straits.market.lease.LeaseBook;
import straits.market.pricing.PriceBook;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.scenario.Failures;
import straits.units.SimTime;

/**
 * Failures of nodes, losses of sites, and their repair. All draws are keyed by the pool or the site and the ordinal of the failure, so
 * that they change no other draw, and the counts of GPUs that are down do not depend on who leases what.
 */
public final class Outages {

    /** Payload of the failure of a node. */
    static final long NODE = 0;

    /** Payload of the loss of a part of a site. */
    static final long SITE = 1;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final PriceBook prices;
    private final CapacityListener listener;
    private final KeyedDraws draws;
    private final NodeLaw[] laws;
    private final FailureClock clock;
    private final SiteLosses siteLosses;
    private final Casualties casualties;
    private final Repairs repairs;
    private final OutageMeasures measures;
    private final Interruptions interruptions;

    /** Nothing has failed yet. */
    public Outages(
            Catalog catalog,
            Failures failures,
            Scheduler scheduler,
            Randomness randomness,
            Inventory inventory,
            PriceBook prices,
            Interruptions interruptions,
            LeaseBook leases,
            CapacityListener listener) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.prices = prices;
        this.listener = listener;
        this.interruptions = interruptions;
        draws = randomness.keyed("failure");
        laws = new NodeLaw[catalog.pools().size()];
        for (int pool = 0; pool < laws.length; pool++) {
            laws[pool] = NodeLaw.of(catalog, failures, pool);
        }
        clock = new FailureClock(scheduler, inventory, draws, catalog.timeline().horizonMicros(), laws);
        siteLosses = new SiteLosses(catalog, scheduler, randomness, failures.siteLoss());
        casualties = new Casualties(scheduler, inventory, interruptions, leases);
        measures = new OutageMeasures(laws.length, catalog.timeline().periods());
        repairs = new Repairs(catalog, scheduler, measures, failures.crews());
    }

    /** Winds the clocks, once the opening fleets are installed. */
    public void start() {
        clock.start();
        siteLosses.start();
        for (int pool = 0; pool < laws.length; pool++) {
            measures.allUp(pool, true, scheduler.nowMicros());
        }
    }

    /** GPUs of a pool were installed or taken out of it. */
    public void fleetChanged(int pool) {
        clock.look(pool);
    }

    /** Handles a failure. */
    public void onCapacityLoss(int subject, long payload) {
        if (payload == NODE) {
            onNodeFailure(subject);
        } else {
            onSiteLoss(subject);
        }
    }

    private void onNodeFailure(int pool) {
        NodeLaw law = laws[pool];
        int up = inventory.up(pool);
        long which = clock.strike(pool);
        int node = (int) (draws.uniform(law.key(), which, Purpose.WHERE) * law.nodes(up));
        int first = node * law.gpus();
        take(pool, first, Math.min(law.gpus(), up - first));
        repairs.repair(pool, casualties.rentable(), casualties.captive(), repairMicros(law, which));
        clock.look(pool);
    }

    private long repairMicros(NodeLaw law, long which) {
        Sampler hours = law.repairHours();
        return hours == null ? 0 : SimTime.ofDrawnHours(hours.at(draws.uniform(law.key(), which, Purpose.HOW_LONG)));
    }

    private void onSiteLoss(int site) {
        long which = siteLosses.strike(site);
        long micros = siteLosses.durationMicros(site, which);
        for (int pool = 0; pool < laws.length; pool++) {
            int up = inventory.up(pool);
            int gpus = catalog.pools().site(pool) == site ? siteLosses.gpus(up) : 0;
            if (gpus > 0) {
                int first = (int) (siteLosses.where(laws[pool].key(), which) * up);
                take(pool, first, gpus);
                repairs.restore(pool, casualties.rentable(), casualties.captive(), micros);
                clock.look(pool);
            }
        }
    }

    private void take(int pool, int first, int gpus) {
        casualties.take(pool, first, gpus);
        int lost = casualties.rentable() + casualties.captive();
        long now = scheduler.nowMicros();
        measures.failed(pool, lost);
        measures.allUp(pool, inventory.gpus(pool, PoolState.DOWN) == 0, now);
        prices.occupied(pool, now);
    }

    /** Handles the end of a repair: its GPUs are captive or on offer again. */
    public void onRepair(int ticket) {
        int pool = repairs.pool(ticket);
        long now = scheduler.nowMicros();
        inventory.restore(pool, PoolState.FREE, repairs.rentable(ticket), now);
        inventory.restore(pool, PoolState.CAPTIVE, repairs.captive(ticket), now);
        measures.allUp(pool, inventory.gpus(pool, PoolState.DOWN) == 0, now);
        repairs.over(ticket);
        clock.look(pool);
        listener.capacityGained(pool);
    }

    /** GPUs of a pool that are under repair, wait for it, or come back by themselves. */
    public int repairs(int pool) {
        return repairs.gpus(pool);
    }

    /** Crews at work where most are, and the most there are. */
    public String crewsAtWork() {
        return repairs.mostBusy() + " of " + repairs.crews();
    }

    /** Whether nowhere more crews work than there are. */
    public boolean withinCrews() {
        return repairs.mostBusy() <= repairs.crews();
    }

    /** Whether everything that is installed and up can fail. */
    public boolean consistent() {
        return clock.knowsAll();
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period, long nowMicros) {
        measures.enterPeriod(period, nowMicros);
        interruptions.enterPeriod(period);
    }

    /** Forgets what was measured before now. */
    public void restartMeasures(long nowMicros) {
        measures.restart(nowMicros);
        interruptions.restartMeasures();
    }

    /** Brings the measures up to now. */
    public void close(long nowMicros) {
        measures.close(nowMicros);
    }

    /** Failures and repairs. */
    public OutageMeasures measures() {
        return measures;
    }

    /** What they did to leases. */
    public Interruptions interruptions() {
        return interruptions;
    }
}
