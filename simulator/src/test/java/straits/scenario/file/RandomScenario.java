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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.scenario.Bare;
import straits.scenario.Dated;
import straits.scenario.Default;
import straits.scenario.Dimension;
import straits.scenario.Distribution;
import straits.scenario.Extended;
import straits.scenario.Form;
import straits.scenario.LoadedScenario;
import straits.scenario.NamedBy;
import straits.scenario.Parameter;
import straits.scenario.Pricing;
import straits.scenario.Quantity;
import straits.scenario.Scenario;
import straits.scenario.Source;
import straits.scenario.TenantClass;
import straits.scenario.TraceRows;
import straits.simulation.World;

/**
 * Draws scenarios over the whole schema by walking the records, as the reader does. What only holds between values, a walk cannot
 * know: the reader says it, and what it objects to is drawn again or left out, until it has no objection.
 */
final class RandomScenario {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int MOST_ROUNDS = 60;
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");
    private static final List<String> SECTIONS = List.of(
            "chips",
            "countries",
            "sites",
            "providers",
            "tenant_classes",
            "anchors",
            "deliveries",
            "vendors",
            "tiers",
            "desk.review_classes",
            "desk.agencies");
    /** What is referred to everywhere stays whole. */
    private static final Set<String> ALWAYS =
            Set.of("chips", "countries", "sites", "providers", "tenant_classes", "anchors", "own_regimes");

    private static final Set<Class<?>> SORTED =
            Set.of(Distribution.Uniform.class, Distribution.Triangular.class, Distribution.Discrete.class);

    private static final List<String> JURISDICTIONS = List.of("US", "CN", "MY", "SG", "AE");

    /** Would run in a spreadsheet or a browser, if anybody let them. */
    private static final List<String> TITLES = List.of(
            "\"=cmd|' /C calc'!A0\"",
            "\"<script>alert(1)</script>\"",
            "\"a, b; c \\\"d\\\"\"",
            "\"\\u202Egnp.exe\"",
            "\"İıŞş ٣\"");

    private final Random random;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final double detail;

    private RandomScenario(long seed) {
        random = new Random(seed);
        detail = 0.05 + 0.35 * random.nextDouble();
        for (String section : SECTIONS) {
            counts.put(section, 1 + random.nextInt(2));
        }
    }

    /** The scenario of a seed, which the reader takes without an objection. */
    static Drawn of(long seed) {
        return new RandomScenario(seed).sound();
    }

    /** A scenario and the text it was read from. */
    record Drawn(String text, LoadedScenario scenario) {

        private static final Pattern KEY = Pattern.compile("[{ ]([a-z0-9_-]+): ");

        /** Adds the keys that the text has. */
        void keys(Set<String> all) {
            KEY.matcher(text).results().map(match -> match.group(1)).forEach(all::add);
        }

        /** The world of the regime that is the reference. */
        World world() {
            String regime = scenario.scenario().referenceRegime();
            return new World(new Catalog(scenario.scenario()), regime, Worlds.get(scenario.regimes(), regime));
        }
    }

    private Drawn sound() {
        Grown.Keys world = (Grown.Keys) grow(Place.of(Scenario.class), "");
        Reading<LoadedScenario> reading = read(world);
        for (int round = 0; round < MOST_ROUNDS && reading.value() == null; round++) {
            for (String path :
                    new TreeSet<>(reading.faults().stream().map(Fault::path).toList())) {
                mend(world, path, round);
            }
            reading = read(world);
        }
        return new Drawn(world.text(), reading.orThrow());
    }

    private static Reading<LoadedScenario> read(Grown world) {
        return ScenarioReader.read("drawn", world.text(), RegimeLibrary.NONE);
    }

