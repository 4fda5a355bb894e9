package straits.scenario.file;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of a number that somebody set what stood there before, so that no origin is left that is not its own. */
final class ChangedOrigin {

    private static final String VALUE = "value";

    private ChangedOrigin() {}

    /** The setting with the origin of its number; the same if there was none, or if it states one itself. */
    static Setting marked(Setting setting, Node root) {
        boolean ofTheValue = setting.path().endsWith("." + VALUE);
        String path =
                ofTheValue ? setting.path().substring(0, setting.path().length() - VALUE.length() - 1) : setting.path();
        boolean section = setting.value().startsWith("{") || setting.value().startsWith("[");
        Node earlier = node(root, new Setting(path, "").steps());
        if (section || !(earlier instanceof Node.Mapping number) || !(number.value(VALUE) instanceof Node.Scalar old)) {
            return setting;
        }
        String reason = "changed by hand; was " + old.text() + origin(number);
        // A choice is not uncertain: its range is itself, in the unit of the value.
        String only = setting.value().split(" ", 2)[0];
        return new Setting(
                path,
                "{value: " + setting.value() + ", low: " + only + ", high: " + only + ", assumption: " + quoted(reason)
                        + "}");
    }

    private static @Nullable Node node(@Nullable Node root, List<Object> steps) {
        Node node = root;
        for (Object step : steps) {
            if (node instanceof Node.Mapping mapping && step instanceof String key) {
                node = mapping.value(key);
            } else if (node instanceof Node.Sequence sequence
                    && step instanceof Integer index
                    && index < sequence.items().size()) {
                node = sequence.items().get(index);
            } else {
                return null;
            }
        }
        return node;
    }

    private static String origin(Node.Mapping number) {
        String fact = text(number.value("fact"));
        String derived = text(number.value("derived"));
        String assumption = text(number.value("assumption"));
        String reason = text(number.value("reason"));
        String origin = !fact.isEmpty()
                ? ", fact " + fact
                : !derived.isEmpty()
                        ? ", derived from " + derived
                        : assumption.isEmpty() ? "" : ", an assumption: " + assumption;
        return origin + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static String text(@Nullable Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(ChangedOrigin::text).collect(Collectors.joining(", "));
        }
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
