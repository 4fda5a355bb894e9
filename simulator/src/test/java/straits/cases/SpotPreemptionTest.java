package straits.cases;

import static straits.cases.Measures.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.market.Outcome;
import straits.market.spot.SpotMeasures.Flow;
import straits.simulation.Snapshot;

/** S07: spot leases that on-demand tenants end. */
final class SpotPreemptionTest {

    private static final int ON_DEMAND = 0;
    private static final int SPOT = 1;

    /** On-demand tenants see Erlang B with 5 erlangs, all see it with 11, whoever has to go. */
    @ParameterizedTest
    @ValueSource(strings = {"lowest_bid", "newest", "oldest"})
    void s07OnDemandEndsOneSpotLeaseWhoeverHasToGo(String victims) throws IOException {
        String text = Files.readString(Path.of("../experiments/scenarios/textbook/s07-spot-preemption.yaml"));
        Case.of("S07/" + victims, text.replace("victims: lowest_bid", "victims: " + victims), 30)
                .ratio(
                        "on-demand refused",
                        0.01838457034,
                        0.04,
                        s -> refused(s, ON_DEMAND),
                        s -> requests(s, ON_DEMAND))
                .ratio("spot refused", 0.2595803279, 0.02, s -> refused(s, SPOT), s -> requests(s, SPOT))
                .ratio(
                        "P(killed | admitted)",
                        0.2714628908,
                        0.02,
                        s -> flow(s, Flow.RECLAIMED_FOR_DEMAND),
                        s -> flow(s, Flow.STARTED))
                .ratio("P(completes)", 0.5394232075, 0.01, s -> flow(s, Flow.COMPLETED), s -> requests(s, SPOT))
                .ratio("busy by spot", 3.236539245, 0.01, SpotPreemptionTest::spotGpuHours, Measures::hours)
                .holds();
    }

    private static double refused(Snapshot snapshot, int tenant) {
        return requests(snapshot, tenant, Outcome.NO_CAPACITY);
    }

    private static double flow(Snapshot snapshot, Flow flow) {
        double sum = 0;
        for (int period = 0; period < snapshot.catalog().timeline().periods(); period++) {
            sum += snapshot.spot().count(period, SPOT, 0, flow);
        }
        return sum;
    }

    private static double spotGpuHours(Snapshot snapshot) {
        double sum = 0;
        for (int period = 0; period < snapshot.catalog().timeline().periods(); period++) {
            sum += snapshot.billing().chargedGpuHours(period, SPOT, 0);
        }
        return sum;
    }
}
