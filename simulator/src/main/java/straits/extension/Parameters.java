package straits.extension;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The parameters that a scenario gives an extension, by name. Whatever is missing or wrong is noted and told with its line; a value
 * that can be used stands in for it, so that one pass finds all. For one thread.
 */
public final class Parameters {

    private final Map<String, String> values;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** The parameters with these texts as values. */
    public static Parameters of(Map<String, String> values) {
        return new Parameters(new LinkedHashMap<>(values));
    }

    /** A number from low to high, ends included, without a unit; missing is a fault. */
    public double number(String name, double low, double high) {
        if (!values.containsKey(name)) {
            asked.add(name);
            fault(name, "missing: a number from " + low + " to " + high);
            return low;
        }
        return number(name, low, high, low);
    }

    /** A number from low to high, ends included, without a unit. */
    public double number(String name, double low, double high, double ifMissing) {
        asked.add(name);
        String text = values.get(name);
        if (text == null) {
            return ifMissing;
        }
        OptionalDouble number = parsed(text);
        boolean within = number.isPresent() && low <= number.getAsDouble() && number.getAsDouble() <= high;
        if (!within) {
            fault(name, "found \"" + text + "\"; must be a number from " + low + " to " + high);
        }
        return within ? number.getAsDouble() : low;
    }

    private static OptionalDouble parsed(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A text; missing is a fault. */
    public String text(String name) {
        asked.add(name);
        if (!values.containsKey(name)) {
            fault(name, "missing: a text");
        }
        return values.getOrDefault(name, "");
    }

    /** One of some words; missing is a fault. */
    public String word(String name, List<String> allowed) {
        String text = text(name);
        if (values.containsKey(name) && !allowed.contains(text)) {
            fault(name, "found \"" + text + "\"; must be one of " + String.join(", ", allowed));
        }
        return allowed.contains(text) ? text : allowed.get(0);
    }

    /** Notes that a parameter, or all of them together, cannot be used. */
    public void fault(String name, String message) {
        faults.putIfAbsent(name, message);
    }

    /** What is wrong, by name. */
    public Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    /** Names that were asked for, in order. */
    public List<String> asked() {
        return new ArrayList<>(asked);
    }

    /** Names that the scenario gives, in order. */
    public List<String> given() {
        return new ArrayList<>(values.keySet());
    }
}
