package straits.engine;

import straits.event.EventKind;

/** The clock and the right to put events on it: all that a part of the model sees of the engine. */
public interface Scheduler {

    /** No subject: those of events that are scheduled with {@link #scheduleAfter} are not negative. */
    int NONE = -1;

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
     * Puts an event on the clock a fixed delay ahead, as {@link #schedule} would with payload 0: events that are always
     * scheduled so far ahead are in order already, and carry what their handler needs along with them.
     *
     * @param delayMicros how far ahead; the same for all events put on the clock in this way
     * @param kind what happens; the same for all events put on the clock in this way
     * @param subject to what
     * @param first a word for the handler, which {@link #first()} tells when the event runs
     * @param second another, for {@link #second()}
     * @param third another, for {@link #third()}
     * @return a handle, always positive, with which the event can be cancelled
     * @throws IllegalArgumentException if the delay is not positive or the time beyond what a long holds
     */
    long scheduleAfter(long delayMicros, EventKind kind, int subject, long first, long second, long third);

    /** First word of the running event, which was scheduled with {@link #scheduleAfter}. */
    long first();

    /** Second word of the running event, which was scheduled with {@link #scheduleAfter}. */
    long second();

    /** Third word of the running event, which was scheduled with {@link #scheduleAfter}. */
    long third();

    /**
     * Ends the running event, which was scheduled with {@link #scheduleAfter}, and begins the next, if that was too and
     * nothing else is due before it or with it: a handler that is told of one such event may carry out those that follow
     * without being called for each. It need not: what it leaves, the engine hands over.
     *
     * @return the subject of the event that runs now; {@link #NONE} if none does
     */
    int follow();

    /**
     * Takes an event off the clock.
     *
     * @param handle as {@link #schedule} returned it, or any other number
     * @return whether the event was still to come; false if it has run, runs now or was cancelled before, or never was one
     */
    boolean cancel(long handle);
}
