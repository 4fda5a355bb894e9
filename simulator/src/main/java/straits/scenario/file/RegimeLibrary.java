package straits.scenario.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where regimes come from that a scenario names but does not write out. */
public interface RegimeLibrary {

    /** A library without regimes. */
    RegimeLibrary NONE = new RegimeLibrary() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public @Nullable String text(String name) {
            return null;
        }
    };

    /** Keys of all regimes it has. */
    List<String> names();

    /** YAML text of a regime, or null if it has none of that key. */
    @Nullable
    String text(String name);

    /** How faults name the place where the text of a regime comes from. */
    default String place(String name) {
        return "regime " + name;
    }
}
