package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import straits.catalog.Catalog;
import straits.engine.LadderQueue;
import straits.experiments.TwoRules;
import straits.scenario.LoadedScenario;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.World;

/** Two regimes of one replication share every random number that both of them draw: a contrast compares rules, not luck. */
final class CommonRandomNumbersTest {

    private static Map<String, Double> draws(String regimeKey, long replication) {
        LoadedScenario loaded = TwoRules.load();
        World world = new World(
                new Catalog(loaded.scenario()),
                regimeKey,
                Objects.requireNonNull(loaded.regimes().get(regimeKey)));
        Map<String, Double> draws = new HashMap<>();
        Draw draw = new Draw("7", replication, (stream, ordinal, value) -> {
            Double earlier = draws.put(stream + "#" + ordinal, value);
            assertThat(earlier).isIn(null, value);
        });
        new Simulation(world, draw, new LadderQueue()).run();
        return draws;
    }

    private static Set<String> shared(Map<String, Double> one, Map<String, Double> other) {
        Set<String> shared = new HashSet<>(one.keySet());
        shared.retainAll(other.keySet());
        return shared;
    }

    @Test
    void everyDrawThatBothRegimesMakeIsTheSame() {
        Map<String, Double> free = draws("free", 0);
        Map<String, Double> licences = draws("licences", 0);
        Set<String> shared = shared(free, licences);

        assertThat(shared).hasSizeGreaterThan(3000);
        assertThat(shared).allSatisfy(key -> assertThat(licences.get(key)).isEqualTo(free.get(key)));
    }

    /** Else the test above would compare a world with itself. */
    @Test
    void eachRegimeDrawsSomethingOfItsOwn() {
        Map<String, Double> free = draws("free", 0);
        Map<String, Double> licences = draws("licences", 0);
        Set<String> shared = shared(free, licences);

        assertThat(licences.keySet()).anySatisfy(key -> assertThat(key).startsWith("licence:"));
        assertThat(free.keySet()).noneSatisfy(key -> assertThat(key).startsWith("licence:"));
        assertThat(licences).hasSizeGreaterThan(shared.size());
        assertThat(free).hasSizeGreaterThan(shared.size());
    }

    @Test
    void replicationsShareNothing() {
        Map<String, Double> first = draws("free", 0);
        Map<String, Double> second = draws("free", 1);
        Set<String> shared = shared(first, second);

        assertThat(shared).hasSizeGreaterThan(3000);
        assertThat(shared).noneSatisfy(key -> assertThat(second.get(key)).isEqualTo(first.get(key)));
    }
}
