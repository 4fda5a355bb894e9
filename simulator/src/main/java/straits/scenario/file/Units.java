package straits.scenario.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.scenario.Dimension;

/** The spellings of the units of each dimension, each with its size in the base unit as a fraction. */
final class Units {

    private static final MathContext EXACT_ENOUGH = new MathContext(50);
    private static final Map<Dimension, Map<String, Unit>> ALL = all();

    private Units() {}

    private record Unit(long numerator, long denominator, boolean alias) {}

    /** Whether a bare number is meant: nothing else can be. */
    static boolean optional(Dimension dimension) {
        return of(dimension).containsKey("");
    }

    /** Whether a unit belongs to a dimension. */
    static boolean known(Dimension dimension, String unit) {
        return of(dimension).containsKey(unit);
    }

    /** Spellings for messages, aliases left out. */
    static String spellings(Dimension dimension) {
        return of(dimension).entrySet().stream()
                .filter(entry -> !entry.getValue().alias() && !entry.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** All spellings. */
    static Iterable<String> allSpellings(Dimension dimension) {
        return of(dimension).keySet();
    }

    /** Number in base units, rounded once; infinite if a double cannot hold it. */
    static double toBase(Dimension dimension, BigDecimal number, String spelling) {
        @Nullable Unit unit = of(dimension).get(spelling);
        if (unit == null) {
            throw new IllegalArgumentException("no unit of " + dimension + ": " + spelling);
        }
        BigDecimal scaled = number.multiply(BigDecimal.valueOf(unit.numerator()));
        // Most numbers stand in their base unit already, and the division is slow.
        BigDecimal base =
                unit.denominator() == 1 ? scaled : scaled.divide(BigDecimal.valueOf(unit.denominator()), EXACT_ENOUGH);
        return base.doubleValue() + 0.0;
    }

    /**
     * The greatest number of base units that is taken for a mistake of no one: beyond it sums of money, time and quotas would no longer
     * fit the numbers they are kept in.
     */
    static double greatest(Dimension dimension) {
        return switch (dimension) {
            case HOURS -> 10_000 * 8_760.0;
            case PER_HOUR, PER_NODE_HOUR -> 1e8;
            case H100E_PER_GPU, USD_PER_GPU_HOUR, USD_PER_H100E_HOUR, USD_PER_KWH, KILOWATTS, PER_YEAR -> 1e6;
            case GPUS, MEGAWATTS -> 1e9;
            case H100E, USD, USD_PER_MEGAWATT -> 1e12;
            case TPP -> 1e15;
            default -> Double.MAX_VALUE;
        };
    }

    /** Number in base units as a file writes it. */
    static String text(Dimension dimension, double value) {
        boolean bare = optional(dimension);
        return Decimals.text(value) + (bare ? "" : " " + dimension.unit());
    }

    private static Map<String, Unit> of(Dimension dimension) {
        return ALL.getOrDefault(dimension, Map.of());
    }

    private static Map<Dimension, Map<String, Unit>> all() {
        Map<Dimension, Map<String, Unit>> all = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            all.put(dimension, table(dimension));
        }
        return all;
    }

    private static Map<String, Unit> table(Dimension dimension) {
        Table table = new Table();
        return switch (dimension) {
            case NUMBER -> table.unit("", 1, 1).units;
            case FRACTION -> table.unit("", 1, 1).unit("%", 1, 100).units;
            case GPUS -> table.scaled("GPUs").alias("GPU", 1, 1).units;
            case H100E -> table.scaled("H100e").units;
            case TPP -> table.scaled("TPP").units;
            case USD -> table.scaled("USD").units;
            case USD_PER_MEGAWATT -> table.unit("USD per MW", 1, 1).unit("million USD per MW", 1_000_000, 1).units;
            case HOURS -> hours(table);
            case PER_HOUR ->
                table.unit("per hour", 1, 1)
                        .unit("per day", 1, 24)
                        .unit("per week", 1, 168)
                        .unit("per month", 1, 730)
                        .unit("per year", 1, 8760)
                        .units;
            case PER_NODE_HOUR ->
                table.unit("per node-hour", 1, 1)
                        .unit("per node-day", 1, 24)
                        .unit("per 1000 node-days", 1, 24_000)
                        .unit("per node-year", 1, 8760)
                        .units;
            case KILOWATTS -> table.unit("W", 1, 1000).unit("kW", 1, 1).unit("MW", 1000, 1).units;
            case MEGAWATTS ->
                table.unit("W", 1, 1_000_000)
                        .unit("kW", 1, 1000)
                        .unit("MW", 1, 1)
                        .unit("GW", 1000, 1)
                        .units;
            default -> table.unit(dimension.unit(), 1, 1).units;
        };
    }

    private static Map<String, Unit> hours(Table table) {
        return table.unit("s", 1, 3600)
                .unit("min", 1, 60)
                .unit("h", 1, 1)
                .alias("hour", 1, 1)
                .alias("hours", 1, 1)
                .unit("days", 24, 1)
                .alias("day", 24, 1)
                .unit("weeks", 168, 1)
                .alias("week", 168, 1)
                .unit("months", 730, 1)
                .alias("month", 730, 1)
                .unit("years", 8760, 1)
                .alias("year", 8760, 1)
                .units;
    }

    /** Builds one table of units. */
    private static final class Table {

        private final Map<String, Unit> units = new LinkedHashMap<>();

        Table unit(String spelling, long numerator, long denominator) {
            units.put(spelling, new Unit(numerator, denominator, false));
            return this;
        }

        Table alias(String spelling, long numerator, long denominator) {
            units.put(spelling, new Unit(numerator, denominator, true));
            return this;
        }

        Table scaled(String spelling) {
            return unit(spelling, 1, 1)
                    .unit("thousand " + spelling, 1_000, 1)
                    .unit("million " + spelling, 1_000_000, 1)
                    .unit("billion " + spelling, 1_000_000_000, 1);
        }
    }
}
