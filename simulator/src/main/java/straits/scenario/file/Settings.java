package straits.scenario.file;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import straits.scenario.Default;

/** Puts settings into the tree of a file before it is bound, so that they meet the same checks as the file. */
final class Settings {

    private static final Pattern PLAIN_NUMBER =
            Pattern.compile("-?[0-9.]+([eE]-?[0-9]+)?( [A-Za-z0-9 -]*[A-Za-z0-9])?");
    private static final String WRITTEN_REGIMES = "own_regimes";

    private final Class<?> type;
    private final RegimeLibrary library;
    private final Faults faults;

    /**
     * Settings of a file.
     *
     * @param type the record that the file is bound to
     */
    Settings(Class<?> type, RegimeLibrary library, Faults faults) {
        this.type = type;
        this.library = library;
        this.faults = faults;
    }

    /** The tree with all settings in it, one after the other. */
    Node apply(Node root, List<Setting> settings) {
        Node result = root;
        for (Setting setting : settings) {
            Node value = value(setting);
            if (value != null) {
                List<Object> steps = setting.steps();
                Node holder = withShippedRegime(result, steps);
                result = new Change(setting, value).at(holder, Place.of(type), steps);
            }
        }
        return result;
    }

    private @Nullable Node value(Setting setting) {
        if (!setting.wellFormed()) {
            faults.add(setting.position(), "", "no path; must be keys joined by . with [n] for the n-th of a list");
            return null;
        }
        if (PLAIN_NUMBER.matcher(setting.value()).matches()) {
            // Of the thousands of settings that a sampled point has nearly all are numbers, and a YAML parser is slow
            // to start.
            return new Node.Scalar(setting.position(), setting.value(), true);
        }
        Faults own = new Faults();
        Node node = NodeParser.parse("value", setting.value(), own);
        own.sorted().forEach(fault -> faults.add(setting.position(), setting.path(), fault.message()));
        return node == null ? null : node.movedTo(setting.position());
    }

    /** A regime of the library is written out first when a setting reaches into it. */
    private Node withShippedRegime(Node root, List<Object> steps) {
        if (steps.size() < 3 || !steps.get(0).equals(WRITTEN_REGIMES) || !(root instanceof Node.Mapping mapping)) {
            return root;
        }
        String name = steps.get(1).toString();
        Node written = mapping.value(WRITTEN_REGIMES);
        boolean there = written instanceof Node.Mapping regimes && regimes.value(name) != null;
        String text = there ? null : library.text(name);
        Node regime = text == null ? null : NodeParser.parse(library.place(name), text, faults);
        if (regime == null) {
            return root;
        }
        Node.Mapping holder = written instanceof Node.Mapping regimes
                ? regimes
                : new Node.Mapping(mapping.at(), new LinkedHashMap<>());
        return with(mapping, WRITTEN_REGIMES, with(holder, name, regime, regime.at()), mapping.at());
    }

