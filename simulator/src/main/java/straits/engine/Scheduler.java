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
     * Puts an event without payload on the clock a fixed delay ahead, as {@link #schedule} would: events that are always
     * scheduled so far ahead are in order already, and cheaper for being announced.
     *
     * @param delayMicros how far ahead, the same for all events put on the clock in this way
     * @param kind what happens
     * @param subject to what
     * @return a handle, always positive, with which the event can be cancelled
     * @throws IllegalArgumentException if the time is negative or beyond what a long holds
     */
    long scheduleAfter(long delayMicros, EventKind kind, int subject);

    /**
     * Takes an event off the clock.
     *
     * @param handle as {@link #schedule} returned it
     * @return whether the event was still to come; false if it has run, runs now or was cancelled before
     */
    boolean cancel(long handle);
}
