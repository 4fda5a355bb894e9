package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.tenants;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** Requests that try again, and tenants that ask again and again. An anchor holds all ten GPUs until hour 5. */
final class ReturningTest {

    private static final double END = 20;
    private static final Offset<Double> MICROSECOND = within(1e-8);
    private static final Arrival EARLY = Arrival.between(1, 1.5, END);

    private static Micro full(String rest) {
        return Micro.world()
                .with("horizon", "20 h")
                .with("tenant_classes", "{" + EARLY.asking("1 H100e", "3 h", rest) + "}")
                .with("anchors", "{holder: " + holder(10, "5 h", 1, 1e9) + "}");
    }

    @Test
    void triesAgainUntilServedAsOneRequest() {
        Snapshot run = full("retrial: {after: 1 h}").run();

        double servedAt = EARLY.hour() + Math.ceil(5 - EARLY.hour());
        assertThat(requests(run, 0)).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(1);
        assertThat(EARLY.hour() + run.outcomes().waitHours(0).mean()).isCloseTo(servedAt, MICROSECOND);
        assertThat(run.outcomes().everArrived()).isEqualTo(1);
        // It stands in no line meanwhile.
        assertThat(run.waitingHours(0)).isZero();
    }

    /** Attempts at 1.x, 2.x and 3.x; those at 4.x and 5.x, when GPUs are free, come only with more. */
    @ParameterizedTest
    @CsvSource({"2, NO_CAPACITY", "3, NO_CAPACITY", "4, SERVED"})
    void givesUpAfterTheMostAttempts(int most, Outcome outcome) {
        Snapshot run = full("retrial: {after: 1 h, most: " + most + "}").run();

        assertThat(requests(run, 0, outcome)).isEqualTo(1);
        assertThat(requests(run, 0)).isEqualTo(1);
    }

    @Test
    void withoutProbabilityNobodyComesAgain() {
        Snapshot run = full("retrial: {after: 1 h, probability: 0}").run();

        assertThat(requests(run, 0, Outcome.NO_CAPACITY)).isEqualTo(1);
    }

    @Test
    void whoWouldComeAgainAfterTheEndIsStillWaiting() {
        Snapshot run = full("retrial: {after: 1 years}").run();

        assertThat(requests(run, 0, Outcome.STILL_WAITING)).isEqualTo(1);
    }

    /** Waits 30 minutes at each attempt, half an hour from attempt to end and one to the next: attempts every 1.5 h. */
    @Test
    void patienceBeginsAnewWithEachAttempt() {
        Snapshot run = full("patience: 30 min, retrial: {after: 1 h}").run();

        double attempts = Math.ceil((4.5 - EARLY.hour()) / 1.5);
        double servedAt = Math.max(5, EARLY.hour() + 1.5 * attempts);
        assertThat(EARLY.hour() + run.outcomes().waitHours(0).mean()).isCloseTo(servedAt, MICROSECOND);
        assertThat(run.waitingHours(0))
                .isCloseTo(0.5 * attempts + servedAt - EARLY.hour() - 1.5 * attempts, MICROSECOND);
    }

    @Test
    void aPriceTooHighIsTriedAgainWhenItMayHaveFallen() {
        Snapshot run = full("willingness: 1 USD per H100e-hour, retrial: {after: 1 h, most: 3}")
                .run();

        assertThat(requests(run, 0, Outcome.TOO_EXPENSIVE)).isEqualTo(1);
    }

    /** Each of two members: think 2 h, hold 3 h, think 2 h, ...: asks at 2, 7, 12, 17. */
    @Test
    void membersThinkAskAndHoldInTurn() {
        Snapshot run = Micro.world()
                .with("horizon", "20 h")
                .with("tenant_classes", "{members: " + population("1 H100e", 2) + "}")
                .run();

        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(8);
        assertThat(Books.gpuHours(run, 0, PoolState.LEASED)).isCloseTo(2 * (3 + 3 + 3 + 3), MICROSECOND);
    }

    /** Eleven GPUs never fit: each member is refused at once and thinks again, at 2, 4, ..., 18. */
    @Test
    void whoIsRefusedThinksAgain() {
        Snapshot run = Micro.world()
                .with("horizon", "20 h")
                .with("tenant_classes", "{members: " + population("11 H100e", 2) + "}")
                .run();

        assertThat(requests(run, 0, Outcome.NO_CAPACITY)).isEqualTo(18);
    }

    private static String population(String size, int tenants) {
        return "{home: MY, population: {tenants: " + tenants + ", think: 2 h}, size: " + size
                + ", duration: 3 h, willingness: 9 USD per H100e-hour}";
    }

    private static Micro two(String rest) {
        return Micro.world()
                .with("horizon", "10 days")
                .with(
                        "tenant_classes",
                        "{one: " + tenants("{rate: 2 per hour}", "1 H100e", "{exponential: {mean: 9 h}}", rest)
                                + ", other: " + tenants("{rate: 1 per hour}", "1 H100e", "3 h", "patience: 1 h") + "}");
    }

    /** Each mechanism of one class: no draw of another key changes, and none of its own class but its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retrial: {after: {exponential: {mean: 1 h}}, probability: 0.8, most: 9} | retry",
                "reserve_gpus: 3 | nothing",
                "choice: {rule: listed, providers: [cloud]} | nothing"
            })
    void leavesAllOtherDrawsAsTheyAre(String mechanism, String own) {
        Map<String, Double> with = new TreeMap<>(RecordedDraws.of(two(mechanism)));
        Map<String, Double> without = RecordedDraws.of(two(""));

        with.keySet().removeIf(key -> key.startsWith(own));
        assertThat(with).isEqualTo(without);
    }

    @Test
    void aPopulationLeavesTheDrawsOfOthersAsTheyAre() {
        String alone = "{other: " + tenants("{rate: 1 per hour}", "1 H100e", "3 h", "patience: 1 h") + "}";
        String beside = alone.replace("{other", "{members: " + population("4 H100e", 7) + ", other");
        Map<String, Double> with = new TreeMap<>(
                RecordedDraws.of(Micro.world().with("horizon", "10 days").with("tenant_classes", beside)));

        assertThat(with.keySet().removeIf(key -> key.startsWith("member"))).isTrue();
        assertThat(with)
                .isEqualTo(RecordedDraws.of(
                        Micro.world().with("horizon", "10 days").with("tenant_classes", alone)));
    }
}
