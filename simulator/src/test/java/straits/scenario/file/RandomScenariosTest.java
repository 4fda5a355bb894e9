package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import straits.engine.LadderQueue;
import straits.scenario.AtLease;
import straits.scenario.Bare;
import straits.scenario.NamedBy;
import straits.scenario.Parameter;
import straits.scenario.Scenario;
import straits.scenario.Source;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;

/**
 * Whatever the reader takes can be run, and its books balance all along: what one event can tell after every event, all the rest
 * after every sixteenth. How many scenarios are drawn, says the system property
 * {@code straits.worlds}; {@code straits.firstWorld} is the seed of the first.
 */
final class RandomScenariosTest {

    private static final int WORLDS = Integer.getInteger("straits.worlds", 1_000);
    private static final long FIRST = Long.getLong("straits.firstWorld", 0);

    private static Snapshot run(long seed, Set<String> keys) {
        RandomScenario.Drawn drawn = RandomScenario.of(seed);
        drawn.keys(keys);
        try {
            return Simulation.checked(drawn.world(), new Draw("drawn", seed), new LadderQueue(), 16)
                    .run();
        } catch (RuntimeException | AssertionError e) {
            return fail("seed " + seed + " of\n" + drawn.text(), e);
        }
    }

    @Test
    void everyWorldBalances() {
        Set<String> keys = new ConcurrentSkipListSet<>();
        long busy = LongStream.range(FIRST, FIRST + WORLDS)
                .parallel()
                .filter(seed -> run(seed, keys).events() > 100)
                .count();
        assertThat(busy).as("worlds in which something happens").isGreaterThan(WORLDS / 4);
        Set<String> all = keysOf(Scenario.class, new TreeSet<>(), new TreeSet<>());
        all.removeAll(keys);
        if (WORLDS >= 1_000) {
            assertThat(all).as("keys that no scenario had").isEmpty();
        }
    }

    /** A record with but one component is written as that, and its name is a key. */
    private static void keysOfVariant(Class<?> type, Class<?> variant, Set<String> keys, Set<String> seen) {
        if (!type.isAnnotationPresent(NamedBy.class)) {
            keys.add(Records.variantName(variant));
        }
        if (variant.isAnnotationPresent(Bare.class)) {
            Place only = Place.of(variant).component(Records.components(variant).get(0));
            keysOf(only.raw() == java.util.List.class ? only.element().raw() : only.raw(), keys, seen);
        } else {
            keysOf(variant, keys, seen);
        }
    }

    /** Every key that a scenario may have, wherever it stands. */
    private static Set<String> keysOf(Class<?> type, Set<String> keys, Set<String> seen) {
        if (!seen.add(type.getName()) || type == Source.class || type == Parameter.class) {
            return keys;
        }
        if (type.isSealed()) {
            Records.variants(type).forEach(variant -> keysOfVariant(type, variant, keys, seen));
        } else if (type.isRecord() && type.getPackage().equals(AtLease.class.getPackage())) {
            for (RecordComponent component : Records.components(type)) {
                Place place = Place.of(type).component(component);
                keys.add(Records.key(component));
                while (place.isMap() || place.raw() == java.util.List.class) {
                    place = place.element();
                }
                keysOf(place.raw(), keys, seen);
            }
        }
        return keys;
    }
}
