package straits.market.lease;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.scenario.Failures;
import straits.scenario.Failures.LostWork;
import straits.units.SimTime;

/**
 * What tenants do with their leases between checkpoints, and what of it an interruption undoes. Of tenants whose leases keep their
 * length only the loss is known, on average half an interval and the restart; of those whose leases go on until the work is done, how
 * much is left is kept for each lease.
 */
final class Work {

    /** By tenant; empty without failures. */
    private final @Nullable LostWork[] tenants;

    private final boolean anyFinishes;

    /** By lease: work left after the last checkpoint; empty if no lease goes on until its work is done. */
    private long[] leftMicros = {};

    /** By lease: when it went on with its work, or will after a restart. */
    private long[] resumedMicros = {};

    Work(Catalog catalog) {
        Failures failures = catalog.scenario().failures();
        tenants = new LostWork[failures == null ? 0 : catalog.tenants().size()];
        for (int tenant = 0; tenant < tenants.length && failures != null; tenant++) {
            tenants[tenant] = failures.lostWork().get(catalog.tenants().slug(tenant));
        }
        anyFinishes = Arrays.stream(tenants).anyMatch(Work::finishes);
    }

    private static boolean finishes(@Nullable LostWork terms) {
        return terms != null && terms.finish();
    }

    /** Begins a lease and says how long it will take if nothing happens. */
    long begin(int lease, int tenant, long durationMicros, long now) {
        if (!anyFinishes) {
            return durationMicros;
        }
        if (lease >= leftMicros.length) {
            leftMicros = Arrays.copyOf(leftMicros, 2 * lease + 64);
            resumedMicros = Arrays.copyOf(resumedMicros, 2 * lease + 64);
        }
        leftMicros[lease] = durationMicros;
        resumedMicros[lease] = now;
        LostWork terms = tenants[tenant];
        return terms != null && terms.finish() ? withCheckpoints(terms, durationMicros) : durationMicros;
    }

    private static long withCheckpoints(LostWork terms, long workMicros) {
        long interval = intervalMicros(terms);
        long checkpoints = interval == Long.MAX_VALUE ? 0 : (workMicros + interval - 1) / interval;
        return workMicros + checkpoints * costMicros(terms);
    }

    private static long intervalMicros(LostWork terms) {
        return terms.checkpointInterval() == null
                ? Long.MAX_VALUE
                : SimTime.durationOfHours(terms.checkpointInterval().value());
    }

    private static long costMicros(LostWork terms) {
        return SimTime.ofHours(terms.checkpointCost().value());
    }

    /** Whether a tenant's leases go on until their work is done. */
    boolean finishes(int tenant) {
        return anyFinishes && finishes(tenants[tenant]);
    }

    /**
     * Undoes what was done since the last checkpoint of a lease and, unless it ends, begins its restart.
     *
     * @return the time lost, with that of the restart
     */
    long interrupt(LeaseBook leases, int lease, long now, boolean ends) {
        LostWork terms = tenants.length == 0 ? null : tenants[leases.tenant(lease)];
        if (terms == null) {
            return 0;
        }
        long restart = ends ? 0 : SimTime.ofHours(terms.restart().value());
        return restart + (terms.finish() ? undone(terms, lease, now, restart) : onAverage(terms, leases, lease, now));
    }

    private static long onAverage(LostWork terms, LeaseBook leases, int lease, long now) {
        long since = now - leases.signedMicros(lease);
        return terms.checkpointInterval() == null ? since : Math.min(since, intervalMicros(terms) / 2);
    }

    /** Time since the last checkpoint was taken, less what is left of a restart under way, which was counted before. */
    private long undone(LostWork terms, int lease, long now, long restart) {
        long goneBy = Math.max(0, now - resumedMicros[lease]);
        long restartLeft = Math.max(0, resumedMicros[lease] - now);
        long interval = intervalMicros(terms);
        long checkpoints = interval == Long.MAX_VALUE ? 0 : goneBy / (interval + costMicros(terms));
        long kept = checkpoints == 0 ? 0 : checkpoints * (interval + costMicros(terms));
        leftMicros[lease] -= checkpoints == 0 ? 0 : Math.min(leftMicros[lease], checkpoints * interval);
        resumedMicros[lease] = now + restart;
        return goneBy - kept - restartLeft;
    }

    /** The work left of a lease takes the longer, the fewer GPUs it keeps. */
    void slowDown(int lease, int gpusBefore, int gpusLeft) {
        leftMicros[lease] = Math.round((double) leftMicros[lease] * gpusBefore / gpusLeft);
    }

    /** When a lease whose work must be done ends if nothing more happens. */
    long endMicros(LeaseBook leases, int lease) {
        LostWork terms = tenants[leases.tenant(lease)];
        return terms == null
                ? leases.endMicros(lease)
                : resumedMicros[lease] + withCheckpoints(terms, leftMicros[lease]);
    }
}
