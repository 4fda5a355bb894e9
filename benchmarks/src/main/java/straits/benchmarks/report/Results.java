package straits.benchmarks.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What JMH found, read from its JSON. */
public final class Results {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final String jvm;
    private final List<Row> rows;

    private Results(String jvm, List<Row> rows) {
        this.jvm = jvm;
        this.rows = List.copyOf(rows);
    }

    /** Reads a file of JMH. */
    public static Results read(Path json) {
        return of(JsonMapper.shared().readTree(json.toFile()));
    }

    static Results of(JsonNode results) {
        List<Row> rows = new ArrayList<>();
        results.forEach(result -> rows.add(row(result)));
        JsonNode first = results.path(0);
        List<String> options = new ArrayList<>();
        first.path("jvmArgs").forEach(option -> options.add(option.asString()));
        options.removeIf(option -> !option.startsWith("-X"));
        String jvm = first.path("vmName").asString("") + " "
                + first.path("vmVersion").asString("") + ", JMH "
                + first.path("jmhVersion").asString("") + ", " + String.join(" ", options);
        return new Results(jvm, rows);
    }

    private static Row row(JsonNode result) {
        String method = result.path("benchmark").asString();
        String type = method.substring(0, method.lastIndexOf('.'));
        Map<String, String> params = new LinkedHashMap<>();
        result.path("params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asString()));
        Map<String, Double> counters = new LinkedHashMap<>();
        JsonNode secondary = result.path("secondaryMetrics");
        secondary.properties().forEach(metric -> counters.put(metric.getKey(), mean(metric.getValue())));
        double[] forks = forkMeans(result.path("primaryMetric"));
        double score = result.path("primaryMetric").path("score").asDouble();
        double spread = (DoubleStream.of(forks).max().orElse(score)
                        - DoubleStream.of(forks).min().orElse(score))
                / score;
        return new Row(
                type.substring(type.lastIndexOf('.') + 1),
                params,
                score,
                spread,
                secondary.path(ALLOCATED).path("score").asDouble(Double.NaN),
                counters);
    }

    /** JMH sums counters over iterations; its raw data have them one by one. */
    private static double mean(JsonNode metric) {
        return DoubleStream.of(forkMeans(metric)).average().orElse(Double.NaN);
    }

    private static double[] forkMeans(JsonNode metric) {
        return metric.path("rawData")
                .valueStream()
                .mapToDouble(Results::meanOfFork)
                .toArray();
    }

    private static double meanOfFork(JsonNode fork) {
        return fork.valueStream().mapToDouble(JsonNode::asDouble).average().orElse(Double.NaN);
    }

    /** Virtual machine and options. */
    String jvm() {
        return jvm;
    }

    /** Whether none of some benchmarks was run. */
    boolean lacks(String... benchmarks) {
        return Stream.of(benchmarks)
                .allMatch(benchmark -> rows(benchmark).findAny().isEmpty());
    }

    /** All rows of a benchmark with some parameters, in the order in which they were run. */
    Stream<Row> rows(String benchmark, Object... namesAndValues) {
        return rows.stream().filter(row -> row.benchmark().equals(benchmark) && row.has(namesAndValues));
    }

    /** The score of one row; not a number if it was not run. */
    double score(String benchmark, Object... namesAndValues) {
        return row(benchmark, namesAndValues).map(Row::score).orElse(Double.NaN);
    }

    Optional<Row> row(String benchmark, Object... namesAndValues) {
        return rows(benchmark, namesAndValues).findFirst();
    }
}
