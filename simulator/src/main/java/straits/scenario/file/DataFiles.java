package straits.scenario.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files that a scenario names into its tree before it is bound: price schedules of providers, traces and columns of numbers
 * of tenant classes. What is read is then part of the effective scenario and its hash like all other input; every fault has its file
 * and line, and nothing is read again later.
 */
final class DataFiles {

    /** The parts of a scenario that may name files. */
    private static final Set<String> PARTS = Set.of("providers", "tenant_classes");

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
        return each(root, (key, value) -> PARTS.contains(key) ? filled(value, key) : value);
    }

    /** A change of an entry of a map. */
    @FunctionalInterface
    private interface Change {
        Node of(String key, Node value);
    }

    private static Node each(Node node, Change change) {
        if (!(node instanceof Node.Mapping mapping)) {
            return node;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        mapping.entries()
                .forEach((key, entry) -> entries.put(key, new Node.Entry(entry.key(), change.of(key, entry.value()))));
        return new Node.Mapping(mapping.at(), entries);
    }

    private Node filled(Node node, String path) {
        if (node instanceof Node.Scalar name && !name.isAbsent()) {
            return path.endsWith(".pricing.schedule")
                    ? schedule(name, path)
                    : path.endsWith(".trace.rows") ? rows(name, path) : name;
        }
        return path.endsWith("." + EMPIRICAL) && node instanceof Node.Mapping column
                ? column(column, path)
                : each(node, (key, value) -> filled(value, Texts.key(path, key)));
    }

    private Node schedule(Node.Scalar name, String path) {
        String text = text(name, path);
        return text == null
                ? new Node.Refused(name.at())
                : new ScheduleTable(above(name).file(), path, faults).read(text);
    }

    /** A table has lines; what has only one is the name of a file. */
    private Node rows(Node.Scalar name, String path) {
        if (name.text().indexOf('\n') >= 0) {
            return name;
        }
        String text = text(name, path);
        return text == null ? new Node.Refused(name.at()) : new Node.Scalar(above(name), text, false);
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

    /** Where the lines of a file are counted from. */
    private Position above(Node.Scalar name) {
        return new Position(String.valueOf(folder == null ? "" : folder.resolve(name.text())), 0, 1);
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
