package straits.scenario.file;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.scenario.Parameter;
import straits.scenario.Quantity;
import straits.scenario.Source;
import straits.scenario.TraceRows;

/**
 * Stand-ins for faulty values, so that the rest of a file can still be checked. Numbers are NaN, which passes every
 * comparison that looks for a fault; no stand-in ever leaves the reader.
 */
final class Placeholders {

    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(Quantity.class, Quantity.of(Double.NaN)),
            Map.entry(Source.class, Source.UNSTATED),
            Map.entry(Amount.class, new Amount(Double.NaN, "")),
            Map.entry(Parameter.class, new Parameter("")),
            Map.entry(Written.class, new Written("")),
            Map.entry(TraceRows.class, TraceRows.NONE),
            Map.entry(String.class, ""),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(boolean.class, false),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()));

    private Placeholders() {}

    static Object of(Class<?> type) {
        Object simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? record(type) : of(Records.variants(type).get(0));
    }

    private static Object record(Class<?> type) {
        @Nullable
        Object[] arguments = Records.components(type).stream()
                .map(RecordComponent::getType)
                .map(Placeholders::of)
                .toArray();
        return Records.create(type, arguments);
    }
}
