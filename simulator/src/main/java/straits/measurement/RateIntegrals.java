package straits.measurement;

import java.util.Arrays;
import straits.units.SimTime;

/** Integrals over time, in hours, of many real-valued levels, split by period. */
public final class RateIntegrals {

    private final double[] level;
    private final double[][] levelHours;
    private final double[] hours;
    private long sinceMicros;
    private int period;

    /** Levels of zero from time zero on. */
    public RateIntegrals(int series, int periods) {
        level = new double[series];
        levelHours = new double[periods][series];
        hours = new double[periods];
    }

    /** Brings all integrals up to now; call before levels change. */
    public void close(long nowMicros) {
        double elapsed = SimTime.toHours(nowMicros - sinceMicros);
        for (int series = 0; series < level.length; series++) {
            levelHours[period][series] += level[series] * elapsed;
        }
        hours[period] += elapsed;
        sinceMicros = nowMicros;
    }

    /** Sets a level that counts from the last {@link #close} on. */
    public void set(int series, double value) {
        level[series] = value;
    }

    /** Later time counts for the given period. */
    public void enterPeriod(int next, long nowMicros) {
        close(nowMicros);
        period = next;
    }

    /** Forgets everything before now but the levels. */
    public void restart(long nowMicros) {
        close(nowMicros);
        Arrays.fill(hours, 0);
        for (double[] row : levelHours) {
            Arrays.fill(row, 0);
        }
    }

    /** Integral of a level over a period. */
    public double levelHours(int inPeriod, int series) {
        return levelHours[inPeriod][series];
    }

    /** Mean of a level over what was measured of a period; NaN if nothing was. */
    public double mean(int inPeriod, int series) {
        return levelHours[inPeriod][series] / hours[inPeriod];
    }
}
