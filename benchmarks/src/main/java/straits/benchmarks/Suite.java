package straits.benchmarks;

import static straits.benchmarks.Series.Pace.BRIEF;
import static straits.benchmarks.Series.Pace.COUNT;
import static straits.benchmarks.Series.Pace.ONCE;
import static straits.benchmarks.Series.Pace.STEADY;

import java.util.ArrayList;
import java.util.List;
import straits.benchmarks.Series.Pace;
import straits.benchmarks.baseline.Contestants;
import straits.benchmarks.baseline.Increments;
import straits.benchmarks.frequent.HoldBenchmark;
import straits.benchmarks.frequent.SamplerBenchmark;
import straits.benchmarks.targeted.ChoiceBenchmark;
import straits.benchmarks.targeted.GatekeeperBenchmark;
import straits.benchmarks.targeted.LedgerBenchmark;
import straits.benchmarks.targeted.MeteringBenchmark;
import straits.benchmarks.whole.AllocationBenchmark;
import straits.benchmarks.whole.GrowthBenchmark;
import straits.benchmarks.whole.MemoryBenchmark;
import straits.benchmarks.whole.ReplicationBenchmark;

/** All that is measured. */
final class Suite {

    private Suite() {}

    static List<Series> all() {
        List<Series> series = new ArrayList<>(frequent());
        series.addAll(targeted());
        series.addAll(whole());
        return series;
    }

    /** Three contestants run everything; the others show where they stand, and the slowest only where it ends. */
    private static List<Series> frequent() {
        Object[] main = {Contestants.STRAITS, Contestants.SSJ_SPLAY_TREE, Contestants.PRIORITY_QUEUE};
        List<Object> others = new ArrayList<>(List.of(
                Contestants.SSJ_HENRIKSEN,
                Contestants.SSJ_RED_BLACK_TREE,
                Contestants.SSJ_BINARY_TREE,
                Contestants.AGRONA_TIMER_WHEEL));
        if (Contestants.CLOUDSIM_PLUS.available()) {
            others.add(Contestants.CLOUDSIM_PLUS);
        }
        return List.of(
                hold(STEADY, 0, main),
                hold(BRIEF, 20, main).with("increments", Increments.EXPONENTIAL),
                hold(BRIEF, 0, others.toArray()).with("increments", Increments.EXPONENTIAL),
                hold(BRIEF, 0, Contestants.SSJ_DOUBLY_LINKED)
                        .with("increments", Increments.EXPONENTIAL)
                        .with("pending", 100, 1_000),
                Series.of(SamplerBenchmark.class, BRIEF));
    }

    private static Series hold(Pace pace, int cancelledPercent, Object... contestants) {
        return Series.of(HoldBenchmark.class, pace)
                .with("contestant", contestants)
                .with("cancelledPercent", cancelledPercent)
                .inSmoke("pending", 100);
    }

    private static List<Series> targeted() {
        return List.of(
                Series.of(MeteringBenchmark.class, STEADY).inSmoke("leases", 1_000),
                Series.of(GatekeeperBenchmark.class, BRIEF),
                Series.of(ChoiceBenchmark.class, BRIEF),
                Series.of(LedgerBenchmark.class, BRIEF));
    }

    private static List<Series> whole() {
        return List.of(
                Series.of(ReplicationBenchmark.class, ONCE).inSmoke("days", 1),
                Series.of(GrowthBenchmark.class, ONCE).inSmoke("days", 4),
                Series.of(AllocationBenchmark.class, COUNT).inSmoke("days", 4).inSmoke("watched", 100_000),
                Series.of(MemoryBenchmark.class, COUNT).inSmoke("count", 10_000));
    }
}
