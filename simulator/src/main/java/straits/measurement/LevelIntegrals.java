package straits.measurement;

import straits.units.SimTime;

/**
 * Integrals over time of many integer levels, split by period. Exact: level x microseconds in longs, which holds up to
 * three million per level and month.
 */
public final class LevelIntegrals {

    private final int[] level;
    private final long[] sinceMicros;
    private final long[][] unitMicros;
    private int period;

    /** Levels of zero from time zero on. */
    public LevelIntegrals(int series, int periods) {
        level = new int[series];
        sinceMicros = new long[series];
        unitMicros = new long[periods][series];
    }

    /** The level now. */
    public int level(int series) {
        return level[series];
    }

    /** Changes a level. */
    public void add(int series, int delta, long nowMicros) {
        settle(series, nowMicros);
        level[series] += delta;
    }

    /** Sets a level. */
    public void set(int series, int value, long nowMicros) {
        add(series, value - level[series], nowMicros);
    }

    private void settle(int series, long nowMicros) {
        unitMicros[period][series] += level[series] * (nowMicros - sinceMicros[series]);
        sinceMicros[series] = nowMicros;
    }

    /** Closes all integrals up to now; later time counts for the given period. */
    public void enterPeriod(int next, long nowMicros) {
        close(nowMicros);
        period = next;
    }

    /** Brings all integrals up to now. */
    public void close(long nowMicros) {
        for (int series = 0; series < level.length; series++) {
            settle(series, nowMicros);
        }
    }

    /** Forgets everything before now but the levels. */
    public void restart(long nowMicros) {
        close(nowMicros);
        for (long[] row : unitMicros) {
            java.util.Arrays.fill(row, 0);
        }
    }

    /** Integral over a period, in units x hours; complete once the period is closed. */
    public double unitHours(int inPeriod, int series) {
        return (double) unitMicros[inPeriod][series] / SimTime.MICROS_PER_HOUR;
    }

    /** The exact integral over a period, in units x microseconds. */
    public long unitMicros(int inPeriod, int series) {
        return unitMicros[inPeriod][series];
    }

    /** Integral over all periods up to now, of a level that may go on, in units x microseconds. */
    public long totalUnitMicros(int series, long nowMicros) {
        long sum = level[series] * (nowMicros - sinceMicros[series]);
        for (long[] row : unitMicros) {
            sum += row[series];
        }
        return sum;
    }

    /** Integral over all periods, in units x hours. */
    public double totalUnitHours(int series) {
        double sum = 0;
        for (int each = 0; each < unitMicros.length; each++) {
            sum += unitHours(each, series);
        }
        return sum;
    }
}
