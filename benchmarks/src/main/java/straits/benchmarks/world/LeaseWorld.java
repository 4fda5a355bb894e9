package straits.benchmarks.world;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.engine.Engine;
import straits.engine.EventQueue;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.lease.Billing;
import straits.market.lease.Metering;
import straits.market.lease.PriceTerms;
import straits.market.pricing.PriceBook;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.random.Stream;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Quotas;
import straits.scenario.Distribution;
import straits.scenario.Quantity;
import straits.simulation.World;
import straits.units.SimTime;

/**
 * The metering of the simulator, with its ledger, budgets, prices, inventory and gatekeeper, in the pools of
 * {@code stress}: a number of leases at floating prices, each in its own phase of the hour. A lease that ends is replaced at once, so
 * that their number stays. Prices are reviewed weekly; every tenant has a budget, far away.
 */
public final class LeaseWorld {

    private static final double MOST_HOURS = 876_000;
    private static final double MEAN_LEASE_HOURS = 100;
    private static final int MOST_GPUS = 8;
    private static final int DRAWS = 1 << 16;
    private static final long LIMIT_MICRO_USD = 10_000_000;
    private static final long BUDGET_MICRO_USD = Long.MAX_VALUE - 1;

    private final Engine engine;
    private final PriceBook prices;
    private final Billing billing;
    private final Metering metering;
    private final int tenants;
    private final long[] leaseMicros = new long[DRAWS];
    private final int[] gpus = new int[DRAWS];
    private int draw;

    /** A world with leases in force, none of which has completed an hour. */
    public LeaseWorld(int leases, EventQueue queue) {
        World world = Growth.stress(MOST_HOURS);
        Catalog catalog = world.catalog();
        Randomness randomness = Randomness.of(Shipped.SEED, 0);
        int pools = catalog.pools().size();
        int periods = catalog.timeline().periods();
        engine = new Engine(queue);
        Inventory inventory = new Inventory(pools, periods);
        for (int pool = 0; pool < pools; pool++) {
            inventory.install(pool, MOST_GPUS * leases, 0, 0);
        }
        prices = new PriceBook(catalog, inventory);
        LicenceDesk desk = new LicenceDesk(world.regime().desk(), catalog.timeline(), engine, randomness, new Quotas());
        Gatekeeper gatekeeper = new Gatekeeper(catalog, world.regime(), desk, engine);
        gatekeeper.start(randomness);
        billing = new Billing(catalog);
        tenants = catalog.tenants().size();
        for (int tenant = 0; tenant < tenants; tenant++) {
            billing.limit(tenant, BUDGET_MICRO_USD);
        }
        metering = new Metering(catalog, engine, inventory, prices, gatekeeper, billing, this::replace);
        draw(randomness);
        lay(leases, pools, randomness.stream("lease", "phase"));
    }

    private void draw(Randomness randomness) {
        Stream stream = randomness.stream("lease", "length and size");
        Sampler hours = Samplers.of(new Distribution.Exponential(Quantity.of(MEAN_LEASE_HOURS)));
        for (int each = 0; each < DRAWS; each++) {
            leaseMicros[each] = SimTime.durationOfDrawnHours(hours.draw(stream));
            gpus[each] = 1 + (int) (stream.next() * MOST_GPUS);
        }
    }

    private void lay(int leases, int pools, Stream phases) {
        for (int lease = 0; lease < leases; lease++) {
            open(lease % pools, SimTime.durationOfHours(phases.next()));
        }
        for (long period : prices.reviewPeriodsMicros()) {
            engine.schedule(period, EventKind.PRICE_REVIEW, 0, period);
        }
    }

    private void replace(int pool) {
        open(pool, SimTime.MICROS_PER_HOUR);
    }

    private void open(int pool, long firstHourMicros) {
        draw = (draw + 1) & (DRAWS - 1);
        int lease = metering.open(draw % tenants, pool, gpus[draw], Gatekeeper.NO_QUOTA);
        long price = prices.onDemandMicroUsd(pool);
        metering.start(lease, price, LIMIT_MICRO_USD, PriceTerms.FLOATING, leaseMicros[draw], firstHourMicros);
    }

    /**
     * Runs until that many hours of leases were metered: as their number stays, that is a time.
     *
     * @param hours of all leases together
     */
    public void meter(long hours) {
        long micros = (long) (SimTime.MICROS_PER_HOUR * ((double) hours / active()));
        engine.run(engine.nowMicros() + micros, this::onEvent);
    }

    private void onEvent(EventKind kind, int subject, long payload) {
        switch (kind) {
            case GPU_HOUR -> metering.onGpuHours(subject, payload);
            case LEASE_END -> metering.onLeaseEnd(subject);
            case PRICE_REVIEW -> {
                prices.review(payload, engine.nowMicros());
                engine.schedule(engine.nowMicros() + payload, EventKind.PRICE_REVIEW, 0, payload);
            }
            default -> throw new IllegalStateException(kind + " was not scheduled");
        }
    }

    /**
     * What the world has come to, in one number: the clock and what every tenant spent.
     *
     * @throws IllegalStateException if the books do not balance
     */
    public long fingerprint() {
        if (billing.ledger().imbalanceMicroUsd() != 0 || !billing.agreesWithLedger() || !billing.withinBudgets()) {
            throw new IllegalStateException("the books do not balance at " + engine.nowMicros() + " µs");
        }
        long[] values = new long[tenants + 2];
        values[tenants] = engine.nowMicros();
        values[tenants + 1] = metering.signed();
        for (int tenant = 0; tenant < tenants; tenant++) {
            values[tenant] = billing.spentMicroUsd(tenant);
        }
        return Arrays.hashCode(values);
    }

    /** Leases in force. */
    public int active() {
        return metering.leases().activeCount();
    }
}
