package straits.experiments.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/** A small world under a regime with a rule of every kind. */
final class AllKinds {

    static final String TEXT = text();

    private AllKinds() {}

    private static String text() {
        String path = "/worlds/rules-of-all-kinds.yaml";
        try (InputStream in = Objects.requireNonNull(AllKinds.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static World world() {
        return world(TEXT);
    }

    static World world(String text) {
        LoadedScenario loaded =
                ScenarioReader.read("world.yaml", text, RegimeLibrary.NONE).orThrow();
        return new World(new Catalog(loaded.scenario()), "rules", loaded.regime("rules"));
    }

    static Snapshot run(World world, Observer observer, int replication) {
        return new Simulation(world, new Draw("tests", replication), new LadderQueue()).run(observer);
    }

    /** The story of a thing in the first replication. */
    static String told(World world, Teller teller) {
        run(world, teller, 0);
        return teller.story().text();
    }
}