    private static Node.Mapping with(Node.Mapping mapping, String key, Node value, Position keyAt) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
        Node.Entry earlier = entries.get(key);
        Node.Scalar keyNode = earlier == null ? new Node.Scalar(keyAt, key, false) : earlier.key();
        entries.put(key, new Node.Entry(keyNode, value));
        return new Node.Mapping(mapping.at(), entries);
    }

    /** One setting on its way down the tree. */
    private final class Change {

        private final Setting setting;
        private final Node value;

        Change(Setting setting, Node value) {
            this.setting = setting;
            this.value = value;
        }

        /** The node with the value put in at the end of the steps; the place tells defaults of what is not written. */
        Node at(Node node, @Nullable Place place, List<Object> steps) {
            if (steps.isEmpty()) {
                return value;
            }
            List<Object> rest = steps.subList(1, steps.size());
            if (place != null
                    && place.raw() == List.class
                    && Binder.isPair(place.element().raw())) {
                return pair(node, place.element(), place, steps);
            }
            if (steps.get(0) instanceof Integer index && node instanceof Node.Sequence sequence) {
                return item(sequence, place, index, rest);
            }
            if (steps.get(0) instanceof String key && node instanceof Node.Mapping mapping) {
                Node earlier = mapping.value(key);
                boolean there = earlier != null && !earlier.isAbsent();
                Node inner = earlier == null || !there ? unwritten(place, key) : earlier;
                return with(mapping, key, at(inner, below(place, key), rest), setting.position());
            }
            return fault(node, "found " + node.kind() + ", which has no " + step(steps.get(0)));
        }

        /**
         * A list that may be written as a map from the first component to the second, as values by date are: a path may name
         * an item by its place, {@code need[0].value}, or by its key, {@code need.2025-01-01}, however the file writes it.
         */
        private Node pair(Node node, Place element, Place list, List<Object> steps) {
            List<Object> rest = steps.subList(1, steps.size());
            String first = name(element, 0);
            String second = name(element, 1);
            if (steps.get(0) instanceof Integer index) {
                Node written = node instanceof Node.Mapping mapping ? items(mapping, first, second) : node;
                return written instanceof Node.Sequence sequence
                        ? item(sequence, list, index, rest)
                        : fault(node, "found " + node.kind() + ", which has no " + step(index));
            }
            String key = steps.get(0).toString();
            if (node instanceof Node.Mapping mapping) {
                Node inner = mapping.value(key);
                Place value =
                        element.component(Records.components(element.raw()).get(1));
                Node from = inner == null ? new Node.Mapping(setting.position(), Map.of()) : inner;
                return with(mapping, key, at(from, value, rest), setting.position());
            }
            if (!(node instanceof Node.Sequence sequence)) {
                return fault(node, "found " + node.kind() + ", which has no " + step(key));
            }
            for (int i = 0; i < sequence.items().size(); i++) {
                boolean its = sequence.items().get(i) instanceof Node.Mapping item
                        && item.value(first) instanceof Node.Scalar scalar
                        && scalar.text().equals(key);
                if (its) {
                    List<Object> inside = new ArrayList<>(List.of(second));
                    inside.addAll(rest);
                    return item(sequence, list, i, inside);
                }
            }
            return fault(node, "no item " + step(key) + " in the list");
        }

        private static String name(Place element, int component) {
            return Records.key(Records.components(element.raw()).get(component));
        }

        private static Node.Sequence items(Node.Mapping pairs, String first, String second) {
            List<Node> items = new ArrayList<>();
            pairs.entries().forEach((key, entry) -> {
                Map<String, Node.Entry> item = new LinkedHashMap<>();
                Position at = entry.key().at();
                item.put(first, new Node.Entry(new Node.Scalar(at, first, true), entry.key()));
                item.put(second, new Node.Entry(new Node.Scalar(at, second, true), entry.value()));
                items.add(new Node.Mapping(at, item));
            });
            return new Node.Sequence(pairs.at(), items);
        }

        private Node item(Node.Sequence sequence, @Nullable Place place, int index, List<Object> rest) {
            if (index >= sequence.items().size()) {
                return fault(
                        sequence,
                        "no [" + index + "]; the list has " + sequence.items().size() + " items");
            }
            List<Node> items = new ArrayList<>(sequence.items());
            Place inner = place != null && place.raw() == List.class ? place.element() : null;
            items.set(index, at(items.get(index), inner, rest));
            return new Node.Sequence(sequence.at(), items);
        }

        private Node fault(Node node, String message) {
            faults.add(setting.position(), setting.path(), message);
            return node;
        }

        private Node unwritten(@Nullable Place place, String key) {
            return component(place, key)
                    .map(component -> component.getAnnotation(Default.class))
                    .map(silent -> new Defaults().node(silent, setting.position()))
                    .orElseGet(() -> new Node.Mapping(setting.position(), Map.of()));
        }

        private static @Nullable Place below(@Nullable Place place, String key) {
            if (place != null && place.isMap()) {
                return place.element();
            }
            return component(place, key)
                    .flatMap(component -> Optional.ofNullable(place).map(owner -> owner.component(component)))
                    .orElse(null);
        }

        private static Optional<RecordComponent> component(@Nullable Place place, String key) {
            if (place == null || !place.raw().isRecord()) {
                return Optional.empty();
            }
            return Records.components(place.raw()).stream()
                    .filter(component -> Records.key(component).equals(key))
                    .findFirst();
        }

        private static String step(Object step) {
            return step instanceof Integer ? "[" + step + "]" : "\"" + step + "\"";
        }
    }
}
