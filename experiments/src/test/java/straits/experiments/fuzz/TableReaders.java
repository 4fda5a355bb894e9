package straits.experiments.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import straits.experiments.TwoRules;
import straits.experiments.trace.TraceConversion;
import straits.experiments.trace.TraceFormat;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;

/** Tables that people bring. */
final class TableReaders {

    private static final int DAYS = 100_000;

    private final Path input;
    private final Path trace;
    private final Path traceAgain;
    private final List<Path> scenarios;

    TableReaders(Path folder) throws IOException {
        input = folder.resolve("input.csv");
        trace = folder.resolve("trace.csv");
        traceAgain = folder.resolve("trace-again.csv");
        scenarios = List.of(
                with(
                        folder.resolve("schedule.yaml"),
                        "pricing: {policy: utilisation, sensitivity: 0.1}",
                        "pricing: {policy: schedule, schedule: input.csv}"),
                with(
                        folder.resolve("trace.yaml"),
                        "arrivals: {rate: 0.5 per hour, day_peak_over_mean: 1.5}",
                        "trace: {rows: input.csv}"),
                with(
                        folder.resolve("column.yaml"),
                        "{exponential: {mean: 30 h}}",
                        "{empirical: {file: input.csv, column: hours, unit: h}}"));
    }

    private static Path with(Path file, String part, String replacement) throws IOException {
        if (!TwoRules.TEXT.contains(part)) {
            throw new IllegalArgumentException("not in the world: " + part);
        }
        return Files.writeString(file, TwoRules.TEXT.replace(part, replacement));
    }

    void data(byte[] bytes) throws IOException {
        Files.write(input, bytes);
        for (Path scenario : scenarios) {
            TextReaders.again(ScenarioReader.read(scenario, RegimeLibrary.NONE));
        }
    }

    /** A trace that was converted converts to itself. */
    void jobs(byte[] bytes) throws IOException {
        Files.write(input, bytes);
        for (TraceFormat format : TraceFormat.values()) {
            if (converted(format, input, trace) && converted(TraceFormat.STRAITS, trace, traceAgain)) {
                Refusals.same(Files.readString(traceAgain), Files.readString(trace));
            }
        }
    }

    private static boolean converted(TraceFormat format, Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        return Refusals.done(() -> TraceConversion.of(format, from, to, 0, DAYS));
    }
}
