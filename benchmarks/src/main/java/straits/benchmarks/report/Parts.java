package straits.benchmarks.report;

import java.util.Map;
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
        Map<String, Long> worlds = results.rows(METERING)
                .collect(Collectors.groupingBy(
                        row -> row.param("leases"),
                        Collectors.mapping(
                                row -> row.counter("fingerprint"),
                                Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));
        worlds.forEach((leases, count) -> {
            if (count != 1) {
                throw new IllegalStateException("metering of " + leases + " leases: " + count
                        + " different outcomes; every queue must give the same");
            }
        });
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
                        + "event objects again; `ssj reference` is the reference queue of the simulator.\n\n"
                        + metering()
                        + "\n### Single parts\n\nNanoseconds per operation.\n\n" + parts();
    }

    private Markdown metering() {
        Markdown table =
                new Markdown("leases", "straits", "ssj", "ssj reference", "straits over ssj", "bytes per event");
        for (int leases : new int[] {10_000, 100_000, 1_000_000}) {
            double ours = gpuHoursPerMicro(leases, Queues.STRAITS);
            double ssj = gpuHoursPerMicro(leases, Queues.SSJ);
            table.row(
                    Markdown.number(leases),
                    Markdown.number(ours),
                    Markdown.number(ssj),
                    Markdown.number(gpuHoursPerMicro(leases, Queues.SSJ_REFERENCE)),
                    Markdown.ratio(ours / ssj),
                    Markdown.number(results.row(METERING, "leases", leases, "queue", Queues.STRAITS)
                            .map(Row::bytesPerOperation)
                            .orElse(Double.NaN)));
        }
        return table;
    }

    private Markdown parts() {
        Markdown table = new Markdown("part", "ns", "bytes");
        add(table, SAMPLERS, "draw", "law");
        add(table, GATEKEEPER, "gatekeeper, regime", "regime");
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
