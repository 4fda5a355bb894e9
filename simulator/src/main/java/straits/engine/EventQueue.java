package straits.engine;

import straits.event.EventKind;

/**
 * A set of pending events in a total order: time, then phase of the kind, then order of insertion. Every implementation
 * keeps the same order and answers the same calls with the same values, except that handles are its own choice; a
 * simulation gives the same bytes on any of them.
 *
 * <p>An event that has been polled is gone from the queue and stays readable until the next poll. No event may be inserted
 * at a time before that of the event polled last; {@link Engine} sees to it.
 */
public interface EventQueue {

    /**
     * Adds an event.
     *
     * @param atMicros when, zero or more and less than 2^63 - 1, in microseconds since the start of the scenario
     * @return a handle, always positive
     * @throws IllegalArgumentException if the time is outside that range
     */
    long insert(long atMicros, EventKind kind, int subject, long payload);

    /**
     * Adds an event behind all others added in this way, as those are that come a fixed delay after the clock: a queue may
     * keep them apart. Their order among all events is that of {@link #insert}. Its payload is 0; it carries three words
     * instead, that {@link #first()}, {@link #second()} and {@link #third()} tell once it has been polled.
     *
     * @param atMicros as for {@link #insert}, and not before that of an event appended earlier
     * @param kind the same for all events appended
     * @return a handle, always positive
     * @throws IllegalArgumentException as for {@link #insert}; a queue that keeps them apart throws it also for events out of
     *     order or of another kind
     */
    long append(long atMicros, EventKind kind, int subject, long first, long second, long third);

    /**
     * Removes an event that has not been polled.
     *
     * @param handle as {@link #insert} returned it, or any other number
     * @return true if it was pending; false if the handle is stale (polled or cancelled already) or never was one
     */
    boolean cancel(long handle);

    /** Whether nothing is pending. */
    boolean isEmpty();

    /** Number of pending events; cancelled ones do not count. */
    long size();

    /**
     * Removes the next event, if it lies before a time, and makes it the one that {@link #timeMicros()}, {@link #kind()},
     * {@link #subject()} and {@link #payload()} tell.
     *
     * @return whether there was one; if not, nothing has changed
     */
    boolean pollBefore(long endMicros);

    /**
     * After an appended event has been polled, does as {@link #pollBefore} if the next was appended too and no other lies at
     * its time. A queue may also refuse always.
     *
     * @return whether it did; if not, nothing has changed
     */
    default boolean followBefore(long endMicros) {
        return false;
    }

    /** Time of the event polled last, in microseconds. */
    long timeMicros();

    /** Kind of the event polled last. */
    EventKind kind();

    /** Subject of the event polled last. */
    int subject();

    /** Payload of the event polled last. */
    long payload();

    /** First word of the event polled last, which was appended. */
    long first();

    /** Second word of the event polled last, which was appended. */
    long second();

    /** Third word of the event polled last, which was appended. */
    long third();
}
