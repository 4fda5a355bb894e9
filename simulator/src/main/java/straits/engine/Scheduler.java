package straits.engine;

import straits.event.EventKind;

/** The clock and the right to put events on it: all that a part of the model sees of the engine. */
public interface Scheduler {

    /** The time of the running event, in microseconds since the start of the scenario. */
    long nowMicros();

    /**
     * Puts an event on the clock. Events run by time, then phase of the kind, then order of scheduling.
     *
     * @param atMicros when, in microseconds since the start of the scenario; now is allowed
     * @param kind what happens
     * @param subject to what
     * @param payload anything else the handler needs
     * @return a handle, always positive, with which the event can be cancelled
     * @throws IllegalArgumentException if (time, phase) lies before the running event's
     */
    long schedule(long atMicros, EventKind kind, int subject, long payload);

    /**
     * Takes an event off the clock.
     *
     * @param handle as {@link #schedule} returned it
     * @return whether the event was still to come; false if it has run, runs now or was cancelled before
     */
    boolean cancel(long handle);
}
