package straits.experiments.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.market.bargaining.NegotiationMeasures.Sum;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.ScenarioWriter;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;

/** Prices in worlds of the textbook that one run shows exactly: by number busy, and of alternating offers. */
final class SolvedPricesTest {

    private static final Textbook FIXED = Textbook.of("s22-best-fixed-price");
    private static final Textbook STEPS = priced(
            "{policy: occupancy, steps: {0 %: 1.07439, 20 %: 1.101996, 40 %: 1.151991, 60 %: 1.256989, 80 %: 1.54641}}");

    private static Textbook priced(String pricing) {
        return FIXED.with("on_demand: 1.21646374 ", "on_demand: 1 ")
                .with("    owner_class: local\n", "    owner_class: local\n    pricing: " + pricing + "\n");
    }

    private static Seen<Observer> run(Textbook book, String seed) {
        Simulation checked = Simulation.checked(book.world(), new Draw(seed, 0), new LadderQueue(), 1);
        return new Seen<>(checked.run(), new Observer() {});
    }

    /** The same prices as steps of utilisation, written out to six digits, give every lease the same price to a micro-dollar or two. */
    @Test
    void solvedPricesAndThoseOfTheCaseEarnTheSame() {
        Seen<Observer> steps = run(STEPS, "S22/1");
        Seen<Observer> solved = run(Textbook.of("s22-congestion-price"), "S22/1");

        assertThat(Measures.revenueUsd(steps) / Measures.hours(steps))
                .isCloseTo(Measures.revenueUsd(solved) / Measures.hours(solved), within(1e-5));
    }

    /** One GPU for an hour at the first price, the next at the second, and the first again when both have left. */
    @Test
    void thePriceFollowsEveryLeaseAtOnce() {
        Textbook book = priced("{policy: occupancy, steps: {0 %: 1, 40 %: 2}}")
                .with("willingness: {exponential: {mean: 1 USD per H100e-hour}}", "willingness: 5 USD per H100e-hour")
                .with("duration: {exponential: {mean: 1 h}}", "duration: 1000000 h")
                .with("warm_up: 100 h", "warm_up: 0 h")
                .with("installed: 5 GPUs", "installed: 4 GPUs");
        var leases = run(book, "1").run().metering().leases();
        assertThat(List.of(0, 1, 2, 3))
                .extracting(leases::microUsdPerGpuHour)
                .containsExactly(1_000_000L, 1_000_000L, 2_000_000L, 2_000_000L);
    }

    @Test
    void whatIsWrongWithStepsIsSaid() {
        assertThat(faults("{policy: occupancy}")).contains("occupancy needs steps");
        assertThat(faults("{policy: occupancy, steps: {10 %: 1}}")).contains("from 0 %");
        assertThat(faults("{policy: occupancy, steps: {0 %: 1, 50 %: 2, 40 %: 3}}"))
                .contains("found 0.4; must be above the step before, 0.5");
        assertThat(faults("{policy: posted, steps: {0 %: 1}}")).contains("not with posted");
        assertThat(faults("{policy: occupancy, steps: {0 %: 1, 120 %: 2}}")).isNotEmpty();
        Textbook waiting = STEPS.with("price_basis: locked", "price_basis: locked\n    waits_for_price: true");
        assertThat(faults(waiting)).contains("waits_for_price is true");
    }

    private static String faults(String pricing) {
        return faults(priced(pricing));
    }

    private static String faults(Textbook book) {
        var faults = ScenarioReader.read("case.yaml", book.text(), RegimeLibrary.NONE)
                .faults();
        return faults.isEmpty() ? "" : faults.toString();
    }

    /** The effective scenario says the steps as they were written, and reads back the same. */
    @Test
    void theEffectiveScenarioKeepsTheSteps() {
        var loaded = ScenarioReader.read("case.yaml", STEPS.text(), RegimeLibrary.NONE)
                .orThrow();
        var again = ScenarioReader.read("again.yaml", ScenarioWriter.text(loaded), RegimeLibrary.NONE)
                .orThrow();
        assertThat(again.scenario().providers()).isEqualTo(loaded.scenario().providers());
    }

    /** Rubinstein's prices by the closed form, worked out apart, in whole micro-USD; 1.6 USD in the limit. */
    @ParameterizedTest
    @CsvSource({"0, 4, 1599562", "1, 8, 1599124", "2, 16, 1598248"})
    void theTenantsShareTendsToTwoThirds(int anchor, int days, long microUsd) {
        Seen<Observer> seen = run(Textbook.of("rubinstein"), "1");
        var talks = seen.run().procurements().get(anchor).measures().negotiations();
        double usd = Measures.overPeriods(seen, period -> talks.sum(period, 0, Sum.AGREED_USD));
        double hours = Measures.overPeriods(seen, period -> talks.sum(period, 0, Sum.GPU_HOURS));
        double share = (2.40 - usd / hours) / 1.20;
        double tenant = StrictMath.exp(-0.1 * days / 365);
        double provider = StrictMath.exp(-0.2 * days / 365);
        assertThat(share).isCloseTo((1 - provider) / (1 - tenant * provider), within(1e-6));
        assertThat(share - 2.0 / 3).isCloseTo(days / 365.0 / 30, within(2e-6));

        var leases = seen.run().metering().leases();
        assertThat(leases.activeCount()).isEqualTo(3);
        for (int lease = 0; lease < 3; lease++) {
            assertThat(leases.gpus(lease)).isEqualTo(1000);
            if (leases.tenant(lease) == anchor) {
                assertThat(leases.microUsdPerGpuHour(lease)).isEqualTo(microUsd);
            }
        }
    }
}
