package straits.scenario.file;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.scenario.Default;
import straits.scenario.Form;
import straits.scenario.Meaning;
import straits.scenario.Parameter;
import straits.scenario.Quantity;
import straits.scenario.Source;
import straits.scenario.TraceRows;

/**
 * Binds a tree to records, driven only by record components and their annotations. Every fault is noted; a faulty value
 * is replaced by a stand-in, so that one pass finds all faults.
 */
final class Binder {

    private final Findings findings;
    private final Map<String, Source> sources;
    private final Defaults defaults;
    private final ScalarBinder scalars;
    private final QuantityBinder quantities;
    private final OriginBinder origins;
    private final VariantBinder variants;

    Binder(Findings findings, Map<String, Source> sources) {
        this(findings, sources, new Defaults());
    }

    private Binder(Findings findings, Map<String, Source> sources, Defaults defaults) {
        this.findings = findings;
        this.defaults = defaults;
        this.sources = sources;
        this.scalars = new ScalarBinder(findings);
        this.quantities = new QuantityBinder(findings, sources);
        this.origins = new OriginBinder(findings, sources);
        this.variants = new VariantBinder(findings, this);
    }

    /** The value of a node; a stand-in if the node is faulty. */
    Object bind(Node node, Spot spot) {
        findings.stands(spot.path(), node.at());
        Class<?> type = spot.place().raw();
        if (node instanceof Node.Refused) {
            return Placeholders.of(type);
        }
        if (type == Quantity.class) {
            return quantities.bind(node, spot);
        }
        if (type == Source.class) {
            return origins.section(node, spot);
        }
        if (type == Parameter.class) {
            return node instanceof Node.Scalar scalar && !node.isAbsent()
                    ? new Parameter(scalar.text())
                    : fault(node, spot, "found " + node.kind() + "; must be a number or a text");
        }
        if (type == TraceRows.class) {
            return trace(node, spot);
        }
        if (type == Written.class) {
            return node.isAbsent() ? fault(node, spot, "found nothing; must be a value") : Written.of(node);
        }
        if (type == List.class) {
            return list(node, spot);
        }
        if (type == Map.class) {
            return map(node, spot);
        }
        if (type.isSealed()) {
            return variants.bind(node, spot);
        }
        return type.isRecord() && type != Amount.class ? record(node, spot, Set.of()) : scalars.bind(node, spot);
    }

    private Object trace(Node node, Spot spot) {
        if (!(node instanceof Node.Scalar scalar) || node.isAbsent()) {
            return fault(
                    node,
                    spot,
                    "found " + node.kind() + "; must be the name of a CSV file, or its rows in a block (|)");
        }
        return new TraceTable(node.at(), spot.path(), spot.keys("chips"), findings.faults).read(scalar.text());
    }

    /** A record from a map; the keys of the map are its components and the extra ones. */
    Object record(Node node, Spot spot, Set<String> extra) {
        Class<?> type = spot.place().raw();
        Set<String> known = new LinkedHashSet<>(extra);
        Records.components(type).forEach(component -> known.add(Records.key(component)));
        if (!(node instanceof Node.Mapping mapping)) {
            String keys = Texts.shortened(String.join(", ", known));
            return fault(node, spot, "found " + node.kind() + "; must be a map with the keys " + keys);
        }
        refuseUnknownKeys(mapping, spot, known);
        Spot inside = spot.within(type, mapping);
        @Nullable
        Object[] arguments = Records.components(type).stream()
                .map(component -> component(component, mapping, inside))
                .toArray();
        return Records.create(type, arguments);
    }

    private @Nullable Object component(RecordComponent component, Node.Mapping mapping, Spot owner) {
        String name = Records.key(component);
        Spot spot = owner.at(owner.place().component(component), Texts.key(owner.path(), name));
        Node node = mapping.value(name);
        Default silent = component.getAnnotation(Default.class);
        if (node == null || (node.isAbsent() && Records.nullable(component))) {
            if (silent != null) {
                return bind(defaults.node(silent, mapping.at()), spot.byDefault());
            }
            return Records.nullable(component) ? null : missing(component, mapping, spot);
        }
        Object stated = bind(node, spot);
        return silent == null ? stated : unlessDefault(stated, node, spot, silent);
    }

