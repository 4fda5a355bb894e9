package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.catalog.Catalog;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.engine.SsjQueue;
import straits.event.EventKind;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Setting;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.World;

/**
 * The shipped scenario runs through the same events in the same order on every queue. A few days in every build; the whole
 * year with {@code -Dstraits.days=365}.
 */
final class EventOrderTest {

    private static final int DAYS = Integer.getInteger("straits.days", 20);

    /** A running hash over all that the order of events is made of. */
    private static final class Order implements Observer {

        private long hash = 1;
        private long events;

        @Override
        public void event(long nowMicros, EventKind kind, int subject, long payload) {
            events++;
            hash = 31 * (31 * (31 * (31 * hash + nowMicros) + kind.name().hashCode()) + subject) + payload;
            hash ^= hash >>> 29;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-2023", "gatekeeper-draft-2024"})
    void isTheSameOnEveryQueue(String regime) {
        LoadedScenario loaded = ShippedFiles.scenario(
                "seven-billion",
                new Setting("horizon", DAYS + " days"),
                new Setting("question.ramp_ends", "2025-01-10"));
        World world = new World(new Catalog(loaded.scenario()), regime, loaded.regime(regime));
        Order fast = order(world, new LadderQueue());
        Order reference = order(world, new SsjQueue());
        assertThat(fast.events).isGreaterThan(50_000L * DAYS);
        assertThat(fast.events).isEqualTo(reference.events);
        assertThat(fast.hash).isEqualTo(reference.hash);
    }

    private static Order order(World world, EventQueue queue) {
        Order order = new Order();
        new Simulation(world, new Draw("order", 0), queue).run(order);
        return order;
    }
}
