package straits.benchmarks.report;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import straits.benchmarks.baseline.Queues;

/** Single parts: metering, samplers, gatekeeper, choice, ledger. */
final class Parts {

    private static final String METERING = "MeteringBenchmark";
    private static final String SAMPLERS = "SamplerBenchmark";
    private static final String GATEKEEPER = "GatekeeperBenchmark";
    private static final String CHOICE = "ChoiceBenchmark";
    private static final String LEDGER = "LedgerBenchmark";
    private static final double NANOS_PER_MICRO = 1_000;

    private final Results results;

    Parts(Results results) {
        this.results = results;
        refuseDifferentWorlds();
    }

    /** All queues must have brought the leases of a size to the same clock and the same books. */
    private void refuseDifferentWorlds() {
        Map<String, Set<Double>> outcomes = results.rows(METERING)
                .collect(Collectors.groupingBy(
                        row -> row.param("leases"),
                        Collectors.mapping(row -> row.counter("fingerprint"), Collectors.toSet())));
        outcomes.forEach((leases, different) -> {
            if (different.size() > 1) {
                throw new IllegalStateException("metering of " + leases + " leases: " + different.size()
                        + " different outcomes; every queue must give the same");
            }
        });
    }

    /** How many times as many GPU-hours as on SSJ, with its objects used again or made anew, whichever is faster there. */
    double overSsj(int leases) {
        double ssj = Math.max(gpuHoursPerMicro(leases, Queues.SSJ), gpuHoursPerMicro(leases, Queues.SSJ_REFERENCE));
        return gpuHoursPerMicro(leases, Queues.STRAITS) / ssj;
    }

    /** Millions of GPU-hours a second. */
    double gpuHoursPerMicro(int leases, Queues queue) {
        return NANOS_PER_MICRO / results.score(METERING, "leases", leases, "queue", queue);
    }

    /** The section; nothing where no part was measured. */
    String text() {
        return results.lacks(METERING, SAMPLERS, GATEKEEPER, CHOICE, LEDGER)
                ? ""
                : "### Metering\n\nMillions of GPU-hour events a second, with full bookkeeping, by leases in force. `ssj` uses its "
                        + "event objects again; `ssj reference`, the reference queue of the simulator, makes them anew, which "
                        + "lays those of an hour side by side in memory.\n\n"
                        + metering()
                        + "\n### Single parts\n\nNanoseconds per operation.\n\n" + parts();
    }

    private Markdown metering() {
        Markdown table =
                new Markdown("leases", "straits", "ssj", "ssj reference", "straits over the faster", "bytes per event");
        for (int leases : new int[] {10_000, 100_000, 1_000_000}) {
            table.row(
                    Markdown.number(leases),
                    Markdown.number(gpuHoursPerMicro(leases, Queues.STRAITS)),
                    Markdown.number(gpuHoursPerMicro(leases, Queues.SSJ)),
                    Markdown.number(gpuHoursPerMicro(leases, Queues.SSJ_REFERENCE)),
                    Markdown.ratio(overSsj(leases)),
                    Markdown.number(results.row(METERING, "leases", leases, "queue", Queues.STRAITS)
                            .map(Row::bytesPerOperation)
                            .orElse(Double.NaN)));
        }
        return table;
    }

    private Markdown parts() {
        Markdown table = new Markdown("part", "ns", "bytes");
        add(table, SAMPLERS, "draw", "law");
        add(table, GATEKEEPER, "question at the door", "");
        add(table, CHOICE, "request that finds nothing,", "scenario");
        add(table, LEDGER, "ledger posting", "");
        return table;
    }

    private void add(Markdown table, String benchmark, String name, String param) {
        results.rows(benchmark)
                .forEach(row -> table.row(
                        (name + " " + Markdown.words(row.param(param))).strip(),
                        Markdown.number(row.score()),
                        Markdown.number(row.bytesPerOperation())));
    }
}