    /** A default that a file repeats without a word on its origin is still the default. */
    private Object unlessDefault(Object stated, Node node, Spot spot, Default silent) {
        if (stated instanceof String || stated instanceof Enum<?> || stated instanceof Boolean) {
            return stated;
        }
        Binder aside = new Binder(new Findings(), sources, defaults);
        Object standing = aside.bind(defaults.node(silent, node.at()), spot.byDefault());
        return aside.bind(node, spot.byDefault()).equals(standing) ? standing : stated;
    }

    private Object missing(RecordComponent component, Node.Mapping mapping, Spot spot) {
        Meaning meaning = component.getAnnotation(Meaning.class);
        return fault(mapping, spot, "missing" + (meaning == null ? "" : ": " + meaning.value()));
    }

    private void refuseUnknownKeys(Node.Mapping mapping, Spot spot, Set<String> known) {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                findings.faults.add(entry.key().at(), Texts.key(spot.path(), key), Texts.unknown("key", key, known));
            }
        });
    }

    private Object list(Node node, Spot spot) {
        Place element = spot.place().element();
        if (node instanceof Node.Mapping mapping && isPair(element.raw())) {
            return pairs(mapping, spot, element.raw());
        }
        if (!(node instanceof Node.Sequence sequence)) {
            return fault(node, spot, "found " + node.kind() + "; must be a list");
        }
        List<Object> values = new ArrayList<>();
        Set<Object> names = new LinkedHashSet<>();
        for (Node item : sequence.items()) {
            Spot inner = spot.at(element, Texts.index(spot.path(), values.size()));
            Object value = bind(item, inner);
            boolean name = value instanceof String || value instanceof Enum<?>;
            if (name && !names.add(value) && item instanceof Node.Scalar scalar) {
                findings.fault(item.at(), inner, "\"" + Texts.shortened(scalar.text()) + "\" a second time");
            }
            values.add(value);
        }
        return values;
    }

    /** Where every key of a record may be left out, its name by itself says enough: {@code factors: assumptions}. */
    private static boolean isNameAlone(Node node, Class<?> element) {
        return node instanceof Node.Scalar && !node.isAbsent() && element.isRecord() && Records.optional(element);
    }

    /** Whether a list of these may be written as a map from the first component to the second. */
    static boolean isPair(Class<?> type) {
        return type.isRecord() && Records.components(type).size() == 2;
    }

    private Object pairs(Node.Mapping mapping, Spot spot, Class<?> type) {
        List<RecordComponent> components = Records.components(type);
        List<Object> values = new ArrayList<>();
        for (Node.Entry entry : mapping.entries().values()) {
            Place element = spot.place().element();
            String path = Texts.key(spot.path(), entry.key().text());
            findings.stands(Texts.index(spot.path(), values.size()), entry.key().at());
            @Nullable
            Object[] arguments = {
                bind(entry.key(), spot.at(element.component(components.get(0)), path)),
                bind(entry.value(), spot.at(element.component(components.get(1)), path))
            };
            values.add(Records.create(type, arguments));
        }
        return values;
    }

    private Object map(Node written, Spot spot) {
        Node node = isNameAlone(written, spot.place().element().raw()) ? ((Node.Scalar) written).alone() : written;
        if (!(node instanceof Node.Mapping mapping)) {
            return fault(node, spot, "found " + node.kind() + "; must be a map by key");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Place keys = new Place(String.class, null, Range.ALL, spot.place().keySection(), Form.Kind.SLUG);
        mapping.entries().forEach((key, entry) -> {
            Spot inner = spot.at(spot.place().element(), Texts.key(spot.path(), key));
            scalars.text(entry.key(), inner.at(keys, inner.path()));
            values.put(key, bind(entry.value(), inner));
        });
        return values;
    }

    private Object fault(Node node, Spot spot, String message) {
        findings.fault(node.at(), spot, message);
        return Placeholders.of(spot.place().raw());
    }
}
