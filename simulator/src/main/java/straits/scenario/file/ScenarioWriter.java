package straits.scenario.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import straits.scenario.Bare;
import straits.scenario.Dimension;
import straits.scenario.Extended;
import straits.scenario.LoadedScenario;
import straits.scenario.NamedBy;
import straits.scenario.Parameter;
import straits.scenario.Quantity;
import straits.scenario.Scenario;
import straits.scenario.Source;
import straits.scenario.Source.Basis;
import straits.scenario.TraceRows;

/**
 * Writes the canonical text of a scenario: every default filled in, every regime written out, numbers in base units in
 * the fewest digits, keys in the order of the records and of the file. Reading it gives an equal scenario, and writing
 * that the same bytes; so equal scenarios have equal hashes of this text.
 */
public final class ScenarioWriter {

    /** Records that a file writes as one value. */
    private static final Set<Class<?>> SHORT = Set.of(Quantity.class, Amount.class, Written.class);

    private final YamlText yaml = new YamlText();

    private final Map<Source, String> sharedOrigins = new HashMap<>();

    private ScenarioWriter(Map<String, Source> sources) {
        sources.forEach((key, source) -> sharedOrigins.putIfAbsent(source, key));
    }

    /** The canonical text, UTF-8 when stored, with line feeds. */
    public static String text(LoadedScenario loaded) {
        ScenarioWriter writer = new ScenarioWriter(loaded.scenario().sources());
        writer.write(loaded.scenario(), Place.of(Scenario.class));
        return writer.yaml.text();
    }

    /** The canonical text of another record, see {@link RecordFile}. */
    static String text(Record value) {
        ScenarioWriter writer = new ScenarioWriter(Map.of());
        writer.write(value, Place.of(value.getClass()));
        return writer.yaml.text();
    }

    private void write(Object value, Place place) {
        if (value instanceof Quantity quantity) {
            quantity(quantity, place.measured());
        } else if (value instanceof Source source) {
            yaml.map(true, () -> origin(source));
        } else if (value instanceof Amount amount) {
            yaml.plain(amount.text());
        } else if (value instanceof Parameter parameter) {
            parameter(parameter.text());
        } else if (value instanceof Written written) {
            node(written.node());
        } else if (value instanceof TraceRows rows) {
            yaml.lines(rows.text());
        } else if (value instanceof List<?> list) {
            list(list, place.element());
        } else if (value instanceof Map<?, ?> map) {
            map(map, place.element());
        } else if (place.raw().isSealed()) {
            variant(value, place);
        } else if (value instanceof Record) {
            yaml.map(false, () -> components(value, place));
        } else if (value instanceof String text) {
            yaml.text(text);
        } else {
            yaml.plain(value instanceof Enum<?> constant ? Texts.snake(constant.name()) : value.toString());
        }
    }

    /** A number stays one to the eye; any text reads back as it is. */
    private void parameter(String text) {
        if (Decimals.isNumber(text)) {
            yaml.plain(text);
        } else {
            yaml.text(text);
        }
    }

    private void quantity(Quantity quantity, Dimension measured) {
        Source source = quantity.source();
        if (source.basis() == Basis.UNSTATED || source.basis() == Basis.DEFAULT) {
            yaml.plain(Units.text(measured, quantity.value()));
            return;
        }
        yaml.map(true, () -> {
            entry("value", Units.text(measured, quantity.value()));
            if (source.ranged()) {
                entry("low", Units.text(measured, source.low()));
                entry("high", Units.text(measured, source.high()));
            }
            sharedOrInline(source);
        });
    }

    /** An origin that an entry of the section of shared origins states is written as its key, whoever wrote it out. */
    private void sharedOrInline(Source source) {
        Source unranged = new Source(source.basis(), source.facts(), source.reason(), Double.NaN, Double.NaN);
        String key = sharedOrigins.get(unranged);
        if (key == null) {
            origin(source);
        } else {
            yaml.plain("source");
            yaml.text(key);
        }
    }

    private void origin(Source source) {
        switch (source.basis()) {
            case FACT -> entry("fact", source.facts().get(0));
            case DERIVED -> {
                yaml.plain("derived");
                yaml.list(true, () -> source.facts().forEach(yaml::plain));
            }
            case ASSUMPTION -> text("assumption", source.reason());
            default -> throw new IllegalStateException("an origin without a word to write: " + source);
        }
        if (source.basis() != Basis.ASSUMPTION && !source.reason().isEmpty()) {
            text("reason", source.reason());
        }
    }

    private void node(Node node) {
        if (node instanceof Node.Mapping mapping) {
            yaml.map(
                    true,
                    () -> mapping.entries().values().forEach(entry -> {
                        node(entry.key());
                        node(entry.value());
                    }));
        } else if (node instanceof Node.Sequence sequence) {
            yaml.list(true, () -> sequence.items().forEach(this::node));
        } else if (node instanceof Node.Scalar scalar && scalar.plain()) {
            yaml.plain(scalar.text());
        } else if (node instanceof Node.Scalar scalar) {
            yaml.quoted(scalar.text());
        }
    }

    private void list(List<?> list, Place element) {
        boolean oneLine = !element.raw().isRecord() || SHORT.contains(element.raw());
        yaml.list(oneLine, () -> list.forEach(item -> write(item, element)));
    }

    private void map(Map<?, ?> map, Place element) {
        yaml.map(
                map.isEmpty(),
                () -> map.forEach((key, value) -> {
                    yaml.text(key.toString());
                    write(value, element);
                }));
    }

    private void variant(Object value, Place place) {
        Class<?> type = value.getClass();
        Place inner = place.as(type);
        NamedBy named = place.raw().getAnnotation(NamedBy.class);
        yaml.map(false, () -> {
            if (named != null) {
                if (!type.isAnnotationPresent(Extended.class)) {
                    entry(named.value(), Records.variantName(type));
                }
                components(value, inner);
            } else {
                yaml.plain(Records.variantName(type));
                content(value, inner);
            }
        });
    }

    private void content(Object value, Place place) {
        if (place.raw().isAnnotationPresent(Bare.class)) {
            var component = Records.components(place.raw()).get(0);
            Object only = Records.get(component, value);
            if (only != null) {
                write(only, place.component(component));
            }
        } else {
            write(value, place);
        }
    }

    private void components(Object owner, Place place) {
        Records.components(place.raw()).forEach(component -> {
            Object value = Records.get(component, owner);
            if (value != null) {
                yaml.plain(Records.key(component));
                write(value, place.component(component));
            }
        });
    }

    private void entry(String key, String plain) {
        yaml.plain(key);
        yaml.plain(plain);
    }

    private void text(String key, String text) {
        yaml.plain(key);
        yaml.text(text);
    }
}
