package straits.scenario.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the price schedules that a scenario names into its tree before it is bound. What is read is then part of the effective
 * scenario and its hash like all other input, and every fault has its file and line.
 */
final class ScheduleFiles {

    private final @Nullable Path folder;
    private final Faults faults;

    /**
     * Reads schedules.
     *
     * @param folder folder of the scenario; null if it is no file
     */
    ScheduleFiles(@Nullable Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** The tree of a scenario with the schedules of its providers written out. */
    Node apply(Node root) {
        return changed(
                root,
                "providers",
                providers -> each(
                        providers,
                        (key, provider) -> changed(provider, "pricing", pricing -> {
                            String path = Texts.key("providers", key) + ".pricing.schedule";
                            return changed(pricing, "schedule", schedule -> read(schedule, path));
                        })));
    }

    private Node read(Node schedule, String path) {
        if (!(schedule instanceof Node.Scalar name) || schedule.isAbsent()) {
            return schedule;
        }
        Path file = file(name, path);
        Faults own = new Faults();
        String text = file == null ? null : FileText.read(file, own);
        own.sorted().forEach(fault -> faults.add(name.at(), path, file + ": " + fault.message()));
        return file == null || text == null
                ? new Node.Refused(name.at())
                : new ScheduleTable(file.toString(), path, faults).read(text);
    }

    private @Nullable Path file(Node.Scalar name, String path) {
        if (folder == null) {
            faults.add(name.at(), path, "found a file name; a file is read only for a scenario that is a file itself");
            return null;
        }
        try {
            return folder.resolve(name.text());
        } catch (InvalidPathException e) {
            faults.add(name.at(), path, "found \"" + Texts.shortened(name.text()) + "\"; must be the name of a file");
            return null;
        }
    }

    /** A change of one entry of a map, by its key. */
    @FunctionalInterface
    private interface Change {
        Node of(String key, Node value);
    }

    private static Node changed(Node node, String key, UnaryOperator<Node> change) {
        boolean has = node instanceof Node.Mapping mapping && mapping.value(key) != null;
        return has ? each(node, (name, value) -> name.equals(key) ? change.apply(value) : value) : node;
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
}
