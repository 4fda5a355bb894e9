package straits.benchmarks.baseline;

import java.util.concurrent.TimeUnit;
import org.agrona.DeadlineTimerWheel;
import org.agrona.collections.Long2LongHashMap;
import straits.event.EventKind;

/**
 * Agrona's timer wheel, which keeps order only from tick to tick: reported, not compared. A tick is a quarter of a second of
 * the model, a turn 18 minutes, where increments are a minute on average. Every event counts as of its own deadline.
 */
final class TimerWheelContestant implements Contestant {

    private static final long TICK_MICROS = 1 << 18;
    private static final int TICKS = 1 << 12;
    private static final int TIMERS_PER_TICK = 16;
    private static final long MISSING = -1;

    private final HoldModel model;
    private final DeadlineTimerWheel wheel =
            new DeadlineTimerWheel(TimeUnit.MICROSECONDS, 0, TICK_MICROS, TICKS, TIMERS_PER_TICK);
    private final Long2LongHashMap subjects;
    private final long[] timers;
    private final long[] deadlines;
    private boolean goesOn;
    private long nowMicros;

    TimerWheelContestant(HoldModel model) {
        this.model = model;
        timers = new long[model.pending()];
        deadlines = new long[timers.length];
        subjects = new Long2LongHashMap(2 * timers.length, 0.5f, MISSING);
    }

    @Override
    public void schedule(long delayMicros, EventKind kind, int subject) {
        deadlines[subject] = nowMicros + delayMicros;
        timers[subject] = wheel.scheduleTimer(deadlines[subject]);
        subjects.put(timers[subject], subject);
    }

    @Override
    public void reschedule(long delayMicros, EventKind kind, int subject) {
        wheel.cancelTimer(timers[subject]);
        subjects.remove(timers[subject]);
        schedule(delayMicros, kind, subject);
    }

    @Override
    public void run() {
        goesOn = true;
        while (goesOn) {
            // A tick is polled until it gives nothing more: its events may schedule others within it.
            long endMicros = wheel.currentTickTime();
            if (wheel.poll(endMicros - 1, this::onExpiry, Integer.MAX_VALUE) == 0) {
                wheel.poll(endMicros, this::onExpiry, Integer.MAX_VALUE);
            }
        }
    }

    /** Once there was enough the wheel is told to keep what is due: that also ends its poll. */
    private boolean onExpiry(TimeUnit unit, long tickMicros, long timer) {
        if (goesOn) {
            int subject = (int) subjects.remove(timer);
            nowMicros = deadlines[subject];
            goesOn = model.on(HoldModel.kind(subject), subject, nowMicros);
            return true;
        }
        return false;
    }

    @Override
    public long nowMicros() {
        return nowMicros;
    }

    @Override
    public boolean exact() {
        return false;
    }
}
