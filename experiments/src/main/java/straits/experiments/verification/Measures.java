package straits.experiments.verification;

import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import straits.market.Outcome;
import straits.market.failure.Outages;
import straits.market.inventory.PoolState;
import straits.market.lease.LeaseEnd;

/** Readings of a run that cases share, summed over the time after the warm-up. */
final class Measures {

    private Measures() {}

    static double hours(Seen<?> seen) {
        return seen.run().catalog().timeline().measuredHours();
    }

    static double days(Seen<?> seen) {
        return hours(seen) / 24;
    }

    static double overPeriods(Seen<?> seen, IntToDoubleFunction value) {
        return IntStream.range(0, seen.run().catalog().timeline().periods())
                .mapToDouble(value)
                .sum();
    }

    static double requests(Seen<?> seen, int tenant, Outcome outcome) {
        return overPeriods(seen, period -> seen.run().outcomes().requests(period, tenant, outcome));
    }

    static double requests(Seen<?> seen, int tenant) {
        double sum = 0;
        for (Outcome outcome : Outcome.values()) {
            sum += requests(seen, tenant, outcome);
        }
        return sum;
    }

    static double refused(Seen<?> seen, int tenant) {
        return requests(seen, tenant, Outcome.NO_CAPACITY);
    }

    static double served(Seen<?> seen) {
        return requests(seen, 0, Outcome.SERVED);
    }

    static double gpuHours(Seen<?> seen, int pool, PoolState state) {
        return overPeriods(seen, period -> seen.run().inventory().gpuHours(period, pool, state));
    }

    static double busyGpuHours(Seen<?> seen) {
        return gpuHours(seen, 0, PoolState.LEASED);
    }

    static double downGpuHours(Seen<?> seen) {
        return gpuHours(seen, 0, PoolState.DOWN);
    }

    static double upGpuHours(Seen<?> seen) {
        return gpuHours(seen, 0, PoolState.INSTALLED) - downGpuHours(seen);
    }

    static double fullHours(Seen<?> seen) {
        return overPeriods(seen, period -> seen.run().inventory().fullHours(period, 0));
    }

    /** GPUs at the end of the run. */
    static double gpusAtEnd(Seen<?> seen, PoolState state) {
        return seen.run().inventory().gpus(0, state);
    }

    static double revenueUsd(Seen<?> seen) {
        return overPeriods(
                seen,
                period -> seen.run().billing().revenueUsd(period, 0, false)
                        + seen.run().billing().revenueUsd(period, 0, true));
    }

    static double leases(Seen<?> seen, LeaseEnd end) {
        return seen.run().leasesEnded(end);
    }

    static Outages outages(Seen<?> seen) {
        return Objects.requireNonNull(seen.run().outages(), "nothing fails in this world");
    }
}
