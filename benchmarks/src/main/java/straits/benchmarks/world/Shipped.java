package straits.benchmarks.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.Setting;
import straits.simulation.World;

/** Scenarios and regimes that ship with the program, packed with these classes too. */
public final class Shipped {

    /** Seed of all that is measured. */
    public static final String SEED = "benchmark";

    private static final RegimeLibrary REGIMES = new RegimeLibrary() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public @Nullable String text(String name) {
            return resource("/regimes/" + name + ".yaml");
        }
    };

    private Shipped() {}

    /** A scenario under a regime, with some values set otherwise. */
    public static World world(String scenario, String regime, List<Setting> settings) {
        LoadedScenario loaded = scenario(scenario, settings);
        return new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
    }

    static LoadedScenario scenario(String name, List<Setting> settings) {
        String text = resource("/scenarios/" + name + ".yaml");
        return ScenarioReader.read(name, text, REGIMES, settings).orThrow();
    }

    private static String resource(String path) {
        try (InputStream file = Shipped.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no " + path + " among the shipped files");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
