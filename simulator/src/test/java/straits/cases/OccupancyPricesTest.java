package straits.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.market.Outcome;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;
import straits.units.SimTime;

/**
 * S21, prices by number busy; S22, the prices that policy iteration finds best, by number busy, against the best fixed price, on the
 * same random numbers, and against a search over fixed prices.
 */
class OccupancyPricesTest {

    private static final String FIXED = Case.textbook("s22-best-fixed-price");
    private static final String OPTIMAL = Case.textbook("s22-congestion-price");

    private static String priced(String pricing) {
        return FIXED.replace("on_demand: 1.21646374 ", "on_demand: 1 ")
                .replace("    owner_class: local\n", "    owner_class: local\n    pricing: " + pricing + "\n");
    }

    private static final String STEPS = priced(
            "{policy: occupancy, steps: {0 %: 1.07439, 20 %: 1.101996, 40 %: 1.151991, 60 %: 1.256989, 80 %: 1.54641}}");

    @Test
    void s21PricesByBusyGpusAreReadJustBeforeTheVisitorArrives() {
        Case.of("S21", Case.textbook("s21-busy-gpus"), 30)
                .ratio("revenue per h", 3.990567776, 0.01, Measures::revenueUsd, Measures::hours)
                .ratio(
                        "mean price of sold leases",
                        1.32058535,
                        0.005,
                        OccupancyPricesTest::soldUsd,
                        OccupancyPricesTest::served)
                .ratio(
                        "posted price while not full",
                        1.362089044,
                        0.005,
                        OccupancyPricesTest::priceHours,
                        s -> Measures.hours(s) - Measures.fullHours(s))
                .ratio("time full", 0.03750007055, 0.03, Measures::fullHours, Measures::hours)
                .ratio("busy GPUs", 3.02181739, 0.01, Measures::busyGpuHours, Measures::hours)
                .ratio(
                        "priced out",
                        0.7106818136,
                        0.01,
                        s -> Measures.requests(s, 0, Outcome.TOO_EXPENSIVE),
                        s -> Measures.requests(s, 0))
                .holds();
    }

    private static double served(Snapshot snapshot) {
        return Measures.requests(snapshot, 0, Outcome.SERVED);
    }

    /** Leases last an hour on average whatever their price, so that charges are prices sold, in the mean. */
    private static double soldUsd(Snapshot snapshot) {
        return Measures.revenueUsd(snapshot) / Measures.busyGpuHours(snapshot) * served(snapshot);
    }

    /** The integral of the posted price; the price of a full pool is 0, see the file. */
    private static double priceHours(Snapshot snapshot) {
        var timeline = snapshot.catalog().timeline();
        double sum = 0;
        for (int period = 0; period < timeline.periods(); period++) {
            long from = Math.max(timeline.periodStartMicros(period), timeline.warmUpMicros());
            double hours = SimTime.toHours(Math.max(0, timeline.periodEndMicros(period) - from));
            sum += hours == 0 ? 0 : hours * snapshot.prices().meanUsd(period, 0);
        }
        return sum;
    }

    @Test
    void s22PricesByNumberBusyEarnWhatPolicyIterationSays() {
        Case.of("S22", OPTIMAL, 200)
                .ratio("revenue per h, O", 2.732048021, 0.01, Measures::revenueUsd, Measures::hours)
                .holds();
        Case.of("S22", FIXED, 200)
                .ratio("revenue per h, F", 2.709392157, 0.01, Measures::revenueUsd, Measures::hours)
                .holds();
    }

    /** The same prices as steps of utilisation, written out to six digits, give every lease the same price to a micro-dollar or two. */
    @Test
    void solvedPricesAndThoseOfTheCaseEarnTheSame() {
        Draw draw = new Draw("S22/1", 0);

        assertThat(revenuePerHour(Case.load(STEPS), draw))
                .isCloseTo(revenuePerHour(Case.load(OPTIMAL), draw), within(1e-5));
    }

    /** The check {@code upper}: a search over fixed prices whose best had a 99.9 % limit above the optimum would be too good. */
    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.18, 1.21646374, 1.26, 1.35})
    void s22NoFixedPriceBeatsThem(double price) {
        World world = Case.load(FIXED.replace("on_demand: 1.21646374 ", "on_demand: " + price + " "));
        SummaryStatistics revenue = new SummaryStatistics();
        for (int replication = 0; replication < 200; replication++) {
            revenue.addValue(revenuePerHour(world, new Draw("S22/1", replication)));
        }
        double t = new TDistribution(199).inverseCumulativeProbability(0.999);

        assertThat(revenue.getMean() - t * revenue.getStandardDeviation() / Math.sqrt(200))
                .as("lower 99.9 %% limit at %s", price)
                .isLessThan(2.732048021);
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
        String waiting = STEPS.replace("price_basis: locked", "price_basis: locked\n    waits_for_price: true");
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
        var loaded = ScenarioReader.read("case.yaml", STEPS, RegimeLibrary.NONE).orThrow();
        var again = ScenarioReader.read(
                        "again.yaml", straits.scenario.file.ScenarioWriter.text(loaded), RegimeLibrary.NONE)
                .orThrow();
        assertThat(again.scenario().providers()).isEqualTo(loaded.scenario().providers());
        assertThat(new Catalog(again.scenario()).providers().size()).isEqualTo(1);
    }
}
