package straits.microworlds;

import java.util.Map;
import java.util.TreeMap;
import straits.random.DrawAudit;

/** Every draw of a run by its key: stream and ordinal, or purpose and object. */
final class RecordedDraws implements DrawAudit {

    private final Map<String, Double> byKey = new TreeMap<>();

    static Map<String, Double> of(Micro world) {
        RecordedDraws draws = new RecordedDraws();
        world.run(draws);
        return draws.byKey;
    }

    @Override
    public void drawn(String stream, long ordinal, double value) {
        byKey.put(stream + "#" + ordinal, value);
    }
}
