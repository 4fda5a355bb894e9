package straits.regulation;

import java.util.HashMap;
import java.util.Map;
import straits.catalog.Catalog;
import straits.engine.Scheduler;

/** Which providers have screened which anchor tenants: each once, at the first purchase under a rule that asks for it. */
final class AnchorScreenings {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Map<Customer, Screening> screenings = new HashMap<>();

    private record Customer(int rule, int tenant, int provider) {}

    private record Screening(long endMicros, boolean passes) {}

    AnchorScreenings(Catalog catalog, Scheduler scheduler) {
        this.catalog = catalog;
        this.scheduler = scheduler;
    }

    private Customer customer(int rule, int tenant, int pool) {
        return new Customer(rule, tenant, catalog.pools().provider(pool));
    }

    /** Whether a screening was begun, over or not. */
    boolean begun(int rule, int tenant, int pool) {
        return screenings.containsKey(customer(rule, tenant, pool));
    }

    void begin(int rule, int tenant, int pool, long micros, boolean passes) {
        screenings.put(customer(rule, tenant, pool), new Screening(scheduler.nowMicros() + micros, passes));
    }

    /** Whether a screening was begun and is not over. */
    boolean pending(int rule, int tenant, int pool) {
        Screening screening = screenings.get(customer(rule, tenant, pool));
        return screening != null && scheduler.nowMicros() < screening.endMicros();
    }

    /** Whether a screening is over and was passed. */
    boolean passed(int rule, int tenant, int pool) {
        Screening screening = screenings.get(customer(rule, tenant, pool));
        return screening != null && scheduler.nowMicros() >= screening.endMicros() && screening.passes();
    }
}
