package straits.scenario.file;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import straits.catalog.Catalog;
import straits.scenario.LoadedScenario;
import straits.scenario.Scenario;
import straits.simulation.World;

/**
 * Draws scenarios over the whole schema: {@link Growth} walks the records, as the reader does, and sections say what goes together.
 * What only holds between values far apart, a walk cannot know: the reader says it, and what it objects to is drawn again or left
 * out by {@link Mending}, until it has no objection.
 */
final class RandomScenario {

    private static final int MOST_ROUNDS = 60;

    private RandomScenario() {}

    /** The scenario of a seed, which the reader takes without an objection. */
    static Drawn of(long seed) {
        Random random = new Random(seed);
        Growth growth = new Growth(random);
        Grown.Keys world = (Grown.Keys) growth.grow(Place.of(Scenario.class), "");
        Mending mending = new Mending(growth, random, world);
        Reading<LoadedScenario> reading = read(world);
        for (int round = 0; round < MOST_ROUNDS && reading.value() == null; round++) {
            for (String path :
                    new TreeSet<>(reading.faults().stream().map(Mending::path).toList())) {
                mending.mend(path, round);
            }
            reading = read(world);
        }
        return new Drawn(world.text(), reading.orThrow());
    }

    private static Reading<LoadedScenario> read(Grown world) {
        return ScenarioReader.read("drawn", world.text(), RegimeLibrary.NONE);
    }

    /** A scenario and the text it was read from. */
    record Drawn(String text, LoadedScenario scenario) {

        private static final Pattern KEY = Pattern.compile("[{ ]([a-z0-9_-]+): ");

        /** Adds the keys that the text has. */
        void keys(Set<String> all) {
            KEY.matcher(text).results().map(match -> match.group(1)).forEach(all::add);
        }

        /** The world of the regime that is the reference. */
        World world() {
            String regime = scenario.scenario().referenceRegime();
            return new World(new Catalog(scenario.scenario()), regime, Worlds.get(scenario.regimes(), regime));
        }
    }
}
