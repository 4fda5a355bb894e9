package straits.microworlds;

import java.util.function.IntToDoubleFunction;
import straits.market.Outcome;
import straits.market.Reason;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** What a run's books say, summed over periods; money in micro-USD. */
final class Books {

    private Books() {}

    static double overPeriods(Snapshot run, IntToDoubleFunction value) {
        double sum = 0;
        for (int period = 0; period < run.catalog().timeline().periods(); period++) {
            sum += value.applyAsDouble(period);
        }
        return sum;
    }

    static long requests(Snapshot run, int tenant, Outcome outcome) {
        return (long) overPeriods(run, period -> run.outcomes().requests(period, tenant, outcome));
    }

    static long requests(Snapshot run, int tenant) {
        long sum = 0;
        for (Outcome outcome : Outcome.values()) {
            sum += requests(run, tenant, outcome);
        }
        return sum;
    }

    static long revenueMicroUsd(Snapshot run, int pool, boolean committed) {
        return Math.round(overPeriods(run, period -> run.billing().revenueUsd(period, pool, committed)) * 1e6);
    }

    static double soldGpuHours(Snapshot run, int pool, boolean committed) {
        return overPeriods(run, period -> run.billing().soldGpuHours(period, pool, committed));
    }

    static double gpuHours(Snapshot run, int pool, PoolState state) {
        return overPeriods(run, period -> run.inventory().gpuHours(period, pool, state));
    }

    static double heldGpuHours(Snapshot run, int tenant, int chip) {
        return overPeriods(run, period -> run.metering().heldGpuHours(period, tenant, chip));
    }

    /** Hour at which a delivery of a pool that starts empty came into service, from its installed GPU-hours. */
    static double inServiceHour(Snapshot run, int pool, int gpus) {
        return run.catalog().timeline().measuredHours() - gpuHours(run, pool, PoolState.INSTALLED) / gpus;
    }

    static double reasonHours(Snapshot run, int anchor, Reason reason) {
        return overPeriods(
                run, period -> run.procurements().get(anchor).measures().reasonHours(period, reason));
    }
}
