package straits.microworlds;

import java.util.Map;
import java.util.TreeMap;

/** Every draw of a run by what it was drawn for. */
final class DrawsMade {

    private DrawsMade() {}

    static Map<String, Double> in(Micro world) {
        Map<String, Double> draws = new TreeMap<>();
        world.run((stream, ordinal, value) -> draws.put(stream + " " + ordinal, value));
        return draws;
    }
}
