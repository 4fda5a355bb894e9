package straits.benchmarks.report;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import straits.benchmarks.baseline.Contestants;
import straits.benchmarks.baseline.Increments;

/** The hold model: times, and ratios to this project's engine. */
final class Hold {

    private static final String BENCHMARK = "HoldBenchmark";
    private static final int[] PENDING = {100, 1_000, 10_000, 100_000, 1_000_000};

    private final Results results;

    Hold(Results results) {
        this.results = results;
    }

    private double nanos(Contestants contestant, int pending, Increments increments, int cancelledPercent) {
        return results.score(
                BENCHMARK,
                "contestant",
                contestant,
                "pending",
                pending,
                "increments",
                increments,
                "cancelledPercent",
                cancelledPercent);
    }

    /** How many times as long SSJ's default list takes. */
    double overDefault(int pending, Increments increments) {
        return nanos(Contestants.SSJ_SPLAY_TREE, pending, increments, 0) / ours(pending, increments);
    }

    /** How many times as long the fastest of the other contestants takes that keep the exact order. */
    double overBest(int pending, Increments increments) {
        double best = Stream.of(Contestants.values())
                .filter(each -> each != Contestants.STRAITS && each != Contestants.AGRONA_TIMER_WHEEL)
                .mapToDouble(each -> nanos(each, pending, increments, 0))
                .filter(nanos -> !Double.isNaN(nanos))
                .min()
                .orElse(Double.NaN);
        return best / ours(pending, increments);
    }

    private double ours(int pending, Increments increments) {
        return nanos(Contestants.STRAITS, pending, increments, 0);
    }

    /** The section; nothing where the hold model was not run. */
    String text() {
        return results.lacks(BENCHMARK)
                ? ""
                : "### Hold model\n\nNanoseconds per hold, exponential increments, by number of pending events. Agrona's timer "
                        + "wheel keeps no exact order.\n\n" + times(0)
                        + "\nThe same where every fifth hold also cancels another event and schedules it anew:\n\n"
                        + times(20)
                        + "\nHow many times as long SSJ's default list (first) and the fastest other with exact order (second; of all "
                        + "for exponential increments, else of SSJ's default list and `PriorityQueue`) take, by increments:\n\n"
                        + ratios() + "\nThis project's engine, by increments, in nanoseconds per hold:\n\n" + own()
                        + "\nSpread between the two JVMs of a case: at most " + Markdown.number(100 * mostSpread())
                        + " % for this project's engine.\n";
    }

    private Markdown times(int cancelledPercent) {
        Markdown table = table("engine");
        for (Contestants each : Contestants.values()) {
            if (results.row(BENCHMARK, "contestant", each, "cancelledPercent", cancelledPercent)
                    .isPresent()) {
                row(table, each.name(), pending -> nanos(each, pending, Increments.EXPONENTIAL, cancelledPercent));
            }
        }
        return table;
    }

    private Markdown own() {
        Markdown table = table("increments");
        for (Increments each : Increments.values()) {
            row(table, each.name(), pending -> ours(pending, each));
        }
        return table;
    }

    private Markdown ratios() {
        Markdown table = table("increments");
        for (Increments each : Increments.values()) {
            Stream<String> cells = IntStream.of(PENDING)
                    .mapToObj(pending -> Markdown.ratio(overDefault(pending, each)) + ", "
                            + Markdown.ratio(overBest(pending, each)));
            table.row(
                    Stream.concat(Stream.of(Markdown.words(each.name())), cells).toList());
        }
        return table;
    }

    private static Markdown table(String first) {
        List<String> columns = Stream.concat(
                        Stream.of(first), IntStream.of(PENDING).mapToObj(Markdown::number))
                .toList();
        return new Markdown(columns);
    }

    private static void row(Markdown table, String name, IntToDoubleFunction nanos) {
        table.row(Markdown.words(name), IntStream.of(PENDING).mapToDouble(nanos));
    }

    private double mostSpread() {
        return results.rows(BENCHMARK, "contestant", Contestants.STRAITS)
                .mapToDouble(Row::spreadFraction)
                .max()
                .orElse(Double.NaN);
    }
}
