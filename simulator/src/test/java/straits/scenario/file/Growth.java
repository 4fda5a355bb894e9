package straits.scenario.file;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import straits.scenario.Bare;
import straits.scenario.Dated;
import straits.scenario.Default;
import straits.scenario.Distribution;
import straits.scenario.Extended;
import straits.scenario.NamedBy;
import straits.scenario.Parameter;
import straits.scenario.Quantity;
import straits.scenario.Source;
import straits.scenario.TraceRows;

/** Draws a piece of a scenario by walking the records that say what may stand there. */
final class Growth {

    /** What is referred to everywhere stays whole. */
    private static final Set<String> ALWAYS =
            Set.of("chips", "countries", "sites", "providers", "tenant_classes", "anchors", "own_regimes");

    private static final Set<Class<?>> SORTED =
            Set.of(Distribution.Uniform.class, Distribution.Triangular.class, Distribution.Discrete.class);

    private final Random random;
    private final double detail;
    private final DrawnNames names;
    private final DrawnNumbers numbers;
    private final DrawnTexts texts;

    Growth(Random random) {
        this.random = random;
        detail = 0.05 + 0.35 * random.nextDouble();
        names = new DrawnNames(random);
        numbers = new DrawnNumbers(random);
        texts = new DrawnTexts(random, names);
    }

    /** Something that may stand at a place. */
    Grown grow(Place place, String path) {
        Class<?> type = place.raw();
        if (type == Quantity.class) {
            return leaf(place, numbers.quantity(place));
        }
        if (type == List.class) {
            return list(place, path);
        }
        if (type == Map.class) {
            return map(place, path);
        }
        if (type.isSealed()) {
            return variant(place, path);
        }
        if (type == TraceRows.class) {
            return leaf(place, "\"" + numbers.trace() + "\"");
        }
        return type.isRecord() ? record(place, path) : scalar(place, path);
    }

    static Grown leaf(Place place, String text) {
        return new Grown.Leaf(place, text);
    }

    /** Whether something happens that does so with a probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private Grown scalar(Place place, String path) {
        Class<?> type = place.raw();
        if (type == LocalDate.class) {
            return leaf(place, texts.date(path));
        }
        if (type == boolean.class) {
            return leaf(place, String.valueOf(random.nextBoolean()));
        }
        if (type.isEnum()) {
            return leaf(place, texts.pick(ScalarBinder.names(type)));
        }
        return leaf(place, type == String.class ? texts.text(place, path) : numbers.whole(place.range()));
    }

    private Grown.Keys record(Place place, String path) {
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), new LinkedHashSet<>());
        for (RecordComponent component : Records.components(place.raw())) {
            String key = Records.key(component);
            boolean optional = Records.nullable(component) || component.isAnnotationPresent(Default.class);
            if (optional && !ALWAYS.contains(Texts.key(path, key))) {
                keys.optional().add(key);
            }
            if ((!optional || wanted(key)) && !isText(place.component(component))) {
                keys.entries().put(key, grow(place.component(component), Texts.key(path, key)));
            }
        }
        new Fitting(keys, path, this).fit();
        return keys;
    }

    /** Origins of numbers and parameters of extensions are no records to walk: what fits puts them in. */
    private static boolean isText(Place place) {
        Class<?> element = place.isMap() ? place.element().raw() : Object.class;
        return element == Source.class || element == Parameter.class;
    }

    /** The market needs somebody in it. */
    private boolean wanted(String key) {
        return switch (key) {
            case "tenant_classes", "own_regimes", "fleet" -> true;
            case "anchors", "rules" -> chance(0.8);
            default -> chance(detail);
        };
    }

    private Grown list(Place place, String path) {
        Place element = place.element();
        if (element.raw() == Dated.class) {
            return dated(place, path);
        }
        Set<String> taken = new LinkedHashSet<>();
        List<Grown> items = new ArrayList<>();
        for (int count = path.equals("regimes") ? 1 : 1 + random.nextInt(3); count > 0; count--) {
            Grown item = grow(element, path);
            boolean text = element.raw() == String.class || element.raw().isEnum();
            if (!text || taken.add(item.text())) {
                items.add(item);
            }
        }
        return new Grown.Items(place, items);
    }

    /** Ascending, and in force from before the start. */
    private Grown dated(Place place, String path) {
        Place value = place.element().component(Records.components(Dated.class).get(1));
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), new LinkedHashSet<>());
        LocalDate date = LocalDate.of(2024, 1, 1);
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            keys.entries().put(date.toString(), grow(value, path));
            keys.optional().add(date.toString());
            date = date.isBefore(DrawnTexts.START)
                    ? DrawnTexts.START.plusDays(random.nextInt(20))
                    : date.plusDays(1 + random.nextInt(20));
        }
        keys.optional().remove("2024-01-01");
        return keys;
    }

    private Grown map(Place place, String path) {
        String section = place.keySection();
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), new LinkedHashSet<>());
        for (String name : section == null ? names.at(path) : names.of(section)) {
            keys.entries().put(name, grow(place.element(), Texts.key(path, name)));
            if (!ALWAYS.contains(path) && !path.endsWith(".offers") && !path.endsWith(".schedule")) {
                keys.optional().add(name);
            }
        }
        return keys;
    }

    private Grown variant(Place place, String path) {
        List<Class<?>> variants = Records.variants(place.raw());
        Class<?> variant = variants.get(random.nextInt(variants.size()));
        if (SORTED.contains(variant)) {
            return leaf(place, numbers.law(variant, place));
        }
        NamedBy named = place.raw().getAnnotation(NamedBy.class);
        return named == null ? keyed(place, variant, path) : named(place, variant, named.value(), path);
    }

    private Grown keyed(Place place, Class<?> variant, String path) {
        String name = Records.variantName(variant);
        Place inner = variant.isAnnotationPresent(Bare.class)
                ? place.as(variant).component(Records.components(variant).get(0))
                : place.as(variant);
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), new LinkedHashSet<>());
        keys.entries().put(name, grow(inner, Texts.key(path, name)));
        return keys;
    }

    private Grown named(Place place, Class<?> variant, String key, String path) {
        Grown.Keys content = record(place.as(variant), path);
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), content.optional());
        if (!variant.isAnnotationPresent(Extended.class)) {
            keys.entries().put(key, leaf(Place.of(String.class), Records.variantName(variant)));
        }
        keys.entries().putAll(content.entries());
        return keys;
    }
}
