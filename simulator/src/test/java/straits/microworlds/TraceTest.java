package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Books.requests;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import straits.market.Outcome;
import straits.market.inventory.PoolState;
import straits.simulation.Snapshot;

/** Requests from a table: ten GPUs of 2 USD, 10 hours. */
final class TraceTest {

    private static final String HEADER = "arrival_hours,gpus,hours,chips,price_limit_usd_per_gpu_hour";

    private static String rows(String... rows) {
        return "\"" + HEADER + "\\n" + String.join("\\n", rows) + "\\n\"";
    }

    private static String tenants(String trace, String rest) {
        return "{jobs: {home: MY, trace: {rows: " + trace + rest
                + "}, size: 1 H100e, duration: 1 h, willingness: 9 USD per H100e-hour}}";
    }

    private static Micro world(String rest, String... rows) {
        return Micro.world().with("market", "{waiting: lost}").with("tenant_classes", tenants(rows(rows), rest));
    }

    @Test
    void everyRowComesAtItsTimeAndLastsItsHours() {
        Micro world = world("", "0,4,2,,", "1.5,6,3,,", "1.5,1,1,,", "9,2,5,,");
        Snapshot run = world.run();

        assertThat(new RequestTimes().of(world)).containsExactly(0.0, 1.5, 9.0);
        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(3);
        assertThat(requests(run, 0, Outcome.NO_CAPACITY)).isEqualTo(1);
        assertThat(Books.gpuHours(run, 0, PoolState.LEASED)).isCloseTo(4 * 2 + 6 * 3 + 2 * 1, within(1e-9));
        // What is read is not drawn.
        assertThat(run.drawnDemandH100eHours()).isZero();
    }

    @Test
    void aRowPaysItsLimitAndOthersAsTheyDraw() {
        Snapshot run = world("", "0,1,1,,1.99", "1,1,1,,2", "2,1,1,,").run();

        assertThat(requests(run, 0, Outcome.TOO_EXPENSIVE)).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(2);
    }

    /** A GPU of the trace is half an H100: 6 of them are 3, and 0.99 USD each is 1.98 for one. */
    @Test
    void gpusOfTheTraceMayBeSlower() {
        Snapshot run = world(", h100e_per_gpu: 0.5 H100e per GPU", "0,6,1,,1", "2,6,1,,0.99")
                .run();

        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.TOO_EXPENSIVE)).isEqualTo(1);
        assertThat(Books.gpuHours(run, 0, PoolState.LEASED)).isCloseTo(3, within(1e-9));
    }

    private static Micro twoChips(String waiting, String... rows) {
        return Micro.world()
                .with("market", "{waiting: " + waiting + "}")
                .with(
                        "chips",
                        "{h100: " + Micro.chip(10, 1) + ", b200: " + Micro.chip(20, 1) + ", v100: " + Micro.chip(1, 1)
                                + "}")
                .with(
                        "providers",
                        "{h: " + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 2 GPUs}") + ", b: "
                                + Micro.provider("b200", 3, "{site: johor, chip: b200, installed: 2 GPUs}") + "}")
                .with("tenant_classes", tenants(rows(rows), "").replace("size:", "patience: 1 years, size:"));
    }

    @Test
    void aRowAcceptsItsChipsOnly() {
        Snapshot run = twoChips("lost", "0,1,99,b200,", "1,1,99,h100;b200,", "2,1,99,v100,")
                .run();

        assertThat(run.inventory().gpus(1, PoolState.LEASED)).isEqualTo(1);
        assertThat(run.inventory().gpus(0, PoolState.LEASED)).isEqualTo(1);
        assertThat(requests(run, 0, Outcome.INCOMPATIBLE)).isEqualTo(1);
    }

    /** Both B200 are taken until hour 4; who wants one waits, whatever else is free. */
    @Test
    void whoWaitsWaitsForItsChipsOnly() {
        Snapshot run = twoChips("fifo_strict", "0,2,4,b200,", "1,1,1,b200,", "2,1,1,h100,")
                .run();

        assertThat(requests(run, 0, Outcome.SERVED)).isEqualTo(3);
        assertThat(run.outcomes().waited(0)).isEqualTo(1);
        assertThat(run.outcomes().waitHours(0).mean()).isCloseTo(3.0 / 3, within(1e-9));
    }

    /** Day 0 has one row at hour 1, day 1 two at hour 2 (26 h), day 2 none of its own but ends the trace. */
    @Test
    void resampledDaysKeepTheirPatternAndDifferByReplication() {
        Micro world = world(", mode: resampled", "1,1,0.1,,", "26,1,0.1,,", "26,1,0.1,,", "48,1,0.1,,")
                .with("horizon", "200 days");
        List<Double> hours = new RequestTimes().of(world);
        Map<Long, List<Double>> byDay = hours.stream()
                .collect(Collectors.groupingBy(hour -> (long) (hour / 24), TreeMap::new, Collectors.toList()));

        assertThat(byDay).hasSize(200);
        byDay.forEach((day, at) -> {
            List<Double> one = List.of(day * 24 + 1.0);
            List<Double> two = List.of(day * 24 + 2.0, day * 24 + 2.0);
            assertThat(at).isIn(one, two);
        });
        assertThat(byDay.values().stream().filter(day -> day.size() == 2).count())
                .isBetween(75L, 125L);
        assertThat(requests(world.runUnchecked(0), 0)).isEqualTo(hours.size());
        assertThat(requests(world.runUnchecked(1), 0)).isNotEqualTo(requests(world.runUnchecked(0), 0));
    }

    @Test
    void aTraceLeavesTheDrawsOfOthersAsTheyAre() {
        String other = "other: " + Micro.tenants("{rate: 1 per hour}", "1 H100e", "3 h", "patience: 1 h");
        String jobs = tenants(rows("1,3,4,,"), ", mode: resampled");
        Map<String, Double> with =
                RecordedDraws.of(Micro.world().with("tenant_classes", "{" + other + ", " + jobs.substring(1)));
        Map<String, Double> mine = new TreeMap<>(with);

        mine.keySet().removeIf(key -> key.startsWith("jobs:") || key.startsWith("trace-block"));
        assertThat(mine).isEqualTo(RecordedDraws.of(Micro.world().with("tenant_classes", "{" + other + "}")));
    }
}
