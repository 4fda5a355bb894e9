package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.lease;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** The line: who is served when. Ten GPUs, of which an anchor holds some until known hours. */
final class WaitingTest {

    private static final double END = 20;
    private static final Offset<Double> MICROSECOND = within(1e-8);

    private static final Arrival FIRST = Arrival.between(1, 2, END);
    private static final Arrival SECOND = Arrival.between(2, 3, END);
    private static final Arrival THIRD = Arrival.between(3, 4, END);

    private static final String PATIENT = "patience: 1 years";

    private static Micro world(String waiting, List<String> holdings, String... classes) {
        String anchor = holder(1, "1 h", 1, 1e9).replace(lease(1, "1 h", 1), String.join(", ", holdings));
        return Micro.world()
                .with("horizon", "20 h")
                .with("market", "{waiting: " + waiting + "}")
                .with("tenant_classes", "{" + String.join(", ", classes) + "}")
                .with("anchors", "{holder: " + anchor + "}");
    }

    private static String held(int gpus, String remaining) {
        return lease(gpus, remaining, 1);
    }

    private static String wants(Arrival who, int gpus, String rest) {
        return who.asking(gpus + " H100e", "1 years", rest);
    }

    private static double servedAt(Snapshot run, int tenant, Arrival who) {
        assertThat(requests(run, tenant, Outcome.SERVED)).isEqualTo(1);
        return who.hour() + run.outcomes().waitHours(tenant).mean();
    }

    /** Eight asked first, two second: six are held until hour 10 and two until hour 6, two are free. */
    @Test
    void underStrictFifoTheFirstInLineBlocksThoseBehindAndNewArrivals() {
        Snapshot run = world(
                        "fifo_strict",
                        List.of(held(6, "10 h"), held(2, "6 h")),
                        wants(FIRST, 8, PATIENT),
                        wants(SECOND, 2, PATIENT))
                .run();

        assertThat(servedAt(run, 0, FIRST)).isCloseTo(10, MICROSECOND);
        assertThat(servedAt(run, 1, SECOND)).isCloseTo(10, MICROSECOND);
        assertThat(run.outcomes().waited(1)).isEqualTo(1);
    }

    @Test
    void backfillServesThoseBehindWhoFit() {
        Snapshot run = world(
                        "backfill",
                        List.of(held(6, "10 h"), held(2, "6 h")),
                        wants(FIRST, 8, PATIENT),
                        wants(SECOND, 2, PATIENT),
                        wants(THIRD, 2, PATIENT))
                .run();

        // The second takes the two free GPUs, the third those of hour 6; so the first has 6 at hour 10, too few.
        assertThat(servedAt(run, 1, SECOND)).isCloseTo(SECOND.hour(), MICROSECOND);
        assertThat(servedAt(run, 2, THIRD)).isCloseTo(6, MICROSECOND);
        assertThat(requests(run, 0, Outcome.STILL_WAITING)).isEqualTo(1);
    }

    /** Hours at which four, three and two GPUs are served when four come free at hour 10 and six at hour 15. */
    @ParameterizedTest
    @CsvSource({"fifo_strict, 10, 15, 15", "backfill, 10, 15, 15", "smallest_first, 15, 15, 10"})
    void servesInTheOrderOfTheDiscipline(String waiting, double four, double three, double two) {
        Snapshot run = world(
                        waiting,
                        List.of(held(4, "10 h"), held(6, "15 h")),
                        wants(FIRST, 4, PATIENT),
                        wants(SECOND, 3, PATIENT),
                        wants(THIRD, 2, PATIENT))
                .run();

        assertThat(servedAt(run, 0, FIRST)).isCloseTo(four, MICROSECOND);
        assertThat(servedAt(run, 1, SECOND)).isCloseTo(three, MICROSECOND);
        assertThat(servedAt(run, 2, THIRD)).isCloseTo(two, MICROSECOND);
    }

    @Test
    void nobodyWaitsWhereRequestsAreLost() {
        Snapshot run = world("lost", List.of(held(6, "10 h")), wants(FIRST, 8, PATIENT), wants(SECOND, 4, PATIENT))
                .run();

        assertThat(requests(run, 0, Outcome.NO_CAPACITY)).isEqualTo(1);
        assertThat(requests(run, 1, Outcome.SERVED)).isEqualTo(1);
        assertThat(run.waitingHours(0)).isZero();
    }

    @Test
    void patienceEndsAWaitToTheMicrosecond() {
        Snapshot run = world("fifo_strict", List.of(held(6, "10 h")), wants(FIRST, 8, "patience: 3 h"))
                .run();

        assertThat(requests(run, 0, Outcome.NO_CAPACITY)).isEqualTo(1);
        assertThat(run.waitingHours(0)).isEqualTo(3);
    }

    @Test
    void capacityAtTheInstantPatienceEndsStillServes() {
        Snapshot run = world(
                        "fifo_strict",
                        List.of(held(6, "10 h")),
                        wants(FIRST, 8, "patience: " + (10 - FIRST.hour()) + " h"))
                .run();

        assertThat(servedAt(run, 0, FIRST)).isCloseTo(10, MICROSECOND);
    }

    @Test
    void whoeverGivesUpUnblocksThoseBehind() {
        Snapshot run = world(
                        "fifo_strict",
                        List.of(held(6, "10 h")),
                        wants(FIRST, 8, "patience: 3 h"),
                        wants(SECOND, 3, PATIENT))
                .run();

        assertThat(servedAt(run, 1, SECOND)).isCloseTo(FIRST.hour() + 3, MICROSECOND);
    }

