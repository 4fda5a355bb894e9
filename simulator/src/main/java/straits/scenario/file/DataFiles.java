package straits.scenario.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the traces and columns of numbers that a scenario names into its tree before it is bound. What is read is then part of the
 * effective scenario and its hash like all other input; nothing is read again later.
 */
final class DataFiles {

    private static final String ROWS = "rows";
    private static final String EMPIRICAL = "empirical";

    private final @Nullable Path folder;
    private final Faults faults;

    /**
     * Reads data.
     *
     * @param folder folder of the scenario; null if it is no file
     */
    DataFiles(@Nullable Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** The tree of a scenario with its data written out. */
    Node apply(Node root) {
        Node classes = root instanceof Node.Mapping mapping ? mapping.value("tenant_classes") : null;
        return classes == null ? root : with(root, "tenant_classes", "", true);
    }

    /** Descends to where data may stand: the rows of a trace, and every empirical law. */
    private Node with(Node node, String only, String path, boolean whole) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> {
                boolean stays = whole && !key.equals(only);
                Node value = stays ? entry.value() : inside(key, entry.value(), path);
                entries.put(key, new Node.Entry(entry.key(), value));
            });
            return new Node.Mapping(mapping.at(), entries);
        }
        return node;
    }

    private Node inside(String key, Node value, String outer) {
        String path = Texts.key(outer, key);
        if (key.equals(ROWS) && outer.endsWith(".trace") && value instanceof Node.Scalar name && isName(name)) {
            String text = text(name, path);
            return text == null ? new Node.Refused(name.at()) : new Node.Scalar(above(name), text, false);
        }
        if (key.equals(EMPIRICAL) && value instanceof Node.Mapping column) {
            return column(column, path);
        }
        return with(value, "", path, false);
    }

    /** A table has lines; what has only one is the name of a file. */
    private static boolean isName(Node.Scalar scalar) {
        return !scalar.isAbsent() && scalar.text().indexOf('\n') < 0;
    }

    private Position above(Node.Scalar name) {
        return new Position(String.valueOf(folder == null ? "" : folder.resolve(name.text())), 0, 1);
    }

    private Node column(Node.Mapping spec, String path) {
        List<String> values = new ArrayList<>();
        for (String key : List.of("file", "column")) {
            if (spec.value(key) instanceof Node.Scalar scalar && !scalar.isAbsent()) {
                values.add(scalar.text());
            } else {
                faults.add(
                        spec.at(),
                        path,
                        "missing " + key + "; an empirical law is a list of values, or {file: NAME.csv,"
                                + " column: NAME, unit: UNIT}");
                return new Node.Refused(spec.at());
            }
        }
        String unit = spec.value("unit") instanceof Node.Scalar scalar ? " " + scalar.text() : "";
        Node.Scalar name = new Node.Scalar(spec.at(), values.get(0), true);
        String text = text(name, path);
        return text == null
                ? new Node.Refused(spec.at())
                : new NumberColumn(above(name), path, faults).read(text, values.get(1), unit);
    }

    private @Nullable String text(Node.Scalar name, String path) {
        if (folder == null) {
            faults.add(name.at(), path, "found a file name; a file is read only for a scenario that is a file itself");
            return null;
        }
        try {
            Path file = folder.resolve(name.text());
            Faults own = new Faults();
            String text = FileText.read(file, own);
            own.sorted().forEach(fault -> faults.add(name.at(), path, file + ": " + fault.message()));
            return text;
        } catch (InvalidPathException e) {
            faults.add(name.at(), path, "found \"" + Texts.shortened(name.text()) + "\"; must be the name of a file");
            return null;
        }
    }
}
