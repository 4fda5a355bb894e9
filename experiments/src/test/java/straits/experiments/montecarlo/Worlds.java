package straits.experiments.montecarlo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.scenario.LoadedScenario;
import straits.scenario.Regime;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.World;

/** Hand-made worlds and their results. */
final class Worlds {

    static final UnitKey KEY = new UnitKey(3, "open", 0);

    private Worlds() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Worlds.class.getResourceAsStream("/worlds/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A world with a part of it replaced, which must be there. */
    static String with(String world, String part, String replacement) {
        if (!world.contains(part)) {
            throw new IllegalArgumentException("not in the world: " + part);
        }
        return world.replace(part, replacement);
    }

    /** The first replication under the first regime. */
    static UnitResult run(String world) {
        LoadedScenario loaded =
                ScenarioReader.read("world.yaml", world, RegimeLibrary.NONE).orThrow();
        Regime regime = loaded.regimes().values().iterator().next();
        World made = new World(new Catalog(loaded.scenario()), "open", regime);
        return UnitResult.of(
                KEY,
                Simulation.checked(made, new Draw("7", 0), new LadderQueue(), 1).run());
    }
}
