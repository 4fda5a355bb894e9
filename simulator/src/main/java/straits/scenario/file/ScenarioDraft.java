package straits.scenario.file;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.scenario.LoadedScenario;

/**
 * The text of a scenario, taken apart once and read many times, each time with other settings: how the points of a design are
 * made. Immutable; safe to share between threads if its library is.
 */
public final class ScenarioDraft {

    private final RegimeLibrary library;
    private final @Nullable Path folder;
    private final @Nullable Node root;
    private final Faults faults = new Faults();

    /**
     * A draft; what is wrong with the text is told by each reading.
     *
     * @param name stands for the file in faults
     * @param text text of a scenario
     * @param library where regimes come from that the scenario does not write out
     */
    public ScenarioDraft(String name, String text, RegimeLibrary library) {
        this(name, text, library, null);
    }

    /**
     * A draft that may name files.
     *
     * @param folder where they are; null if there is none
     */
    ScenarioDraft(String name, String text, RegimeLibrary library, @Nullable Path folder) {
        this.library = library;
        this.folder = folder;
        root = NodeParser.parse(name, FileText.withoutMark(text), faults);
    }

    /** The scenario with some values set otherwise, later settings over earlier ones. */
    public Reading<LoadedScenario> read(List<Setting> settings) {
        return new ScenarioReader(library).read(root, faults, settings, folder);
    }
}
