package straits.scenario.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects every fault of a reading. */
final class Faults {

    private static final Comparator<Fault> TOP_DOWN =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparingInt(Fault::column);

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> around = new HashSet<>();

    void add(Position at, String path, String message) {
        add(Fault.at(at, path, message));
    }

    void addAll(Faults others) {
        others.faults.forEach(this::add);
    }

    private void add(Fault fault) {
        faults.add(fault);
        paths.add(fault.path());
        around.addAll(Texts.pathsAround(fault.path()));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Whether a value that a check read is itself faulty: at the path, below it, or a whole that contains it. */
    boolean touch(String path) {
        return paths.contains(path)
                || around.contains(path)
                || Texts.pathsAround(path).stream().anyMatch(paths::contains);
    }

    List<Fault> sorted() {
        return faults.stream().sorted(TOP_DOWN).toList();
    }
}
