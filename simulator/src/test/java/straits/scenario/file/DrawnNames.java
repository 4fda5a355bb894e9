package straits.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The keys of the things of a drawn scenario, by section: so whatever refers to one can be drawn before it. */
final class DrawnNames {

    private static final List<String> SECTIONS = List.of(
            "chips",
            "countries",
            "sites",
            "providers",
            "tenant_classes",
            "anchors",
            "deliveries",
            "vendors",
            "tiers",
            "desk.review_classes",
            "desk.agencies");

    private final Random random;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    DrawnNames(Random random) {
        this.random = random;
        for (String section : SECTIONS) {
            counts.put(section, 1 + random.nextInt(2));
        }
    }

    /** Keys of a section, or of several, as in {@code providers or countries}. */
    List<String> of(String sections) {
        List<String> names = new ArrayList<>();
        for (String section : sections.split(" or ", -1)) {
            String stem = section.substring(section.lastIndexOf('.') + 1).replace("_", "-");
            for (int i = 1; i <= counts.getOrDefault(section, 1); i++) {
                names.add(stem + "-" + i);
            }
        }
        return names;
    }

    /** Keys of a map that stands at a path. */
    List<String> at(String path) {
        for (String section : SECTIONS) {
            if (path.equals(section) || path.endsWith("." + section)) {
                return of(section);
            }
        }
        // A provider sells every chip, and has a price for each.
        return path.endsWith(".schedule")
                ? of("chips")
                : List.of("k1", "k2", "k3").subList(0, 1 + random.nextInt(3));
    }
}
