package straits.benchmarks.baseline;

import straits.engine.Engine;
import straits.engine.EventQueue;
import straits.event.EventKind;

/** This project's engine. A run ends by an exception from the handler, which leaves the engine ready to go on. */
final class EngineContestant implements Contestant {

    private final HoldModel model;
    private final Engine engine;
    private final long[] handles;

    EngineContestant(HoldModel model, EventQueue queue) {
        this.model = model;
        engine = new Engine(queue);
        handles = new long[model.cancels() ? model.pending() : 0];
    }

    @Override
    public void schedule(long delayMicros, EventKind kind, int subject) {
        long handle = engine.schedule(engine.nowMicros() + delayMicros, kind, subject, 0);
        if (handles.length > 0) {
            handles[subject] = handle;
        }
    }

    @Override
    public void reschedule(long delayMicros, EventKind kind, int subject) {
        engine.cancel(handles[subject]);
        schedule(delayMicros, kind, subject);
    }

    @Override
    public void run() {
        try {
            engine.run(Long.MAX_VALUE, this::onEvent);
        } catch (Enough enough) {
            // As asked.
        }
    }

    private void onEvent(EventKind kind, int subject, long payload) {
        if (!model.on(kind, subject, engine.nowMicros())) {
            throw new Enough();
        }
    }

    @Override
    public long nowMicros() {
        return engine.nowMicros();
    }
}
