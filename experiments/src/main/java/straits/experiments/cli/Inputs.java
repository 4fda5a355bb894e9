package straits.experiments.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.experiments.design.ScenarioLibrary;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.file.Reading;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.Setting;
import straits.scenario.file.Texts;

/** What the name or path in a command stands for: an existing file first, else something that ships with the program. */
final class Inputs {

    private final ScenarioLibrary library;

    Inputs(ScenarioLibrary library) {
        this.library = library;
    }

    /** Reads a scenario with settings; regimes it names come from its own ones, else from those shipped. */
    Reading<LoadedScenario> scenario(String nameOrFile, List<Setting> settings) {
        Path file = existing(nameOrFile);
        if (file != null) {
            return ScenarioReader.read(file, library, settings);
        }
        String text = library.scenarioText(nameOrFile);
        if (text == null) {
            throw new BadInputException(unknown("scenario", nameOrFile, library.scenarioNames()));
        }
        return ScenarioReader.read(shown(nameOrFile), text, library, settings);
    }

    /** Reads a regime. */
    Reading<Regime> regime(String nameOrFile) {
        Path file = existing(nameOrFile);
        return file != null
                ? ScenarioReader.readRegime(file)
                : ScenarioReader.readRegime(shown(nameOrFile), shippedText(nameOrFile));
    }

    /** The text of a shipped scenario or regime. */
    String shippedText(String name) {
        String scenario = library.scenarioText(name);
        String text = scenario == null ? library.text(name) : scenario;
        if (text == null) {
            List<String> names = new ArrayList<>(library.scenarioNames());
            names.addAll(library.names());
            throw new BadInputException(unknown("scenario or regime", name, names));
        }
        return text;
    }

    static @Nullable Path existing(String nameOrFile) {
        try {
            Path path = Path.of(nameOrFile);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String shown(String name) {
        return "shipped " + name;
    }

    private static String unknown(String kind, String name, List<String> known) {
        return Texts.unknown(kind, name, known) + "\nThere is no file of that name; shipped with the program: "
                + String.join(", ", known);
    }
}
