package straits.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import straits.scenario.Scenario;
import straits.units.SimTime;

/**
 * The calendar of a run. Simulated time is microseconds since the scenario's start; a period is a calendar month, the
 * first and the last perhaps cut short.
 */
public final class Timeline {

    private final LocalDate start;
    private final long horizonMicros;
    private final long warmUpMicros;
    private final long[] periodStartMicros;

    Timeline(Scenario scenario) {
        start = scenario.start();
        horizonMicros = SimTime.ofHours(scenario.horizon().value());
        warmUpMicros = SimTime.ofHours(scenario.warmUp().value());
        periodStartMicros = periodStarts();
    }

    private long[] periodStarts() {
        int periods = 1;
        while (micros(start.plusMonths(periods).withDayOfMonth(1)) < horizonMicros) {
            periods++;
        }
        long[] starts = new long[periods];
        for (int period = 1; period < periods; period++) {
            starts[period] = micros(start.plusMonths(period).withDayOfMonth(1));
        }
        return starts;
    }

    /** End of the run; events at exactly this time do not run. */
    public long horizonMicros() {
        return horizonMicros;
    }

    /** Time at which measuring begins. */
    public long warmUpMicros() {
        return warmUpMicros;
    }

    /** Length of what is measured, in hours. */
    public double measuredHours() {
        return SimTime.toHours(horizonMicros - warmUpMicros);
    }

    /** Midnight UTC of a date; negative before the start. */
    public long micros(LocalDate date) {
        return ChronoUnit.DAYS.between(start, date) * SimTime.MICROS_PER_DAY;
    }

    /** The date of an instant. */
    public LocalDate date(long micros) {
        return start.plusDays(Math.floorDiv(micros, SimTime.MICROS_PER_DAY));
    }

    /** Number of periods. */
    public int periods() {
        return periodStartMicros.length;
    }

    /** Start of a period. */
    public long periodStartMicros(int period) {
        return periodStartMicros[period];
    }

    /** End of a period, excluded; the horizon for the last one. */
    public long periodEndMicros(int period) {
        return period + 1 < periodStartMicros.length ? periodStartMicros[period + 1] : horizonMicros;
    }

    /** First day of a period. */
    public LocalDate periodStart(int period) {
        return date(periodStartMicros[period]);
    }

    /** Hours of a period. */
    public double periodHours(int period) {
        return SimTime.toHours(periodEndMicros(period) - periodStartMicros[period]);
    }
}
