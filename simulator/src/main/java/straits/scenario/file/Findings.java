package straits.scenario.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a binding notes beside the value: faults, where each value stands, and names it could not look up itself. */
final class Findings {

    final Faults faults = new Faults();
    final List<OpenName> openNames = new ArrayList<>();
    private final Map<String, Position> positions = new HashMap<>();

    /** A name of a section that is not in the same file. */
    record OpenName(Position at, String path, String section, String name) {}

    void stands(String path, Position at) {
        positions.put(path, at);
    }

    void fault(Position at, Spot spot, String message) {
        faults.add(at, spot.path(), message);
    }

    /** Where a value stands, or the nearest thing around it that the file says. */
    Position position(String path, Position otherwise) {
        Position at = positions.get(path);
        for (String outer : Texts.pathsAround(path)) {
            at = at == null ? positions.get(outer) : at;
        }
        return at == null ? otherwise : at;
    }
}
