package straits.benchmarks.baseline;

import java.util.function.Function;
import straits.event.EventKind;

/**
 * The hold model (Vaucher and Duval, Communications of the ACM 18, 1975) with dispatch: every event that is handled is
 * scheduled again, so that the number of pending events stays the same. Four kinds of events, of four phases, go four ways
 * through a switch, as in the router of the simulator; each leaves its mark on a hash that depends on the order of events.
 */
public final class HoldModel {

    private static final EventKind[] KINDS = {
        EventKind.LEASE_END, EventKind.PRICE_REVIEW, EventKind.LEASE_REQUEST, EventKind.PATIENCE_EXPIRY
    };

    /** An inexact engine, whose order of draws differs, may end this far from the right time. */
    private static final double TOLERANCE = 0.05;

    private final Plan plan;
    private final Contestant contestant;
    private long step;
    private long left;
    private long hash;

    /**
     * A full event list.
     *
     * @param pending number of pending events
     * @param moved share of steps that cancel some event and schedule it anew
     * @param engine makes the engine for this model
     */
    public HoldModel(int pending, Increments increments, double moved, Function<HoldModel, Contestant> engine) {
        plan = new Plan(pending, increments, moved);
        contestant = engine.apply(this);
        for (int subject = 0; subject < pending; subject++) {
            contestant.schedule(plan.delayMicros(step++), kind(subject), subject);
        }
    }

    static EventKind kind(int subject) {
        return KINDS[subject & (KINDS.length - 1)];
    }

    /** Handles that many events; returns the hash of all so far. */
    public long hold(long events) {
        left = events;
        contestant.run();
        return hash;
    }

    /**
     * Handles that many events and compares clock and order with those of a plain sorted set.
     *
     * @throws IllegalStateException if they differ
     */
    public void holdChecked(long events) {
        hold(events);
        Oracle oracle = new Oracle(plan, events);
        boolean same = contestant.exact()
                ? contestant.nowMicros() == oracle.nowMicros() && hash == oracle.hash()
                : Math.abs(contestant.nowMicros() - oracle.nowMicros()) <= TOLERANCE * oracle.nowMicros();
        if (!same) {
            throw new IllegalStateException(contestant.getClass().getSimpleName() + ": after " + events
                    + " events the clock is " + contestant.nowMicros() + " and the hash " + hash + "; expected "
                    + oracle.nowMicros() + " and " + oracle.hash());
        }
    }

    /** Called by the engine for every event; false ends the run. */
    public boolean on(EventKind kind, int subject, long nowMicros) {
        hash = mark(hash, kind, subject, nowMicros);
        int victim = plan.victim(step);
        contestant.schedule(plan.delayMicros(step++), kind, subject);
        if (victim != Plan.NOBODY) {
            contestant.reschedule(plan.delayMicros(step++), kind(victim), victim);
        }
        return --left > 0;
    }

    /** The four handlers: cheap, different, and dependent on all that came before. */
    static long mark(long hash, EventKind kind, int subject, long nowMicros) {
        return switch (kind) {
            case LEASE_END -> (hash ^ subject) * 0x9E3779B97F4A7C15L;
            case PRICE_REVIEW -> (hash ^ nowMicros) * 0xD1B54A32D192ED03L;
            case LEASE_REQUEST -> Long.rotateLeft(hash, 23) + subject + nowMicros;
            default -> hash * 31 + (nowMicros ^ subject);
        };
    }

    /** Number of pending events; their subjects are the numbers below. */
    public int pending() {
        return plan.pending();
    }

    /** Whether events are cancelled. */
    boolean cancels() {
        return plan.moves();
    }
}
