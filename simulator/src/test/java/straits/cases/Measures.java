package straits.cases;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** Readings of a snapshot that the cases share, summed over periods and pools. */
final class Measures {

    private Measures() {}

    static double hours(Snapshot snapshot) {
        return snapshot.catalog().timeline().measuredHours();
    }

    static double days(Snapshot snapshot) {
        return hours(snapshot) / 24;
    }

    static double requests(Snapshot snapshot, int tenant, Outcome outcome) {
        double sum = 0;
        for (int period = 0; period < periods(snapshot); period++) {
            sum += snapshot.outcomes().requests(period, tenant, outcome);
        }
        return sum;
    }

    static double requests(Snapshot snapshot, int tenant) {
        double sum = 0;
        for (Outcome outcome : Outcome.values()) {
            sum += requests(snapshot, tenant, outcome);
        }
        return sum;
    }

    static double overPeriods(Snapshot snapshot, IntToDoubleFunction value) {
        return IntStream.range(0, periods(snapshot)).mapToDouble(value).sum();
    }

    static double busyGpuHours(Snapshot snapshot) {
        double sum = 0;
        for (int period = 0; period < periods(snapshot); period++) {
            sum += snapshot.inventory().gpuHours(period, 0, PoolState.LEASED);
        }
        return sum;
    }

    static double fullHours(Snapshot snapshot) {
        double sum = 0;
        for (int period = 0; period < periods(snapshot); period++) {
            sum += snapshot.inventory().fullHours(period, 0);
        }
        return sum;
    }

    static double revenueUsd(Snapshot snapshot) {
        double sum = 0;
        for (int period = 0; period < periods(snapshot); period++) {
            sum += snapshot.billing().revenueUsd(period, 0, false)
                    + snapshot.billing().revenueUsd(period, 0, true);
        }
        return sum;
    }

    private static int periods(Snapshot snapshot) {
        return snapshot.catalog().timeline().periods();
    }
}
