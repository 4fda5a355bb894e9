package straits.benchmarks.targeted;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import straits.benchmarks.world.Shipped;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.MarketParts;
import straits.market.Marketplace;
import straits.market.Reservations;
import straits.market.inventory.Inventory;
import straits.market.lease.Billing;
import straits.market.lease.Metering;
import straits.market.pricing.PriceBook;
import straits.market.spot.Reclaim;
import straits.market.spot.SpotBook;
import straits.random.Randomness;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Quotas;
import straits.scenario.file.Setting;
import straits.simulation.World;

/**
 * One request in a market without a free GPU, where nobody waits: it is drawn, looks at every pool that it can use and pay
 * for, and is lost. Classes come in turn.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChoiceBenchmark {

    /** Whose market: four pools, or a great many. */
    @Param({"stress", "seven-billion"})
    private String scenario = "stress";

    @SuppressWarnings("NullAway.Init") // JMH runs the set-up first
    private Marketplace marketplace;

    private int classes;
    private int next;

    /** Opens the market. */
    @Setup
    public void open() {
        World world = Shipped.world(scenario, "open", List.of(new Setting("market.waiting", "lost")));
        Catalog catalog = world.catalog();
        Scheduler stopped = new StoppedClock();
        Randomness randomness = Randomness.of(Shipped.SEED, 0);
        int periods = catalog.timeline().periods();
        Inventory inventory = new Inventory(catalog.pools().size(), periods);
        PriceBook prices = new PriceBook(catalog, inventory);
        LicenceDesk desk =
                new LicenceDesk(world.regime().desk(), catalog.timeline(), stopped, randomness, new Quotas());
        Gatekeeper gatekeeper = new Gatekeeper(catalog, world.regime(), desk, stopped);
        gatekeeper.start(randomness);
        Billing billing = new Billing(catalog);
        Metering metering = new Metering(catalog, stopped, inventory, prices, gatekeeper, billing, pool -> {});
        SpotBook spot = new SpotBook(catalog, prices, inventory);
        Reclaim reclaim = new Reclaim(catalog, stopped, inventory, metering, spot);
        MarketParts parts = new MarketParts(
                catalog,
                stopped,
                randomness,
                inventory,
                prices,
                gatekeeper,
                desk,
                billing,
                metering,
                spot,
                reclaim,
                pool -> {});
        marketplace = new Marketplace(parts, new Reservations(parts));
        classes = catalog.classCount();
    }

    /** A request. */
    @Benchmark
    public Marketplace request() {
        next = next + 1 < classes ? next + 1 : 0;
        marketplace.onLeaseRequest(next);
        return marketplace;
    }

    /** All must have ended: none has found a GPU, none waits. */
    @TearDown
    public void check() {
        long arrived = marketplace.outcomes().everArrived();
        if (arrived == 0 || arrived != marketplace.outcomes().everEnded()) {
            throw new IllegalStateException(
                    arrived + " requests, " + marketplace.outcomes().everEnded() + " ended");
        }
    }

    /** It is always the start of the scenario, and what is scheduled never happens. */
    private static final class StoppedClock implements Scheduler {

        @Override
        public long nowMicros() {
            return 0;
        }

        @Override
        public long schedule(long atMicros, EventKind kind, int subject, long payload) {
            return 1;
        }

        @Override
        public long scheduleAfter(long delayMicros, EventKind kind, int subject, long first, long second, long third) {
            return 1;
        }

        @Override
        public long first() {
            return 0;
        }

        @Override
        public long second() {
            return 0;
        }

        @Override
        public long third() {
            return 0;
        }

        @Override
        public int follow() {
            return NONE;
        }

        @Override
        public boolean cancel(long handle) {
            return false;
        }
    }
}
