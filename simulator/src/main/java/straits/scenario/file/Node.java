package straits.scenario.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML tree that keeps where every key and value stands. */
sealed interface Node {

    /** Where it begins. */
    Position at();

    /** Any text that is neither map nor list; plain means without quotes. */
    record Scalar(Position at, String text, boolean plain) implements Node {

        /** The map from this text to nothing further. */
        Mapping alone() {
            return new Mapping(at, Map.of(text, new Entry(this, new Mapping(at, Map.of()))));
        }
    }

    /** A list. */
    record Sequence(Position at, List<Node> items) implements Node {}

    /** A map by key, in the order of the file. */
    record Mapping(Position at, Map<String, Entry> entries) implements Node {

        @Nullable
        Node value(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /** Something refused while parsing: its fault is already noted. */
    record Refused(Position at) implements Node {}

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}

    /** What it is, for messages. */
    default String kind() {
        if (this instanceof Scalar scalar) {
            return isAbsent() ? "nothing" : "\"" + Texts.shortened(scalar.text()) + "\"";
        }
        return this instanceof Mapping ? "a map" : "a list";
    }

    /** Whether it is an empty plain text, {@code null} or {@code ~}. */
    default boolean isAbsent() {
        return this instanceof Scalar scalar
                && scalar.plain()
                && (scalar.text().isEmpty()
                        || scalar.text().equals("null")
                        || scalar.text().equals("~"));
    }

    /** The same tree, all of it at one position. */
    default Node movedTo(Position position) {
        if (this instanceof Scalar scalar) {
            return new Scalar(position, scalar.text(), scalar.plain());
        }
        if (this instanceof Sequence sequence) {
            return new Sequence(
                    position,
                    sequence.items().stream()
                            .map(item -> item.movedTo(position))
                            .toList());
        }
        if (this instanceof Mapping mapping) {
            Map<String, Entry> moved = new LinkedHashMap<>();
            mapping.entries()
                    .forEach((key, entry) -> moved.put(
                            key,
                            new Entry(
                                    (Scalar) entry.key().movedTo(position),
                                    entry.value().movedTo(position))));
            return new Mapping(position, moved);
        }
        return new Refused(position);
    }
}
