package straits.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One benchmark with the parameters it is run with; JMH runs every combination of them, each in JVMs of its own.
 *
 * @param benchmark its class
 * @param pace how often and how long
 * @param params values by parameter; a parameter that is not named has the values of its annotation
 * @param smoke other values for a smoke test, which is to be over at once
 */
record Series(Class<?> benchmark, Pace pace, Map<String, List<String>> params, Map<String, List<String>> smoke) {

    /** How often and how long. */
    enum Pace {
        /** Many operations a second: two JVMs, whose spread shows whether the JIT took the same way twice. */
        STEADY(2, 5, 4),
        /** The same in one JVM, for what no target hangs on. */
        BRIEF(1, 5, 4),
        /** An operation takes seconds: one to warm up, two that count. */
        ONCE(1, 1, 2),
        /** A measure that is not a time. */
        COUNT(1, 0, 1);

        private final int forks;
        private final int warmUps;
        private final int iterations;

        Pace(int forks, int warmUps, int iterations) {
            this.forks = forks;
            this.warmUps = warmUps;
            this.iterations = iterations;
        }
    }

    private static final TimeValue ITERATION = TimeValue.milliseconds(400);
    private static final TimeValue SMOKE_ITERATION = TimeValue.milliseconds(1);

    static Series of(Class<?> benchmark, Pace pace) {
        return new Series(benchmark, pace, Map.of(), Map.of());
    }

    Series with(String param, Object... values) {
        return new Series(benchmark, pace, plus(params, param, values), smoke);
    }

    Series inSmoke(String param, Object... values) {
        return new Series(benchmark, pace, params, plus(smoke, param, values));
    }

    private static Map<String, List<String>> plus(Map<String, List<String>> map, String param, Object... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(map);
        more.put(param, List.of(values).stream().map(Object::toString).toList());
        return more;
    }

    /** The last part of its package. */
    String group() {
        String name = benchmark.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    Options options() {
        return builder(params)
                .forks(pace.forks)
                .warmupIterations(pace.warmUps)
                .warmupTime(ITERATION)
                .measurementIterations(pace.iterations)
                .measurementTime(ITERATION)
                .build();
    }

    /** Once, within this JVM. */
    Options smokeOptions() {
        Map<String, List<String>> all = new LinkedHashMap<>(params);
        all.putAll(smoke);
        return builder(all)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(SMOKE_ITERATION)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private ChainedOptionsBuilder builder(Map<String, List<String>> values) {
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        values.forEach((param, list) -> builder.param(param, list.toArray(String[]::new)));
        return builder;
    }
}
