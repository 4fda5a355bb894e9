package straits.supply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.scenario.OrderRule;
import straits.units.SimTime;

/** Orders that providers place from the demand they expect. */
final class ProviderOrders {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final DeliveryBook book;
    private final List<OrderPlan> plans = new ArrayList<>();

    ProviderOrders(Catalog catalog, Scheduler scheduler, Inventory inventory, DeliveryBook book) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.book = book;
        catalog.scenario().providers().forEach((key, provider) -> {
            for (OrderRule rule : provider.orders()) {
                plans.add(new OrderPlan(key, rule, catalog.poolId(key, rule.site(), rule.chip())));
            }
        });
    }

    void start() {
        for (int plan = 0; plan < plans.size(); plan++) {
            scheduleReview(plan, 1);
        }
    }

    private void scheduleReview(int plan, long ordinal) {
        long at = ordinal * SimTime.ofHours(plans.get(plan).rule().every().value());
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.ORDER_REVIEW, plan, ordinal);
        }
    }

    /** Reviews a plan; returns the GPUs to order. */
    int review(int plan, long ordinal, int retiring) {
        scheduleReview(plan, ordinal + 1);
        int pool = pool(plan);
        int leased = inventory.gpus(pool, PoolState.LEASED) + inventory.gpus(pool, PoolState.HELD);
        int rentable = inventory.gpus(pool, PoolState.INSTALLED) - inventory.gpus(pool, PoolState.CAPTIVE);
        return plans.get(plan).gpusToOrder(leased, rentable - retiring + book.awaitedRentableGpus(pool));
    }

    int pool(int plan) {
        return plans.get(plan).pool();
    }

    /** The order as it enters the book. */
    Tranche place(int plan, int gpus) {
        long now = scheduler.nowMicros();
        LocalDate today = catalog.timeline().date(now);
        String name = catalog.poolSlug(pool(plan)) + "@" + today;
        return book.add(name, plans.get(plan).terms(gpus, today), pool(plan), now);
    }
}
