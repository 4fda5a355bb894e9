package straits.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import straits.scenario.Bare;
import straits.scenario.Dimension;
import straits.scenario.LoadedScenario;
import straits.scenario.NamedBy;
import straits.scenario.Quantity;
import straits.scenario.Scenario;
import straits.scenario.Source;

/** Lists every number of a scenario and its regimes with its origin. */
public final class Assumptions {

    private final List<InputRow> rows = new ArrayList<>();

    private Assumptions() {}

    /** A row per quantity, in the order of the canonical text; paths are those of that text. */
    public static List<InputRow> of(LoadedScenario loaded) {
        Assumptions assumptions = new Assumptions();
        assumptions.walk(loaded.scenario(), Place.of(Scenario.class), "");
        return List.copyOf(assumptions.rows);
    }

    private void walk(Object value, Place place, String path) {
        if (value instanceof Quantity quantity) {
            rows.add(row(quantity, place.measured(), path));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), place.element(), Texts.index(path, i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> walk(inner, place.element(), Texts.key(path, key.toString())));
        } else if (value instanceof Record && !(value instanceof Source)) {
            components(value, place.as(value.getClass()), named(value, place, path));
        }
    }

    private static String named(Object value, Place place, String path) {
        boolean byOnlyKey = place.raw().isSealed() && !place.raw().isAnnotationPresent(NamedBy.class);
        return byOnlyKey ? Texts.key(path, Records.variantName(value.getClass())) : path;
    }

    private void components(Object owner, Place place, String path) {
        boolean bare = place.raw().isAnnotationPresent(Bare.class);
        Records.components(place.raw()).forEach(component -> {
            Object value = Records.get(component, owner);
            if (value != null) {
                String inner = bare ? path : Texts.key(path, Records.key(component));
                walk(value, place.component(component), inner);
            }
        });
    }

    private static InputRow row(Quantity quantity, Dimension measured, String path) {
        Source source = quantity.source();
        return new InputRow(
                path,
                quantity.value(),
                measured.unit(),
                source.low(),
                source.high(),
                source.basis(),
                String.join("|", source.facts()),
                source.reason());
    }
}
