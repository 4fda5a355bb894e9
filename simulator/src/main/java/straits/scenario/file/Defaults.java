package straits.scenario.file;

import java.util.HashMap;
import java.util.Map;
import straits.scenario.Default;

/** The trees of default texts, each parsed once per reading. */
final class Defaults {

    private final Map<String, Node> trees = new HashMap<>();

    /** A default stands where the map stands that leaves it out. */
    Node node(Default silent, Position at) {
        return trees.computeIfAbsent(silent.value(), Defaults::parse).movedTo(at);
    }

    private static Node parse(String text) {
        Faults none = new Faults();
        Node node = NodeParser.parse("default", text, none);
        if (node == null || !none.isEmpty()) {
            throw new IllegalStateException("a default that is not YAML: " + text + none.sorted());
        }
        return node;
    }
}
