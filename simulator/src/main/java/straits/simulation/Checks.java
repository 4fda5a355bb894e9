package straits.simulation;

import java.util.List;
import straits.engine.Engine;
import straits.engine.EventHandler;
import straits.event.EventKind;

/** Checks invariants while a run goes on, and remembers its last events. */
final class Checks {

    /** A full recount takes about as long as so many events of a large scenario. */
    static final long RECOUNT_EVERY = 1L << 14;

    private final Engine engine;
    private final Invariants invariants;
    private final long recountEvery;
    private final HourCharges charges;
    private final LastEvents last = new LastEvents();

    /**
     * Nothing checked yet.
     *
     * @param recountEvery events between two full recounts, 1 or more
     */
    Checks(Engine engine, Assembly parts, Invariants invariants, long recountEvery) {
        this.engine = engine;
        this.invariants = invariants;
        this.recountEvery = recountEvery;
        charges = new HourCharges(parts, engine);
        engine.handOverEach();
        parts.reclaim().watch(Invariants::reclaimed);
    }

    /** The same handler, with every event checked that it has handled. */
    EventHandler around(EventHandler handler) {
        return (kind, subject, payload) -> {
            last.add(engine.nowMicros(), kind, subject, payload);
            charges.expect(kind, subject, payload);
            handler.handle(kind, subject, payload);
            charges.check();
            checkAfter(kind, subject);
        };
    }

    private void checkAfter(EventKind kind, int subject) {
        invariants.checkAfter(kind, subject);
        if (engine.handled() % recountEvery == 0) {
            invariants.check();
        }
    }

    List<String> lastEvents() {
        return last.lines();
    }
}
