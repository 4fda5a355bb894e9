package straits.cases;

import static straits.cases.Measures.requests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** S04, S05, S06, S08 and S10: who asks, who is admitted where, and who gives up. */
final class WhoMayAskTest {

    @Test
    void s04RequestsOfAClosedSetSeeAnotherMarketThanTimeDoes() {
        Case.of("S04", Case.textbook("s04-engset"), 30)
                .ratio("call congestion", 0.1166077739, 0.03, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("time congestion", 0.1432706223, 0.03, Measures::fullHours, Measures::hours)
                .ratio("busy GPUs", 2.170767004, 0.01, Measures::busyGpuHours, Measures::hours)
                .holds();
    }

    @Test
    void s05GpusAreHeldBackForContractTenants() {
        Case.of("S05", Case.textbook("s05-trunk-reservation"), 30)
                .ratio("refused contract", 0.0435672402, 0.04, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("refused walk-in", 0.3975510669, 0.02, s -> refused(s, 1), s -> requests(s, 1))
                .ratio("busy GPUs", 6.837975705, 0.005, Measures::busyGpuHours, Measures::hours)
                .holds();
    }

    @Test
    void s06WhoFindsTheFirstProviderFullOverflowsToTheSecond() {
        Occupancy second = new Occupancy(1, 50);
        Case.of("S06", Case.textbook("s06-overflow"), 30)
                .watchedBy(second)
                .ratio("overflow rate", 2.145823431, 0.02, s -> second.last().begun() + refused(s, 0), Measures::hours)
                .ratio("lost/requests", 0.03649694547, 0.03, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("busy at 1", 7.854176569, 0.005, s -> busy(s, 0), Measures::hours)
                .ratio("busy at 2", 1.780853976, 0.02, s -> busy(s, 1), Measures::hours)
                .holds();
    }

    @Test
    void s06WhatOverflowsIsPeaked() {
        Occupancy second = new Occupancy(1, 50);
        String wide = Case.textbook("s06-overflow").replace("installed: 5 GPUs", "installed: 100 GPUs");
        Case.of("S06/wide", wide, 30)
                .watchedBy(second)
                .mean(
                        "peakedness",
                        2.032994522,
                        0.03,
                        s -> second.last().variance() / second.last().mean())
                .holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a; {exponential: {mean: 1 h}}; 1 H100e; 31.07479359; 0.005",
                "b; 1 h; 1 H100e; 40; 0.005",
                "c; {pareto: {shape: 2.5, scale: 0.6 h}}; 1 H100e; 35.95228459; 0.005",
                "d; 1 h; {discrete: {1 H100e: 0.4, 2 H100e: 0.3, 4 H100e: 0.2, 8 H100e: 0.1}}; 104; 0.008"
            })
    void s08AnEmptyProviderFillsAsTheTransientLawSays(String id, String law, String size, double mean, double share) {
        Case.of("S08" + id, transientWorld(law, size), 40_000)
                .mean("mean busy at 1.5 h", mean, share, WhoMayAskTest::busyAtEnd)
                .holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a; {exponential: {mean: 1 h}}; 1 H100e; 31.07479359",
                "d; 1 h; {discrete: {1 H100e: 0.4, 2 H100e: 0.3, 4 H100e: 0.2, 8 H100e: 0.1}}; 448"
            })
    void s08SpreadsAsACompoundPoissonNumber(String id, String law, String size, double variance) {
        Case.of("S08" + id, transientWorld(law, size), 40_000)
                .variance("variance of busy at 1.5 h", variance, WhoMayAskTest::busyAtEnd);
    }

    @Test
    void s10ImpatientTenantsFollowThePalmTable() {
        Case.of("S10", Case.textbook("s10-erlang-a"), 30)
                .ratio("P(give up)", 0.03091224916, 0.04, s -> refused(s, 0), s -> requests(s, 0))
                .ratio(
                        "P(wait>0)",
                        0.4677740686,
                        0.02,
                        s -> s.outcomes().waited(0) + refused(s, 0),
                        s -> requests(s, 0))
                .ratio(
                        "mean wait incl. those who give up, min",
                        0.06182449832,
                        0.04,
                        s -> 60 * s.waitingHours(0),
                        s -> requests(s, 0))
                .ratio("mean queue", 2.96757592, 0.04, s -> s.waitingHours(0), Measures::hours)
                .ratio("utilisation", 0.9303242408, 0.005, s -> Measures.busyGpuHours(s) / 50, Measures::hours)
                .holds();
    }

    private static String transientWorld(String law, String size) {
        return Case.textbook("s08-transient")
                .replace("duration: {exponential: {mean: 1 h}}", "duration: " + law)
                .replace("size: 1 H100e", "size: " + size);
    }

    private static double refused(Snapshot snapshot, int tenant) {
        return requests(snapshot, tenant, Outcome.NO_CAPACITY);
    }

    private static double busy(Snapshot snapshot, int pool) {
        double sum = 0;
        for (int period = 0; period < snapshot.catalog().timeline().periods(); period++) {
            sum += snapshot.inventory().gpuHours(period, pool, PoolState.LEASED);
        }
        return sum;
    }

    private static double busyAtEnd(Snapshot snapshot) {
        return snapshot.inventory().gpus(0, PoolState.LEASED);
    }
}
