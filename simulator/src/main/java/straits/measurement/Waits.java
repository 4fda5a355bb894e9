package straits.measurement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import straits.units.SimTime;

/** Waits that may still be open when the run ends, so that a plain mean over those that ended would be too short. */
public final class Waits {

    private static final long OPEN = Long.MAX_VALUE;

    private long[] beginMicros = new long[16];
    private long[] endMicros = new long[16];
    private final BitSet brokenOff = new BitSet();
    private int count;
    private int first;

    /** Begins a wait and returns its id. */
    public int begin(long sinceMicros) {
        if (count == beginMicros.length) {
            beginMicros = Arrays.copyOf(beginMicros, 2 * count);
            endMicros = Arrays.copyOf(endMicros, 2 * count);
        }
        beginMicros[count] = sinceMicros;
        endMicros[count] = OPEN;
        return count++;
    }

    /** Ends a wait. */
    public void end(int wait, long nowMicros) {
        endMicros[wait] = nowMicros;
    }

    /** Breaks a wait off: what it would have come to is not known. */
    public void breakOff(int wait, long nowMicros) {
        end(wait, nowMicros);
        brokenOff.set(wait);
    }

    /** Length of a wait that has ended. */
    public long micros(int wait) {
        return endMicros[wait] - beginMicros[wait];
    }

    /** Leaves out all waits begun so far. */
    public void restart() {
        first = count;
    }

    /** Number of waits that are open. */
    public int open() {
        return (int) IntStream.range(first, count)
                .filter(wait -> endMicros[wait] == OPEN)
                .count();
    }

    /**
     * Mean wait in hours, restricted to the longest wait seen: the area under the survival curve of Kaplan and Meier
     * (Journal of the American Statistical Association 53, 1958), open waits censored at their age, those broken off at
     * their length. NaN if there is none; O(n log n).
     */
    public double restrictedMeanHours(long nowMicros) {
        int[] byLength = IntStream.range(first, count)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(wait -> length(wait, nowMicros))
                        .thenComparingLong(wait -> brokenOff.get(wait) ? OPEN : endMicros[wait]))
                .mapToInt(Integer::intValue)
                .toArray();
        double survival = 1;
        double area = 0;
        long since = 0;
        for (int at = 0; at < byLength.length; at++) {
            long length = length(byLength[at], nowMicros);
            area += survival * SimTime.toHours(length - since);
            since = length;
            if (endMicros[byLength[at]] != OPEN && !brokenOff.get(byLength[at])) {
                survival *= 1 - 1.0 / (byLength.length - at);
            }
        }
        return byLength.length == 0 ? Double.NaN : area;
    }

    private long length(int wait, long nowMicros) {
        return Math.min(endMicros[wait], nowMicros) - beginMicros[wait];
    }
}
