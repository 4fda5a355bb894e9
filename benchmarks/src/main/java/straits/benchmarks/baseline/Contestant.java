package straits.benchmarks.baseline;

import straits.event.EventKind;

/**
 * An engine under the hold model. It is driven by its own loop, the way its users would drive it, and hands every event to
 * {@link HoldModel#on}; for each subject at most one event is pending, so that an engine with event objects needs no more
 * of them than subjects.
 */
public interface Contestant {

    /** Schedules the event of a subject. */
    void schedule(long delayMicros, EventKind kind, int subject);

    /** Cancels the pending event of a subject and schedules it anew. */
    void reschedule(long delayMicros, EventKind kind, int subject);

    /** Runs until the model has had enough. May be called again. */
    void run();

    /** Time of the event handled last, in microseconds. */
    long nowMicros();

    /** Whether it promises the order by time, phase and sequence. */
    default boolean exact() {
        return true;
    }
}
