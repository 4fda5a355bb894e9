package straits.engine;

import straits.event.EventKind;

/** Where the engine delivers events: the model behind one door. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Carries out one event. The clock stands at its time; new events may be scheduled at or after the running time and
     * phase.
     *
     * @param kind what happens
     * @param subject to what it happens, as {@link EventKind} says for the kind
     * @param payload what else the handler needs to know, as {@link EventKind} says for the kind
     */
    void handle(EventKind kind, int subject, long payload);
}
