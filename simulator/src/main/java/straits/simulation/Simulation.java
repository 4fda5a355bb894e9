package straits.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Timeline;
import straits.engine.Engine;
import straits.engine.EventHandler;
import straits.engine.EventQueue;
import straits.engine.EventStormException;
import straits.event.EventKind;

/**
 * One replication of a scenario under one regime. Runs once, whole or in parts; everything it depends on is in its {@link World}, its seed
 * and its number, so the same three give the same result on any queue, thread and JDK.
 */
public final class Simulation {

    private final World world;
    private final Engine engine;
    private final Assembly parts;
    private final Invariants invariants;
    private final Course course;
    private @Nullable Checks checks;
    private boolean started;

    /**
     * A replication about to run.
     *
     * @param world scenario and regime
     * @param draw seed and replication
     * @param queue an empty event queue
     */
    public Simulation(World world, Draw draw, EventQueue queue) {
        this.world = world;
        engine = new Engine(queue);
        parts = new Assembly(world, engine, draw);
        invariants = new Invariants(parts, engine);
        course = new Course(engine);
    }

    /**
     * A replication about to run, whose invariants are checked as it goes: those that can be told from an event alone after every
     * event, all of them every {@value Checks#RECOUNT_EVERY} events and at the end. The result is the same.
     */
    public static Simulation checked(World world, Draw draw, EventQueue queue) {
        return checked(world, draw, queue, Checks.RECOUNT_EVERY);
    }

    /**
     * The same, with all invariants checked oftener or not so often.
     *
     * @param recountEvery events between two full recounts; 1 for tests of small worlds
     */
    public static Simulation checked(World world, Draw draw, EventQueue queue, long recountEvery) {
        Draw audited = new Draw(draw.seed(), draw.replication(), new StreamInvariants(draw.audit()));
        Simulation simulation = new Simulation(world, audited, new CheckedQueue(queue));
        simulation.checks = new Checks(simulation.engine, simulation.parts, simulation.invariants, recountEvery);
        return simulation;
    }

    /** The last 50 events handled, a line each, the last at the end; empty if it is not a checked one. */
    public List<String> lastEvents() {
        return checks == null ? List.of() : checks.lastEvents();
    }

    /**
     * Runs to the end of the scenario.
     *
     * @throws InvariantException if the books do not balance at the end
     * @throws EventStormException if events follow each other without end and time hardly goes on; it names what they happen to
     */
    public Snapshot run() {
        return run(new EventRouter(parts, course));
    }

    /**
     * Runs to the end of the scenario under the eyes of somebody.
     *
     * @throws InvariantException if the books do not balance at the end
     */
    public Snapshot run(Observer observer) {
        Snapshot snapshot = run(observed(observer));
        observer.ended(snapshot);
        return snapshot;
    }

    /**
     * Runs a part of the scenario under the eyes of somebody, and leaves no result; what is run after it goes on from there.
     *
     * @param untilMicros end, excluded; at most the end of the scenario
     */
    public void runUntil(long untilMicros, Observer observer) {
        EventHandler handler = observed(observer);
        start();
        handle(Math.min(untilMicros, world.catalog().timeline().horizonMicros()), handler);
    }

    private EventHandler observed(Observer observer) {
        parts.metering().watch(observer);
        parts.desk().watch(observer);
        parts.marketplace().watch(observer);
        parts.gatekeeper().denials().watch(observer);
        parts.procurements().forEach(each -> each.watch(observer));
        engine.handOverEach();
        EventRouter router = new EventRouter(parts, course);
        DeliveryWatch deliveries = new DeliveryWatch(parts.deliveries().book(), retires(), observer);
        return (kind, subject, payload) -> {
            long now = engine.nowMicros();
            observer.event(now, kind, subject, payload);
            router.handle(kind, subject, payload);
            deliveries.after(now, kind);
        };
    }

    private boolean retires() {
        return world.catalog().scenario().providers().values().stream().anyMatch(each -> each.retirement() != null);
    }

    private Snapshot run(EventHandler handler) {
        start();
        handle(world.catalog().timeline().horizonMicros(), handler);
        parts.close();
        told(invariants::checkAtEnd);
        course.books(parts.inventory(), parts.billing().ledger());
        return new Snapshot(world, parts, engine, course);
    }

    private void handle(long untilMicros, EventHandler handler) {
        EventHandler checked = checks == null ? handler : checks.around(handler);
        told(() -> engine.run(untilMicros, checked));
    }

    /** Says where in the run an invariant broke, and whose the events of a storm are. */
    private void told(Runnable step) {
        try {
            step.run();
        } catch (InvariantException e) {
            throw e.at(engine.handled(), engine.nowMicros());
        } catch (EventStormException storm) {
            throw storm.of(new EntityNames(parts).of(storm.kind(), storm.subject(), storm.payload()));
        }
    }

    private void start() {
        if (!started) {
            started = true;
            schedulePeriods();
            parts.start();
        }
    }

    private void schedulePeriods() {
        Timeline timeline = world.catalog().timeline();
        for (int period = 1; period < timeline.periods(); period++) {
            engine.schedule(timeline.periodStartMicros(period), EventKind.PERIOD_START, period, 0);
        }
        if (timeline.warmUpMicros() > 0) {
            engine.schedule(timeline.warmUpMicros(), EventKind.PERIOD_START, EventRouter.WARM_UP_ENDS, 0);
        }
    }
}
