package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.catalog.Catalog;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.engine.SsjQueue;
import straits.experiments.montecarlo.EventTrace;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Setting;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/**
 * The shipped scenario runs through the same events in the same order on every queue. A few days in every build; the whole
 * year with {@code -Dstraits.days=365}.
 */
final class EventOrderTest {

    private static final int DAYS = Integer.getInteger("straits.days", 20);

    @ParameterizedTest
    @ValueSource(strings = {"us-2023", "gatekeeper-draft-2024"})
    void isTheSameOnEveryQueue(String regime) {
        LoadedScenario loaded = ShippedFiles.scenario(
                "seven-billion",
                new Setting("horizon", DAYS + " days"),
                new Setting("question.ramp_ends", "2025-01-10"));
        World world = new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
        long events = run(world, new LadderQueue(), new Observer() {}).events();
        assertThat(events).isGreaterThan(50_000L * DAYS);
        assertThat(EventTrace.first(
                        observer -> run(world, new LadderQueue(), observer),
                        observer -> run(world, new SsjQueue(), observer)))
                .isNull();
    }

    private static Snapshot run(World world, EventQueue queue, Observer observer) {
        return new Simulation(world, new Draw("order", 0), queue).run(observer);
    }
}
