package straits.regulation;

import java.util.List;
import straits.catalog.Timeline;
import straits.scenario.Desk;

/** When the whole desk rests, and how long work takes that stands still meanwhile. */
final class Holds {

    private final long[] fromMicros;
    private final long[] untilMicros;

    Holds(List<Desk.Hold> holds, Timeline timeline) {
        fromMicros =
                holds.stream().mapToLong(hold -> timeline.micros(hold.from())).toArray();
        untilMicros =
                holds.stream().mapToLong(hold -> timeline.micros(hold.until())).toArray();
    }

    /** When work begins again after each hold. */
    long[] endsMicros() {
        return untilMicros.clone();
    }

    /** Whether the desk rests. */
    boolean at(long micros) {
        for (int hold = 0; hold < fromMicros.length; hold++) {
            if (fromMicros[hold] <= micros && micros < untilMicros[hold]) {
                return true;
            }
        }
        return false;
    }

    /** When work of some length is done that begins at a time; holds ascend. */
    long after(long beginMicros, long workMicros) {
        long done = beginMicros + workMicros;
        for (int hold = 0; hold < fromMicros.length; hold++) {
            if (fromMicros[hold] < done && untilMicros[hold] > beginMicros) {
                done += untilMicros[hold] - Math.max(beginMicros, fromMicros[hold]);
            }
        }
        return done;
    }

    /** How much of a time is no rest. */
    long worked(long beginMicros, long endMicros) {
        long worked = endMicros - beginMicros;
        for (int hold = 0; hold < fromMicros.length; hold++) {
            worked -= Math.max(0, Math.min(endMicros, untilMicros[hold]) - Math.max(beginMicros, fromMicros[hold]));
        }
        return worked;
    }
}