    /** The first would take either chip and is served at hour 10 on the second one; that frees the way to the first one. */
    @Test
    void whoeverIsServedElsewhereUnblocksThoseBehind() {
        Snapshot run = world(
                        "fifo_strict",
                        List.of(held(6, "15 h"), held(10, "10 h").replace("h100", "h200")),
                        wants(FIRST, 8, PATIENT),
                        wants(SECOND, 3, PATIENT + ", chips: [h100]"),
                        wants(THIRD, 1, PATIENT + ", chips: [h100]"))
                .with("chips", "{h100: " + Micro.chip(1, 1) + ", h200: " + Micro.chip(1, 1) + "}")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, offers: {h100: {on_demand: 2 USD per GPU-hour}, h200: {on_demand: 2 USD per GPU-hour}},"
                                + " fleet: [{site: johor, chip: h100, installed: 10 GPUs}, {site: johor, chip: h200, installed: 10 GPUs}]}}")
                .run();

        assertThat(servedAt(run, 0, FIRST)).isCloseTo(10, MICROSECOND);
        assertThat(servedAt(run, 1, SECOND)).isCloseTo(10, MICROSECOND);
        assertThat(servedAt(run, 2, THIRD)).isCloseTo(10, MICROSECOND);
    }

    /** Four GPUs are free at 3 USD and four at 2 USD; the first in line wants eight of either and gives up after three hours. */
    @Test
    void whoeverMovesUpTakesTheCheapestOfWhatItMoved() {
        Snapshot run = world(
                        "fifo_strict",
                        List.of(held(6, "1 years"), held(6, "1 years").replace("h100", "h200")),
                        wants(FIRST, 8, "patience: 3 h"),
                        wants(SECOND, 3, PATIENT))
                .with("chips", "{h100: " + Micro.chip(1, 1) + ", h200: " + Micro.chip(1, 1) + "}")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, offers: {h100: {on_demand: 3 USD per GPU-hour}, h200: {on_demand: 2 USD per GPU-hour}},"
                                + " fleet: [{site: johor, chip: h100, installed: 10 GPUs}, {site: johor, chip: h200, installed: 10 GPUs}]}}")
                .run();

        assertThat(servedAt(run, 1, SECOND)).isCloseTo(FIRST.hour() + 3, MICROSECOND);
        assertThat(run.inventory().gpus(0, PoolState.LEASED)).isEqualTo(6);
        assertThat(run.inventory().gpus(1, PoolState.LEASED)).isEqualTo(6 + 3);
    }

    @Test
    void whoWaitsAtTheEndIsCountedWaiting() {
        Snapshot run = world("fifo_strict", List.of(held(6, "1 years")), wants(FIRST, 8, PATIENT))
                .run();

        assertThat(requests(run, 0, Outcome.STILL_WAITING)).isEqualTo(1);
        assertThat(run.waitingHours(0)).isCloseTo(20 - FIRST.hour(), MICROSECOND);
        assertThat(Books.gpuHours(run, 0, PoolState.FREE)).isEqualTo(80);
    }

    /** Prices of 2 USD that move by e^(utilisation - target) at hours 5, 10 and 15. */
    private static Micro moving(String waiting, List<String> holdings, double target, String... classes) {
        return world(waiting, holdings, classes)
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {policy: utilisation, review: 5 h, target: "
                                + target
                                + ", sensitivity: 1}, offers: {h100: {on_demand: 2 USD per GPU-hour}},"
                                + " fleet: [{site: johor, chip: h100, installed: 10 GPUs}]}}");
    }

    /** Empty: 2 e^-0.5 = 1.213 from hour 5, 0.736 from hour 10. */
    @Test
    void whoWaitsForAPriceIsServedAtTheReviewThatBringsIt() {
        Snapshot run = moving(
                        "fifo_strict",
                        List.of(held(1, "1 s")),
                        0.5,
                        wants(FIRST, 1, PATIENT + ", willingness: 1 USD per H100e-hour, waits_for_price: true"),
                        wants(SECOND, 1, PATIENT + ", willingness: 1 USD per H100e-hour"),
                        wants(THIRD, 1, "patience: 4 h, willingness: 1 USD per H100e-hour, waits_for_price: true"))
                .run();

        assertThat(servedAt(run, 0, FIRST)).isCloseTo(10, MICROSECOND);
        assertThat(requests(run, 1, Outcome.TOO_EXPENSIVE)).isEqualTo(1);
        assertThat(run.waitingHours(1)).isZero();
        assertThat(requests(run, 2, Outcome.TOO_EXPENSIVE)).isEqualTo(1);
        assertThat(run.waitingHours(2)).isEqualTo(4);
    }

    /** Full: 2 e^0.5 = 3.297 from hour 5. Two wait for GPUs and would pay 3; one of them also waits for a price. */
    @Test
    void whoWaitsForGpusLeavesWhenTheyBecomeTooDearUnlessItWaitsForAPrice() {
        Snapshot run = moving(
                        "fifo_strict",
                        List.of(held(10, "8 h")),
                        0.5,
                        wants(FIRST, 1, PATIENT + ", willingness: 3 USD per H100e-hour"),
                        wants(SECOND, 1, PATIENT + ", willingness: 3 USD per H100e-hour, waits_for_price: true"))
                .run();

        assertThat(requests(run, 0, Outcome.TOO_EXPENSIVE)).isEqualTo(1);
        assertThat(run.waitingHours(0)).isCloseTo(5 - FIRST.hour(), MICROSECOND);
        // From hour 10 the price is 2 e^0.5 e^-0.5 = 2 again.
        assertThat(servedAt(run, 1, SECOND)).isCloseTo(10, MICROSECOND);
    }
}
