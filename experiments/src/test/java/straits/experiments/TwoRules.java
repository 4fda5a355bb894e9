package straits.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import straits.experiments.design.Experiment;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;

/** A small world under two regimes, for tests of everything around it. */
public final class TwoRules {

    /** The file. */
    public static final String TEXT = text();

    private TwoRules() {}

    private static String text() {
        try (InputStream in = Objects.requireNonNull(TwoRules.class.getResourceAsStream("/worlds/two-rules.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The world. */
    public static LoadedScenario load() {
        return ScenarioReader.read("two-rules.yaml", TEXT, RegimeLibrary.NONE).orThrow();
    }

    /** The world as an experiment. */
    public static Experiment experiment() {
        return new Experiment(load(), TEXT, "test");
    }
}
