package straits.experiments.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.UnitText;

/**
 * Says how far a run is: on a terminal one line that is drawn again and again, elsewhere a line per tenth. Nothing here reaches
 * a result.
 */
final class Progress implements RunWatcher<UnitText> {

    private static final int BAR = 24;
    private static final int TENTHS = 10;
    private static final long REDRAW_NANOS = 200_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Console console;
    private final boolean terminal;
    private final long units;
    private final long before;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private long drawnNanos;
    private long tenthsTold;
    private int drawn;

    /**
     * A run that starts now.
     *
     * @param terminal whether lines can be drawn over
     * @param units runs in all
     * @param before runs that were done before
     * @param nanoTime a clock
     */
    Progress(Console console, boolean terminal, long units, long before, LongSupplier nanoTime) {
        this.console = console;
        this.terminal = terminal;
        this.units = units;
        this.before = before;
        this.nanoTime = nanoTime;
        tenthsTold = tenths(before);
        startNanos = nanoTime.getAsLong();
        drawnNanos = startNanos;
    }

    @Override
    public void finished(UnitText unit) {
        UnitResult result = unit.result();
        if (result.ok()) {
            events.addAndGet((long) result.answers().value(Answer.EVENTS));
        }
        done.incrementAndGet();
    }

    @Override
    public void tick() {
        long now = before + done.get();
        if (terminal) {
            redraw(now);
        } else if (tenths(now) > tenthsTold) {
            tenthsTold = tenths(now);
            console.note(figures(now));
        }
    }

    /** A shard may have no runs at all. */
    private long tenths(long runs) {
        return runs * TENTHS / Math.max(1, units);
    }

    private void redraw(long now) {
        long nanos = nanoTime.getAsLong();
        if (nanos - drawnNanos >= REDRAW_NANOS) {
            drawnNanos = nanos;
            draw(bar(now) + " " + figures(now));
        }
    }

    /** Takes the drawn line away, or writes the last one. */
    void end() {
        if (terminal) {
            draw("");
            console.draw("\r");
        } else {
            tick();
        }
    }

    private void draw(String line) {
        console.draw("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }

    private String bar(long now) {
        int full = (int) (BAR * now / Math.max(1, units));
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private String figures(long now) {
        double seconds = (nanoTime.getAsLong() - startNanos) / NANOS_PER_SECOND;
        String figures = now + "/" + units + " runs, " + rate(events.get() / Math.max(seconds, 1e-3)) + ", "
                + clock(seconds) + " elapsed";
        long own = now - before;
        return own == 0 || now == units ? figures : figures + ", " + clock(seconds * (units - now) / own) + " left";
    }

    private static String rate(double perSecond) {
        return perSecond < 1e6
                ? String.format(Locale.ROOT, "%.0f thousand events/s", perSecond / 1e3)
                : String.format(Locale.ROOT, "%.1f million events/s", perSecond / 1e6);
    }

    /** Minutes and seconds, after an hour hours too. */
    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