    /** Leaves out the innermost thing around a faulty value that may be left out, or draws it or what is around it again. */
    private void mend(Grown.Keys world, String path, int round) {
        List<Grown> way = new ArrayList<>(List.of(world));
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            String step = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            Grown next = child(way.get(way.size() - 1), step);
            if (next == null) {
                break;
            }
            way.add(next);
            steps.add(step);
        }
        if (steps.isEmpty()) {
            return;
        }
        int depth = steps.size() - 1;
        if (random.nextInt(3) > 0 || round > 10) {
            int up = depth - Math.min(depth, random.nextInt(1 + Math.min(round / 6, 3)));
            for (int at = up; at >= 0; at--) {
                if (leaveOut(way.get(at), steps.get(at))) {
                    return;
                }
            }
        }
        int at = Math.max(0, depth - random.nextInt(3));
        redraw(way.get(at), steps.get(at), String.join(".", steps.subList(0, at + 1)));
    }

    private static @Nullable Grown child(Grown of, String step) {
        if (of instanceof Grown.Keys keys) {
            return keys.entries().get(step);
        }
        return of instanceof Grown.Items items
                        && step.chars().allMatch(Character::isDigit)
                        && Integer.parseInt(step) < items.items().size()
                ? items.items().get(Integer.parseInt(step))
                : null;
    }

    private static boolean leaveOut(Grown from, String step) {
        if (from instanceof Grown.Items items && items.items().size() > 1) {
            items.items().remove(Integer.parseInt(step));
            return true;
        }
        return from instanceof Grown.Keys keys
                && keys.optional().contains(step)
                && keys.entries().remove(step) != null;
    }

    private void redraw(Grown in, String step, String path) {
        if (in instanceof Grown.Keys keys) {
            keys.entries().computeIfPresent(step, (key, old) -> grow(old.place(), path));
        } else if (in instanceof Grown.Items items) {
            int index = Integer.parseInt(step);
            items.items().set(index, grow(items.items().get(index).place(), path));
        }
    }

    private Grown grow(Place place, String path) {
        Class<?> type = place.raw();
        if (type == Quantity.class) {
            return quantity(place);
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
            return leaf(place, "\"" + trace() + "\"");
        }
        return type.isRecord() ? record(place, path) : scalar(place, path);
    }

    private static Grown leaf(Place place, String text) {
        return new Grown.Leaf(place, text);
    }

    private Grown.Keys record(Place place, String path) {
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), new LinkedHashSet<>());
        for (RecordComponent component : Records.components(place.raw())) {
            String key = Records.key(component);
            boolean optional = Records.nullable(component) || component.isAnnotationPresent(Default.class);
            if (optional && !ALWAYS.contains(Texts.key(path, key))) {
                keys.optional().add(key);
            }
            Place inner = place.component(component);
            if ((!optional || wanted(key)) && !isSource(inner)) {
                keys.entries().put(key, grow(inner, Texts.key(path, key)));
            }
        }
        if (place.raw() == TenantClass.class) {
            oneWayToAsk(keys);
        }
        return keys;
    }

    private void oneWayToAsk(Grown.Keys keys) {
        String way = pick(List.of("arrivals", "arrivals", "population", "trace"));
        for (String other : List.of("arrivals", "population", "trace")) {
            keys.entries().remove(other);
            keys.optional().remove(other);
        }
        for (RecordComponent component : Records.components(TenantClass.class)) {
            if (Records.key(component).equals(way)) {
                keys.entries().put(way, grow(keys.place().component(component), way));
            }
        }
    }

    /** What a scenario says of numbers, and what only extensions read. */
    private static boolean isSource(Place place) {
        Class<?> element = place.isMap() ? place.element().raw() : Object.class;
        return element == Source.class || element == Parameter.class;
    }

    /** The market needs somebody in it. */
    private boolean wanted(String key) {
        return switch (key) {
            case "tenant_classes", "own_regimes", "fleet" -> true;
            case "strategy", "elsewhere" -> false;
            case "anchors", "rules" -> random.nextDouble() < 0.8;
            default -> random.nextDouble() < detail;
        };
    }

    private Grown list(Place place, String path) {
        Place element = place.element();
        if (element.raw() == Dated.class) {
            return dated(place, path);
        }
        Set<String> taken = new LinkedHashSet<>();
        List<Grown> items = new ArrayList<>();
        boolean regimes = path.equals("regimes");
        for (int count = regimes ? 1 : 1 + random.nextInt(3); count > 0; count--) {
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
            date = date.isBefore(START) ? START.plusDays(random.nextInt(20)) : date.plusDays(1 + random.nextInt(20));
        }
        keys.optional().remove("2024-01-01");
        return keys;
    }

    private Grown map(Place place, String path) {
        String section = place.keySection();
        List<String> names = section == null ? own(path) : names(section);
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), new LinkedHashSet<>());
        for (String name : names) {
            keys.entries().put(name, grow(place.element(), Texts.key(path, name)));
            if (!ALWAYS.contains(path) && !path.endsWith(".offers")) {
                keys.optional().add(name);
            }
        }
        return keys;
    }

    private List<String> own(String path) {
        for (String section : SECTIONS) {
            if (path.equals(section) || path.endsWith("." + section)) {
                return names(section);
            }
        }
        return List.of("k1", "k2", "k3").subList(0, 1 + random.nextInt(3));
    }

    private List<String> names(String sections) {
        List<String> names = new ArrayList<>();
        for (String section : sections.split(" or ", -1)) {
            String stem = section.substring(section.lastIndexOf('.') + 1).replace("_", "-");
            for (int i = 1; i <= counts.getOrDefault(section, 1); i++) {
                names.add(stem + "-" + i);
            }
        }
        return names;
    }

    private Grown variant(Place place, String path) {
        List<Class<?>> variants = Records.variants(place.raw()).stream()
                .filter(each -> !each.isAnnotationPresent(Extended.class))
                .toList();
        Class<?> variant = variants.get(random.nextInt(variants.size()));
        String name = Records.variantName(variant);
        NamedBy named = place.raw().getAnnotation(NamedBy.class);
        if (SORTED.contains(variant)) {
            return sorted(place, name);
        }
        Grown content = variant.isAnnotationPresent(Bare.class)
                ? grow(place.as(variant).component(Records.components(variant).get(0)), Texts.key(path, name))
                : record(place.as(variant), named == null ? Texts.key(path, name) : path);
        Grown.Keys keys = new Grown.Keys(place, new LinkedHashMap<>(), new LinkedHashSet<>());
        if (named == null) {
            keys.entries().put(name, content);
        } else {
            keys.entries().put(named.value(), leaf(Place.of(String.class), name));
            keys.entries().putAll(((Grown.Keys) content).entries());
            keys.optional().addAll(((Grown.Keys) content).optional());
        }
        return keys;
    }

    /** Parameters that ascend, or probabilities that add to one. */
    private Grown sorted(Place place, String name) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            values.add(value(place));
        }
        values.sort(null);
        List<String> texts =
                values.stream().map(each -> Units.text(place.measured(), each)).toList();
        String text = switch (name) {
            case "uniform" -> "{low: %s, high: %s}".formatted(texts.get(0), texts.get(2));
            case "triangular" -> "{low: %s, mode: %s, high: %s}".formatted(texts.get(0), texts.get(1), texts.get(2));
            default ->
                "[{value: %s, probability: 0.25}, {value: %s, probability: 75 %%}]"
                        .formatted(texts.get(0), texts.get(2));
        };
        return leaf(place, "{" + name + ": " + text + "}");
    }

    private Grown scalar(Place place, String path) {
        Class<?> type = place.raw();
        if (type == LocalDate.class) {
            return leaf(place, path.equals("start") ? START.toString() : date(path));
        }
        if (type == boolean.class) {
            return leaf(place, String.valueOf(random.nextBoolean()));
        }
        if (type.isEnum()) {
            return leaf(place, pick(ScalarBinder.names(type)));
        }
        return leaf(place, type == String.class ? text(place, path) : whole(place.range()));
    }

    private String date(String path) {
        long days = path.endsWith("in_service_since") || path.endsWith("ordered")
                ? -random.nextInt(40)
                : random.nextInt(60) - (path.contains("dates") ? 30 : 0);
        return START.plusDays(days).toString();
    }

    private String text(Place place, String path) {
        if (place.section() != null) {
            return pick(names(place.section()));
        }
        if (place.form() == Form.Kind.COUNTRY_CODE) {
            return pick(JURISDICTIONS);
        }
        if (path.endsWith(".policy")) {
            return pick(Pricing.BUILT_IN);
        }
        if (path.startsWith("regimes") || path.equals("reference_regime")) {
            return "k1";
        }
        return place.form() == null ? pick(TITLES) : "slug-" + random.nextInt(3);
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private String whole(Range range) {
        long low = (long) Math.max(range.low(), -10);
        long high = (long) Math.min(range.high(), low + 20.0);
        return String.valueOf(random.nextInt(8) == 0 ? low : low + random.nextInt((int) (high - low + 1)));
    }

    private Grown quantity(Place place) {
        String value = number(place);
        if (random.nextInt(10) > 0) {
            return leaf(place, value);
        }
        return leaf(place, "{value: " + value + ", low: " + value + ", high: " + value + ", assumption: made up}");
    }

    private String number(Place place) {
        return Units.text(place.measured(), value(place));
    }

    private double value(Place place) {
        double[] usual = usual(place.measured());
        Range range = place.range();
        if (random.nextInt(12) == 0 && range.holds(range.low()) && range.low() > -1e6) {
            return range.low();
        }
        double low = Math.max(range.low(), usual[0]);
        double high = Math.max(low, Math.min(range.high(), usual[1]));
        double value = low + (high - low) * random.nextDouble();
        return place.measured() == Dimension.GPUS ? Math.rint(value) : (float) value;
    }

    /** Numbers of a small and lively world. */
    private static double[] usual(Dimension dimension) {
        return switch (dimension) {
            case NUMBER -> new double[] {0.2, 3};
            case FRACTION -> new double[] {0.01, 0.9};
            case GPUS -> new double[] {1, 64};
            case H100E -> new double[] {0.5, 40};
            case H100E_PER_GPU -> new double[] {0.3, 3};
            case TPP -> new double[] {1_000, 200_000};
            case OPERATIONS -> new double[] {1e20, 1e24};
            case OPERATIONS_PER_H100E_HOUR -> new double[] {1e17, 1e19};
            case HOURS -> new double[] {2, 400};
            case PER_HOUR -> new double[] {0.001, 0.5};
            case PER_NODE_HOUR -> new double[] {0.0001, 0.02};
            case PER_YEAR -> new double[] {0.5, 3};
            case USD -> new double[] {100, 100_000};
            case USD_PER_GPU_HOUR, USD_PER_H100E_HOUR -> new double[] {0.2, 6};
            case USD_PER_KWH -> new double[] {0.02, 0.3};
            case USD_PER_MEGAWATT -> new double[] {1e6, 2e7};
            case KILOWATTS -> new double[] {0.5, 2};
            case MEGAWATTS -> new double[] {0.02, 1};
        };
    }

    private String trace() {
        StringBuilder rows = new StringBuilder("arrival_hours,gpus,hours\\n");
        double at = 0;
        for (int i = 0; i < 20; i++) {
            at += random.nextInt(5);
            rows.append(at).append(',').append(1 + random.nextInt(9)).append(",3.5\\n");
        }
        return rows.toString();
    }
}
