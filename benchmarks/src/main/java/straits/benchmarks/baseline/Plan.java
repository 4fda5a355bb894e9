package straits.benchmarks.baseline;

import straits.random.Randomness;
import straits.random.Stream;

/**
 * What the hold model does, drawn beforehand, so that every engine does the same and no draw is measured. It is repeated
 * after 2^16 steps or more, up to 2^20: as many as events are pending, or else many of them would share their instants.
 */
final class Plan {

    /** No other event is moved in this step. */
    static final int NOBODY = -1;

    private static final int LEAST_STEPS = 1 << 16;
    private static final int MOST_STEPS = 1 << 20;

    private final int pending;
    private final int lastStep;
    private final long[] delayMicros;
    private final int[] victims;

    /**
     * A plan.
     *
     * @param pending number of events, each known by a subject from 0
     * @param moved share of steps that take another event off the clock and put it back
     */
    Plan(int pending, Increments increments, double moved) {
        this.pending = pending;
        int steps = Math.min(MOST_STEPS, Math.max(LEAST_STEPS, Integer.highestOneBit(pending - 1) << 1));
        lastStep = steps - 1;
        victims = new int[moved > 0 ? steps : 0];
        Stream delays = Randomness.of("hold", 0).stream("benchmark", "delay");
        Stream choices = Randomness.of("hold", 0).stream("benchmark", "victim");
        delayMicros = increments.drawMicros(steps, delays);
        for (int step = 0; step < victims.length; step++) {
            victims[step] = choices.next() < moved ? (int) (choices.next() * pending) : NOBODY;
        }
    }

    int pending() {
        return pending;
    }

    boolean moves() {
        return victims.length > 0;
    }

    long delayMicros(long step) {
        return delayMicros[(int) step & lastStep];
    }

    /** The subject whose event is moved in a step, or {@link #NOBODY}. */
    int victim(long step) {
        return victims.length == 0 ? NOBODY : victims[(int) step & lastStep];
    }
}
