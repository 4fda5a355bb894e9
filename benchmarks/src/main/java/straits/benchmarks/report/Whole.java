package straits.benchmarks.report;

import straits.benchmarks.world.Growth;
import straits.benchmarks.world.Load;

/** Whole replications. */
final class Whole {

    private static final String REPLICATION = "ReplicationBenchmark";
    private static final String GROWTH = "GrowthBenchmark";
    private static final String ALLOCATION = "AllocationBenchmark";
    private static final String MEMORY = "MemoryBenchmark";
    private static final int[] FACTORS = {1, 4, 16, 64};
    private static final double MILLION = 1e6;

    private final Results results;

    Whole(Results results) {
        this.results = results;
    }

    /** Millions of GPU-hour events a second. */
    double gpuHoursPerMicro(Load load) {
        return perMicro(load, "gpuHourEvents");
    }

    private double perMicro(Load load, String counter) {
        return results.row(REPLICATION, "load", load)
                .map(row -> row.counter(counter) / row.score() / MILLION)
                .orElse(Double.NaN);
    }

    /** Bytes allocated per event once warm. */
    double bytesPerEvent(Load load) {
        return results.row(ALLOCATION, "load", load)
                .map(row -> row.counter("allocatedBytes") / row.counter("watchedEvents"))
                .orElse(Double.NaN);
    }

    private double heldMegabytes(Load load) {
        return results.row(ALLOCATION, "load", load)
                .map(row -> row.counter("liveBytes") / MILLION)
                .orElse(Double.NaN);
    }

    /** Bytes that one of many takes. */
    double bytesOf(String thing, String queue) {
        return results.row(MEMORY, "thing", thing, "queue", queue)
                .map(row -> row.counter("bytes") / Double.parseDouble(row.param("count")))
                .orElse(Double.NaN);
    }

    /** Time per event over that of the market that has not grown. */
    double overLinear(Growth growth, int factor) {
        return nanosPerEvent(growth, factor) / nanosPerEvent(growth, 1);
    }

    private double nanosPerEvent(Growth growth, int factor) {
        return results.row(GROWTH, "growth", growth, "factor", factor)
                .map(row -> row.score() / row.counter("events") * 1e9)
                .orElse(Double.NaN);
    }

    /** The section; nothing where no replication was run. */
    String text() {
        return results.lacks(REPLICATION, GROWTH, ALLOCATION, MEMORY)
                ? ""
                : "### Whole replications\n\nBytes per event: allocated over ten million events once warm. Heap: what the finished "
                        + "replication holds; its arrays never shrink, so that it never held more.\n\n" + replications()
                        + "\n### Growth\n\n`stress` grown in arrival rates and fleets, with the pools it has or with more of the same size. "
                        + "The run is shorter by the factor, so that the number of events stays: time per event, and how many times "
                        + "that of the market that has not grown (1x is linear).\n\n" + growth()
                        + "\n### Memory\n\nBytes each, with a million of them, after as many have come and gone; a lease with its two "
                        + "pending events.\n\n" + memory();
    }

    private Markdown replications() {
        Markdown table = new Markdown(
                "scenario",
                "seconds",
                "million events",
                "million events/s",
                "million GPU-hour events/s",
                "bytes per event",
                "heap, MB");
        for (Load load : Load.values()) {
            table.row(
                    Markdown.words(load.name()),
                    Markdown.number(results.score(REPLICATION, "load", load)),
                    Markdown.number(results.row(REPLICATION, "load", load)
                            .map(row -> row.counter("events") / MILLION)
                            .orElse(Double.NaN)),
                    Markdown.number(perMicro(load, "events")),
                    Markdown.number(gpuHoursPerMicro(load)),
                    Markdown.number(bytesPerEvent(load)),
                    Markdown.number(heldMegabytes(load)));
        }
        return table;
    }

    private Markdown growth() {
        Markdown table =
                new Markdown("factor", "larger pools, ns", "against linear", "more pools, ns", "against linear");
        for (int factor : FACTORS) {
            table.row(
                    factor + "x",
                    Markdown.number(nanosPerEvent(Growth.FLEETS, factor)),
                    Markdown.ratio(overLinear(Growth.FLEETS, factor)),
                    Markdown.number(nanosPerEvent(Growth.POOLS, factor)),
                    Markdown.ratio(overLinear(Growth.POOLS, factor)));
        }
        return table;
    }

    private Markdown memory() {
        Markdown table = new Markdown("of", "straits", "ssj");
        for (String thing : new String[] {"PENDING_EVENT", "ACTIVE_LEASE"}) {
            table.row(
                    Markdown.words(thing),
                    Markdown.number(bytesOf(thing, "STRAITS")),
                    Markdown.number(bytesOf(thing, "SSJ")));
        }
        return table;
    }
}
