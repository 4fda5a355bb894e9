package straits.scenario.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every fault of a reading. */
final class Faults {

    private static final Comparator<Fault> TOP_DOWN =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparingInt(Fault::column);

    private final List<Fault> faults = new ArrayList<>();

    void add(Position at, String path, String message) {
        faults.add(Fault.at(at, path, message));
    }

    void addAll(Faults others) {
        faults.addAll(others.faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Whether a value that a check read is itself faulty: at the path, below it, or a whole that contains it. */
    boolean touch(String path) {
        return faults.stream().anyMatch(fault -> within(fault.path(), path) || within(path, fault.path()));
    }

    List<Fault> sorted() {
        return faults.stream().sorted(TOP_DOWN).toList();
    }

    private static boolean within(String inner, String outer) {
        return inner.equals(outer)
                || (inner.startsWith(outer) && (outer.isEmpty() || ".[".indexOf(inner.charAt(outer.length())) >= 0));
    }
}
