package straits.supply;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.scenario.Quantity;
import straits.scenario.Retirement;
import straits.units.SimTime;

/** What went into service together at providers that retire GPUs, in order of age. */
final class Cohorts {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final List<Cohort> cohorts = new ArrayList<>();

    Cohorts(Catalog catalog, Scheduler scheduler) {
        this.catalog = catalog;
        this.scheduler = scheduler;
    }

    @Nullable
    Retirement retirement(int pool) {
        return catalog.provider(catalog.pools().provider(pool)).retirement();
    }

    /** Notes GPUs in service since a time, which may lie before the start, and schedules the end of their age. */
    void enter(int pool, int rentable, int captive, long sinceMicros) {
        Retirement retirement = retirement(pool);
        if (retirement == null) {
            return;
        }
        cohorts.add(new Cohort(pool, rentable, captive));
        Quantity age = retirement.age();
        if (age != null) {
            long at = Math.max(scheduler.nowMicros(), sinceMicros + SimTime.ofHours(age.value()));
            if (at < catalog.timeline().horizonMicros()) {
                scheduler.schedule(at, EventKind.RETIREMENT, pool, cohorts.size() - 1);
            }
        }
    }

    /** All that is left of one cohort. */
    Cohort takeAll(int number) {
        Cohort cohort = cohorts.get(number);
        return cohort.take(cohort.gpus());
    }

    /** Some GPUs of a pool, the oldest first; fewer if there are no more. */
    Cohort takeOldest(int pool, int gpus) {
        int rentable = 0;
        int captive = 0;
        for (Cohort cohort : cohorts) {
            if (cohort.pool() == pool) {
                Cohort taken = cohort.take(Math.min(gpus - rentable - captive, cohort.gpus()));
                rentable += taken.rentable();
                captive += taken.captive();
            }
        }
        return new Cohort(pool, rentable, captive);
    }
}
