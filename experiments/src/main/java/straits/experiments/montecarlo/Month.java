package straits.experiments.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import straits.catalog.Timeline;
import straits.units.SimTime;

/**
 * A calendar month of a run, as far as it was measured.
 *
 * @param period its number
 * @param key run and first day
 * @param startMicros when it begins
 * @param lastDay its last day within the run
 * @param hours hours of it that were measured, above 0
 */
record Month(int period, PeriodKey key, long startMicros, LocalDate lastDay, double hours) {

    /** The months of a run; those that the warm-up takes whole are left out. */
    static List<Month> of(UnitKey unit, Timeline timeline) {
        List<Month> months = new ArrayList<>();
        for (int period = 0; period < timeline.periods(); period++) {
            long start = timeline.periodStartMicros(period);
            long end = timeline.periodEndMicros(period);
            long measuredFrom = Math.max(start, timeline.warmUpMicros());
            if (measuredFrom < end) {
                PeriodKey key = new PeriodKey(unit, timeline.periodStart(period));
                months.add(new Month(period, key, start, timeline.date(end - 1), SimTime.toHours(end - measuredFrom)));
            }
        }
        return months;
    }
}
