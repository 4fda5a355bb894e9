package straits.cases;

import static straits.cases.Measures.requests;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.market.Outcome;
import straits.simulation.Snapshot;

/** S01, S02, S03, S09, S20 and the fixed prices of S22: markets that queueing theory solves. */
final class LossAndWaitingTest {

    @Test
    void s01OneProviderLosesRequestsByErlangB() {
        Case.of("S01", Case.textbook("s01-erlang-b"), 30)
                .ratio("refused/requests", 0.009795639420064077, 0.04, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("busy GPUs", 11.88245232695923, 0.005, Measures::busyGpuHours, Measures::hours)
                .ratio("time full", 0.009795639420064077, 0.04, Measures::fullHours, Measures::hours)
                .holds();
    }

    @Test
    void s02MixedSizesFollowKaufmanAndRoberts() {
        Case.of("S02", Case.textbook("s02-kaufman-roberts"), 30)
                .ratio("refused A", 26.0 / 151, 0.02, s -> refused(s, 0), s -> requests(s, 0))
                .ratio("refused B", 173.0 / 453, 0.02, s -> refused(s, 1), s -> requests(s, 1))
                .ratio("busy GPUs", 2.8918322295805736, 0.01, Measures::busyGpuHours, Measures::hours)
                .holds();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{exponential: {mean: 1 h}}",
                "1 h",
                "{lognormal: {median: 0.31622776601683794 h, ln_sigma: 1.5174271293851465}}",
                "{pareto: {shape: 2.5, scale: 0.6 h}}"
            })
    void s03OnlyTheMeanDurationMatters(String law) {
        boolean heavy = law.contains("lognormal");
        String text = Case.textbook("s03-insensitivity").replace("{exponential: {mean: 1 h}}", law);
        String longer = heavy ? text.replace("horizon: 17200 h", "horizon: 30500 h") : text;
        Case suite = Case.of("S03", longer, 30);
        List<Double> exact = List.of(0.07643775147297181, 0.15692085414685764, 0.3266247756364583, 0.6622577415599271);
        for (int size = 0; size < exact.size(); size++) {
            int tenant = size;
            suite.ratio("refused " + size, exact.get(size), 0.02, s -> refused(s, tenant), s -> requests(s, tenant));
        }
        suite.ratio("busy GPUs", 10.187473260208112, 0.005, Measures::busyGpuHours, Measures::hours)
                .holds();
    }

    @Test
    void s09TenantsWaitByErlangC() {
        Case.of("S09", Case.textbook("s09-erlang-c"), 30)
                .ratio("P(wait)", 0.1285336468, 0.02, s -> s.outcomes().waited(0), s -> requests(s, 0, Outcome.SERVED))
                .ratio("mean number waiting", 0.1051638928, 0.03, s -> s.waitingHours(0), Measures::hours)
                .ratio("mean time from request to end", 0.211684877, 0.01, LossAndWaitingTest::sojourn, s -> served(s))
                .mean(
                        "Var(wait)",
                        0.001987986737,
                        0.06,
                        s -> s.outcomes().waitHours(0).variance())
                .holds();
    }

    @Test
    void s20OnePostedPriceThinsTheArrivals() {
        Case.of("S20", Case.textbook("s20-posted-price"), 30)
                .ratio("revenue per h", 6.911493575, 0.01, Measures::revenueUsd, Measures::hours)
                .ratio("accepted/visitors", 0.287978899, 0.01, s -> served(s), s -> requests(s, 0))
                .ratio("time full", 0.04387638418, 0.04, Measures::fullHours, Measures::hours)
                .ratio("busy GPUs", 5.759577979, 0.01, Measures::busyGpuHours, Measures::hours)
                .holds();
    }

    /** The best fixed price, 1.21646374, among others: none earns the 2.732048021 of prices that follow the number busy. */
    @ParameterizedTest
    @CsvSource({"1, 2.63340008", "1.1, 2.688322996", "1.21646374, 2.709392157", "1.35, 2.685054977", "1.5, 2.609024444"
    })
    void s22FixedPricesEarnWhatTheLossFormulaSays(String price, double revenue) {
        String text = Case.textbook("s20-posted-price")
                .replace("horizon: 3450 h", "horizon: 6100 h")
                .replace("on_demand: 1.2 ", "on_demand: " + price + " ")
                .replace("installed: 10 GPUs", "installed: 5 GPUs")
                .replace("rate: 20 per hour", "rate: 8 per hour");
        Case.of("S22/" + price, text, 60)
                .ratio("revenue per h", revenue, 0.008, Measures::revenueUsd, Measures::hours)
                .holds();
    }

    private static double refused(Snapshot snapshot, int tenant) {
        return requests(snapshot, tenant, Outcome.NO_CAPACITY);
    }

    private static double served(Snapshot snapshot) {
        return requests(snapshot, 0, Outcome.SERVED);
    }

    /** Total time in the system of those served: waiting, plus the leases' time. */
    private static double sojourn(Snapshot snapshot) {
        var waits = snapshot.outcomes().waitHours(0);
        return waits.mean() * waits.count() + Measures.busyGpuHours(snapshot);
    }
}
