package straits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.World;

/** S22: the prices that policy iteration finds best, by number busy, against the best fixed price, on the same random numbers. */
class OccupancyPricesTest {

    private static final String SMALL = Case.textbook("s20-posted-price")
            .replace("horizon: 3450 h", "horizon: 1100 h")
            .replace("installed: 10 GPUs", "installed: 5 GPUs")
            .replace("rate: 20 per hour", "rate: 8 per hour");
    private static final String FIXED = SMALL.replace("on_demand: 1.2 ", "on_demand: 1.21646374 ");
    private static final String OPTIMAL = priced(
            "{policy: occupancy, steps: {0 %: 1.07439, 20 %: 1.101996, 40 %: 1.151991, 60 %: 1.256989, 80 %: 1.54641}}");

    private static String priced(String pricing) {
        return SMALL.replace("on_demand: 1.2 ", "on_demand: 1 ")
                .replace("    owner_class: local\n", "    owner_class: local\n    pricing: " + pricing + "\n");
    }

    @Test
    void pricesByNumberBusyEarnWhatPolicyIterationSays() {
        Case.of("S22/O", OPTIMAL, 200)
                .ratio("revenue per h", 2.732048021, 0.01, Measures::revenueUsd, Measures::hours)
                .holds();
    }

    /** By rule M on the difference: it covers the exact value, and its half-width is at most 30 % of it. */
    @Test
    void theyEarnMoreThanTheBestFixedPriceByWhatTheoryGives() {
        double exact = 0.02265586357;
        double[] estimate = difference("S22/1", 200);
        assertThat(estimate[1]).isLessThanOrEqualTo(0.3 * exact);
        if (Math.abs(estimate[0] - exact) > estimate[1]) {
            estimate = difference("S22/2", 800);
        }
        assertThat(Math.abs(estimate[0] - exact)).isLessThanOrEqualTo(estimate[1]);
        assertThat(estimate[0] - estimate[1]).as("a difference").isPositive();
    }

    private static double[] difference(String seed, int replications) {
        World optimal = Case.load(OPTIMAL);
        World fixed = Case.load(FIXED);
        SummaryStatistics differences = new SummaryStatistics();
        for (int replication = 0; replication < replications; replication++) {
            Draw draw = new Draw(seed, replication);
            differences.addValue(revenuePerHour(optimal, draw) - revenuePerHour(fixed, draw));
        }
        double error = differences.getStandardDeviation() / Math.sqrt(replications);
        double t = new TDistribution(replications - 1).inverseCumulativeProbability(0.9995);
        return new double[] {differences.getMean(), t * error};
    }

    private static double revenuePerHour(World world, Draw draw) {
        var snapshot = new Simulation(world, draw, new LadderQueue()).run();
        return Measures.revenueUsd(snapshot) / Measures.hours(snapshot);
    }

    /** One GPU for an hour at the first price, the next at the second, and the first again when both have left. */
    @Test
    void thePriceFollowsEveryLeaseAtOnce() {
        String text = priced("{policy: occupancy, steps: {0 %: 1, 40 %: 2}}")
                .replace(
                        "willingness: {exponential: {mean: 1 USD per H100e-hour}}", "willingness: 5 USD per H100e-hour")
                .replace("duration: {exponential: {mean: 1 h}}", "duration: 1000000 h")
                .replace("warm_up: 100 h", "warm_up: 0 h")
                .replace("installed: 5 GPUs", "installed: 4 GPUs");
        var snapshot = new Simulation(Case.load(text), new Draw("1", 0), new LadderQueue()).run();
        var leases = snapshot.metering().leases();
        assertThat(List.of(0, 1, 2, 3))
                .extracting(leases::microUsdPerGpuHour)
                .containsExactly(1_000_000L, 1_000_000L, 2_000_000L, 2_000_000L);
    }

    @Test
    void whatIsWrongWithStepsIsSaid() {
        assertThat(faults("{policy: occupancy}")).anyMatch(fault -> fault.contains("occupancy needs steps"));
        assertThat(faults("{policy: occupancy, steps: {10 %: 1}}")).anyMatch(fault -> fault.contains("from 0 %"));
        assertThat(faults("{policy: occupancy, steps: {0 %: 1, 50 %: 2, 40 %: 3}}"))
                .anyMatch(fault -> fault.contains("found 0.4; must be above the step before, 0.5"));
        assertThat(faults("{policy: posted, steps: {0 %: 1}}")).anyMatch(fault -> fault.contains("not with posted"));
        assertThat(faults("{policy: occupancy, steps: {0 %: 1, 120 %: 2}}")).isNotEmpty();
        String waiting = OPTIMAL.replace("price_basis: locked", "price_basis: locked\n    waits_for_price: true");
        assertThat(ScenarioReader.read("case.yaml", waiting, RegimeLibrary.NONE)
                        .faults()
                        .toString())
                .contains("waits_for_price is true");
    }

    private static List<String> faults(String pricing) {
        return ScenarioReader.read("case.yaml", priced(pricing), RegimeLibrary.NONE).faults().stream()
                .map(Object::toString)
                .toList();
    }

    /** The effective scenario says the steps as they were written, and reads back the same. */
    @Test
    void theEffectiveScenarioKeepsTheSteps() {
        var loaded =
                ScenarioReader.read("case.yaml", OPTIMAL, RegimeLibrary.NONE).orThrow();
        var again = ScenarioReader.read(
                        "again.yaml", straits.scenario.file.ScenarioWriter.text(loaded), RegimeLibrary.NONE)
                .orThrow();
        assertThat(again.scenario().providers()).isEqualTo(loaded.scenario().providers());
        assertThat(new Catalog(again.scenario()).providers().size()).isEqualTo(1);
    }
}
