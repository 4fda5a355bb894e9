package straits.benchmarks.report;

import java.util.Map;

/**
 * One benchmark with one value of each parameter.
 *
 * @param benchmark simple name of its class
 * @param params values by parameter
 * @param score mean over all iterations, in its own unit
 * @param spreadFraction from the least to the greatest mean of a JVM, over the mean
 * @param bytesPerOperation allocated, by JMH's profiler
 * @param counters means of what it counted beside the time
 */
record Row(
        String benchmark,
        Map<String, String> params,
        double score,
        double spreadFraction,
        double bytesPerOperation,
        Map<String, Double> counters) {

    String param(String name) {
        return params.getOrDefault(name, "");
    }

    double counter(String name) {
        return counters.getOrDefault(name, Double.NaN);
    }

    /** Whether it has all of some parameters: name, value, name, value. */
    boolean has(Object... namesAndValues) {
        for (int each = 0; each < namesAndValues.length; each += 2) {
            if (!param(namesAndValues[each].toString()).equals(namesAndValues[each + 1].toString())) {
                return false;
            }
        }
        return true;
    }
}
