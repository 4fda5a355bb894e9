package straits.engine;

import straits.event.EventKind;
import straits.units.SimTime;

/**
 * The loop of the simulation: take the next event, set the clock, hand it over. It is the only loop, whichever queue is
 * behind it.
 *
 * <p>A run covers the half-open interval up to its horizon: events at exactly the horizon stay pending, and a later run
 * with a larger horizon begins with them. Scheduling before the running (time, phase) is refused, so that the order of
 * events at one instant is the same however they came to be scheduled. Always, also while a handler runs,
 * {@code handled + cancelled + pending = scheduled}.
 */
public final class Engine implements Scheduler {

    /** Before every phase: nothing is running, any event from now on may be scheduled. */
    private static final int NO_PHASE = -1;

    /** Far more than any instant of a sound run has, and few enough to be counted in a second or two. */
    static final int MOST_AT_ONCE = 2_000_000;

    /** How many events run between two looks at the clock: one in so many costs nothing. */
    static final int SOME = 1 << 21;

    /** So many events in less than this time, a thousand million an hour, are a storm. */
    static final long STORM_MICROS = 7_500 * SimTime.MICROS_PER_SECOND / 1_000;

    private final EventQueue queue;

    private long nowMicros;
    private boolean handsOverEach;

    /** Before which time a handler may go on to the next event by itself. */
    private long followBeforeMicros;

    private int phase = NO_PHASE;
    private boolean running;

    private long scheduled;
    private long handled;
    private long cancelled;

    /** Events put in line for the very instant they were scheduled at, in a row without a later one. */
    private int atOnce;

    private long atOnceMicros = -1;

    /**
     * An engine at time zero.
     *
     * @param queue where pending events wait; empty, and used by nobody else
     */
    public Engine(EventQueue queue) {
        if (!queue.isEmpty()) {
            throw new IllegalArgumentException("queue: holds " + queue.size() + " events; expected an empty one");
        }
        this.queue = queue;
    }

    /** Hands over every event by itself from the next run on, for somebody who watches: {@link #follow()} does nothing. */
    public void handOverEach() {
        handsOverEach = true;
    }

    /**
     * Runs every event before the horizon and leaves the clock at the horizon. Events that handlers schedule before the
     * horizon run too.
     *
     * @param horizonMicros end of the run, at or after {@link #nowMicros()}; events at exactly this time do not run
     * @param handler where the events go; what it throws ends the run, with the clock at the event that failed
     * @throws IllegalArgumentException if the horizon lies before the clock
     * @throws IllegalStateException if called from a handler
     * @throws EventStormException if events follow each other without end and time hardly goes on
     */
    public void run(long horizonMicros, EventHandler handler) {
        requireReady(horizonMicros);
        running = true;
        followBeforeMicros = handsOverEach ? 0 : horizonMicros;
        try {
            long since = nowMicros;
            while (runSome(horizonMicros, handler)) {
                if (nowMicros - since < STORM_MICROS) {
                    throw storm(SOME + " events within " + STORM_MICROS + " µs");
                }
                since = nowMicros;
            }
            nowMicros = horizonMicros;
            phase = NO_PHASE;
        } finally {
            running = false;
        }
    }

    /** Runs a bounded number of events; false if none is left before the horizon. */
    private boolean runSome(long horizonMicros, EventHandler handler) {
        for (int left = SOME; left > 0; left--) {
            if (!queue.pollBefore(horizonMicros)) {
                return false;
            }
            EventKind kind = queue.kind();
            nowMicros = queue.timeMicros();
            phase = kind.phase();
            handled++;
            handler.handle(kind, queue.subject(), queue.payload());
        }
        return true;
    }

    private void requireReady(long horizonMicros) {
        if (running) {
            throw new IllegalStateException(
                    "run: the engine is running at " + nowMicros + " µs; a handler cannot run it");
        }
        if (horizonMicros < nowMicros) {
            throw new IllegalArgumentException(
                    "horizonMicros: " + horizonMicros + " lies before the clock at " + nowMicros + " µs");
        }
    }

    @Override
    public long nowMicros() {
        return nowMicros;
    }

    @Override
    public long schedule(long atMicros, EventKind kind, int subject, long payload) {
        if (atMicros <= nowMicros) {
            requireInOrder(atMicros, kind);
        }
        scheduled++;
        return queue.insert(atMicros, kind, subject, payload);
    }

    @Override
    public long scheduleAfter(long delayMicros, EventKind kind, int subject, long first, long second, long third) {
        long atMicros = nowMicros + delayMicros;
        if (atMicros <= nowMicros) {
            throw new IllegalArgumentException(
                    "delayMicros: " + delayMicros + "; expected more than 0, and a time that a long holds");
        }
        scheduled++;
        return queue.append(atMicros, kind, subject, first, second, third);
    }

    @Override
    public long first() {
        return queue.first();
    }

    @Override
    public long second() {
        return queue.second();
    }

    @Override
    public long third() {
        return queue.third();
    }

    private void requireInOrder(long atMicros, EventKind kind) {
        if (atMicros < nowMicros || kind.phase() < phase) {
            throw tooEarly(atMicros, kind);
        }
        atOnce = running && atMicros == atOnceMicros ? atOnce + 1 : 1;
        atOnceMicros = atMicros;
        if (atOnce > MOST_AT_ONCE) {
            throw storm("more than " + MOST_AT_ONCE + " events at one instant, each put in line by one of them");
        }
    }

    /** The running event is one of the storm. */
    private EventStormException storm(String what) {
        return new EventStormException(what, queue.kind(), queue.subject(), queue.payload(), nowMicros);
    }

    private IllegalArgumentException tooEarly(long atMicros, EventKind kind) {
        return new IllegalArgumentException("cannot schedule " + kind + " at " + atMicros + " µs, phase " + kind.phase()
                + ": before the running event at " + nowMicros + " µs, phase " + phase);
    }

    @Override
    public int follow() {
        if (!queue.followBefore(followBeforeMicros)) {
            return NONE;
        }
        nowMicros = queue.timeMicros();
        handled++;
        return queue.subject();
    }

    @Override
    public boolean cancel(long handle) {
        boolean removed = queue.cancel(handle);
        if (removed) {
            cancelled++;
        }
        return removed;
    }

    /** Number of events ever scheduled. */
    public long scheduled() {
        return scheduled;
    }

    /** Number of events handed over, the running one included. */
    public long handled() {
        return handled;
    }

    /** Number of events cancelled before they ran. */
    public long cancelled() {
        return cancelled;
    }

    /** Number of events still to come. */
    public long pending() {
        return queue.size();
    }
}
