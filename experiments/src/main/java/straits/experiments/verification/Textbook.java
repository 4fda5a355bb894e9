package straits.experiments.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import straits.catalog.Catalog;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.World;

/**
 * A scenario of the textbook that ships with the program, or a variant of it.
 *
 * @param name its name in the folder
 * @param text YAML
 */
record Textbook(String name, String text) {

    /** The scenario as it ships. */
    static Textbook of(String name) {
        String path = "/scenarios/textbook/" + name + ".yaml";
        try (InputStream in = Textbook.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario " + path + " beside the classes");
            }
            return new Textbook(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The scenario with one part replaced, which stands there exactly once: a variant that changes nothing is a mistake. */
    Textbook with(String part, String replacement) {
        int at = text.indexOf(part);
        if (at < 0 || text.indexOf(part, at + 1) >= 0) {
            throw new IllegalArgumentException("textbook/" + name + ": not there exactly once: " + part);
        }
        return new Textbook(name, text.replace(part, replacement));
    }

    /** The world under its reference regime. */
    World world() {
        LoadedScenario loaded = ScenarioReader.read("textbook/" + name + ".yaml", text, RegimeLibrary.NONE)
                .orThrow();
        String regime = loaded.scenario().referenceRegime();
        return new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
    }
}
