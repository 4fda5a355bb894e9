package straits.experiments;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.scenario.Quantity;

/** Every number of a scenario with the path that leads to it. */
final class Numbers {

    private final Map<String, Quantity> found = new LinkedHashMap<>();

    private Numbers() {}

    static Map<String, Quantity> of(Object root) {
        Numbers numbers = new Numbers();
        numbers.visit("", root);
        return numbers.found;
    }

    private void visit(String path, @Nullable Object value) {
        if (value instanceof Quantity quantity) {
            found.put(path, quantity);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> visit(path + "." + key, inner));
        } else if (value instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                visit(path + "[" + index++ + "]", item);
            }
        } else if (value instanceof Record entry) {
            for (RecordComponent component : entry.getClass().getRecordComponents()) {
                visit(path + "." + component.getName(), component(component, entry));
            }
        }
    }

    private static @Nullable Object component(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
