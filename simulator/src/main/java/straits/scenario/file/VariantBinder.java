package straits.scenario.file;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.extension.Extensions;
import straits.scenario.Bare;
import straits.scenario.Extended;
import straits.scenario.NamedBy;

/** Values of sealed types: which of the permitted records a node is, by its name. */
final class VariantBinder {

    private final Findings findings;
    private final Binder binder;

    VariantBinder(Findings findings, Binder binder) {
        this.findings = findings;
        this.binder = binder;
    }

    Object bind(Node node, Spot spot) {
        NamedBy named = spot.place().raw().getAnnotation(NamedBy.class);
        return named == null ? byOnlyKey(node, spot) : byNamedKey(node, spot, named.value());
    }

    private Object byNamedKey(Node node, Spot spot, String key) {
        Node name = node instanceof Node.Mapping mapping ? mapping.value(key) : null;
        if (!(name instanceof Node.Scalar scalar)) {
            String names = String.join(", ", names(spot));
            return fault(
                    node,
                    spot,
                    "found " + (name == null ? node.kind() + " without " + key : name.kind()) + "; must be a map with "
                            + key + ": one of " + names);
        }
        Class<?> variant = variant(spot, scalar.text());
        if (variant == null) {
            return fault(
                    scalar,
                    spot.at(spot.place(), Texts.key(spot.path(), key)),
                    Texts.unknown(key, scalar.text(), names(spot)));
        }
        // An extension's name is a component of its record.
        return binder.record(node, spot.as(variant), extended(variant) ? Set.of() : Set.of(key));
    }

    private Object byOnlyKey(Node node, Spot spot) {
        Class<?> unnamed = unnamed(spot);
        boolean number = node instanceof Node.Scalar && !node.isAbsent();
        if (unnamed != null && (number || (node instanceof Node.Mapping map && map.value("value") != null))) {
            return bare(node, spot.as(unnamed));
        }
        Node named = node instanceof Node.Scalar scalar && number && unnamed == null ? scalar.alone() : node;
        if (!(named instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
            return fault(
                    node,
                    spot,
                    "found " + node.kind() + "; must be a value or a map with one key of "
                            + String.join(", ", names(spot)));
        }
        Node.Entry only = mapping.entries().values().iterator().next();
        Class<?> variant = variant(spot, only.key().text());
        String path = Texts.key(spot.path(), only.key().text());
        if (variant == null) {
            findings.faults.add(
                    only.key().at(), path, Texts.unknown("name", only.key().text(), names(spot)));
            return Placeholders.of(spot.place().raw());
        }
        Spot inner = spot.at(spot.place().as(variant), path);
        return variant.isAnnotationPresent(Bare.class) ? bare(only.value(), inner) : binder.bind(only.value(), inner);
    }

    private Object bare(Node node, Spot spot) {
        Class<?> type = spot.place().raw();
        Place component = spot.place().component(Records.components(type).get(0));
        @Nullable Object[] arguments = {binder.bind(node, spot.at(component, spot.path()))};
        return Records.create(type, arguments);
    }

    private static @Nullable Class<?> unnamed(Spot spot) {
        return Records.variants(spot.place().raw()).stream()
                .filter(variant -> variant.isAnnotationPresent(Bare.class)
                        && variant.getAnnotation(Bare.class).unnamed())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Class<?> variant(Spot spot, String name) {
        boolean installed = Extensions.installed().rules().containsKey(name);
        return Records.variants(spot.place().raw()).stream()
                .filter(variant -> extended(variant)
                        ? installed
                        : Records.variantName(variant).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean extended(Class<?> variant) {
        return variant.isAnnotationPresent(Extended.class);
    }

    /** Names of what is built in, then of what is installed. */
    static List<String> names(Class<?> sealed) {
        List<Class<?>> variants = Records.variants(sealed);
        Stream<String> builtIn =
                variants.stream().filter(variant -> !extended(variant)).map(Records::variantName);
        Stream<String> installed = variants.stream().anyMatch(VariantBinder::extended)
                ? new TreeSet<>(Extensions.installed().rules().keySet()).stream()
                : Stream.of();
        return Stream.concat(builtIn, installed).toList();
    }

    private static List<String> names(Spot spot) {
        return names(spot.place().raw());
    }

    private Object fault(Node node, Spot spot, String message) {
        findings.fault(node.at(), spot, message);
        return Placeholders.of(spot.place().raw());
    }
}
