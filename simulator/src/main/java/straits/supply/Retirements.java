package straits.supply;

import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.scenario.Retirement;

/** GPUs that leave service by age or date: captive and free ones at once, leased ones when they come free. */
final class Retirements {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Cohorts cohorts;
    private final Energisation energisation;
    private final int[] due;
    private final int[] dueCaptive;
    private final long[] retired;

    Retirements(Catalog catalog, Scheduler scheduler, Inventory inventory, Cohorts cohorts, Energisation energisation) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.inventory = inventory;
        this.cohorts = cohorts;
        this.energisation = energisation;
        due = new int[catalog.pools().size()];
        dueCaptive = new int[due.length];
        retired = new long[due.length];
    }

    /** Schedules what is planned by date. */
    void start() {
        catalog.scenario().providers().forEach((key, provider) -> {
            Retirement retirement = provider.retirement();
            if (retirement != null) {
                for (int each = 0; each < retirement.planned().size(); each++) {
                    schedule(key, retirement.planned().get(each), each);
                }
            }
        });
    }

    /** A plan by date has the payload -1 less its number; a cohort by age its own number. */
    private void schedule(String provider, Retirement.Planned planned, int number) {
        long at = catalog.timeline().micros(planned.on());
        if (at < catalog.timeline().horizonMicros()) {
            int pool = catalog.poolId(provider, planned.site(), planned.chip());
            scheduler.schedule(at, EventKind.RETIREMENT, pool, -1 - number);
        }
    }

    void on(int pool, long payload) {
        Cohort retiring = payload >= 0 ? cohorts.takeAll((int) payload) : planned(pool, (int) (-1 - payload));
        due[pool] += retiring.rentable();
        dueCaptive[pool] += retiring.captive();
        leave(pool);
    }

    private Cohort planned(int pool, int number) {
        Retirement retirement = cohorts.retirement(pool);
        int gpus = retirement == null
                ? 0
                : (int) Math.round(retirement.planned().get(number).gpus().value());
        return cohorts.takeOldest(pool, gpus);
    }

    /** GPUs of a pool came free: those that are due leave before anybody else can have them. */
    void freed(int pool) {
        if (due[pool] + dueCaptive[pool] > 0) {
            leave(pool);
        }
    }

    /** Captive GPUs may have failed and leave once they are repaired. */
    private void leave(int pool) {
        int rentable = Math.min(due[pool], inventory.free(pool));
        int captive = Math.min(dueCaptive[pool], inventory.gpus(pool, PoolState.CAPTIVE));
        if (rentable + captive > 0) {
            due[pool] -= rentable;
            dueCaptive[pool] -= captive;
            retired[pool] += rentable + captive;
            energisation.remove(pool, rentable, captive);
        }
    }

    /** Rentable GPUs of a pool that will leave as soon as they are free. */
    int due(int pool) {
        return due[pool];
    }

    /** GPUs of a pool that have left. */
    long retired(int pool) {
        return retired[pool];
    }
}
