package straits.scenario.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A piece of a scenario that was drawn, with the place it stands at, so that it can be drawn again. */
sealed interface Grown {

    /** What the records say about it. */
    Place place();

    /** The piece in flow style, which any YAML reader takes. */
    String text();

    /** A text without anything inside. */
    record Leaf(Place place, String text) implements Grown {}

    /** A list. */
    record Items(Place place, List<Grown> items) implements Grown {
        @Override
        public String text() {
            return items.stream().map(Grown::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A map, and which of its keys may be left out. */
    record Keys(Place place, LinkedHashMap<String, Grown> entries, Set<String> optional) implements Grown {
        @Override
        public String text() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().text())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }
}
