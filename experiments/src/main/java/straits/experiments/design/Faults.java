package straits.experiments.design;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.Finding;

/** What is found wrong in an experiment file, at paths of that file. */
final class Faults {

    private final List<Finding> findings = new ArrayList<>();

    void add(String path, String message) {
        findings.add(Finding.fault(path, message));
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** The path of a key within a path, which is empty for the file itself. */
    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
