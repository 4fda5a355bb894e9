package straits.experiments.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.output.UnitText;

/**
 * Says how far a run is: on a terminal one line that is drawn again and again, elsewhere a line per tenth; and above it what else
 * there is to be seen meanwhile. Nothing here reaches a result.
 */
final class Progress implements RunWatcher<UnitText> {

    private static final int BAR = 24;
    private static final int TENTHS = 10;
    private static final long REDRAW_NANOS = 200_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Longer lines are cut off by the terminal, since one that is broken could not be drawn over. */
    private static final String CUT = "\u001b[?7l";

    private static final String BREAK = "\u001b[?7h";
    private static final String ERASE_BELOW = "\u001b[J";
    private static final String ERASE_LINE = "\u001b[K";

    private final Console console;
    private final boolean terminal;
    private final long units;
    private final long before;
    private final LongSupplier nanoTime;
    private final Supplier<List<String>> above;
    private final long startNanos;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private long drawnNanos;
    private long tenthsTold;
    private int drawn;
    private int drawnAbove;

    /**
     * A run that starts now.
     *
     * @param terminal whether lines can be drawn over
     * @param units runs in all
     * @param before runs that were done before
     * @param nanoTime a clock
     * @param above lines to show above, asked for by the thread that delivers whenever they are shown
     */
    Progress(
            Console console,
            boolean terminal,
            long units,
            long before,
            LongSupplier nanoTime,
            Supplier<List<String>> above) {
        this.console = console;
        this.terminal = terminal;
        this.units = units;
        this.before = before;
        this.nanoTime = nanoTime;
        this.above = above;
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
        } else if (now < units) {
            tell(now);
        }
    }

    /** The last line waits until the last run is delivered, a little after it was finished: what stands above is then of all. */
    private void tell(long now) {
        if (tenths(now) > tenthsTold) {
            tenthsTold = tenths(now);
            console.note(figures(now));
            above.get().forEach(console::note);
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
            draw(above.get(), bar(now) + " " + figures(now));
        }
    }

    /** Takes away what was drawn, or writes the last line. */
    void end() {
        if (terminal) {
            draw(List.of(), "");
            console.draw("\r");
        } else {
            tell(before + done.get());
        }
    }

    private void draw(List<String> lines, String last) {
        StringBuilder frame = new StringBuilder("\r");
        if (drawnAbove > 0) {
            frame.append("\u001b[").append(drawnAbove).append('A');
        }
        if (!lines.isEmpty()) {
            frame.append(CUT);
            lines.forEach(line -> frame.append(line).append(ERASE_LINE).append('\n'));
            frame.append(BREAK);
        }
        frame.append(last).append(drawnAbove > 0 ? ERASE_BELOW : " ".repeat(Math.max(0, drawn - last.length())));
        console.draw(frame.toString());
        drawn = last.length();
        drawnAbove = lines.size();
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
