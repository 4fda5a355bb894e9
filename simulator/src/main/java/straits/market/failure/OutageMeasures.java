package straits.market.failure;

import java.util.Arrays;
import straits.measurement.LevelIntegrals;

/** What is measured of failures and repairs, by period and pool. */
public final class OutageMeasures {

    private final LevelIntegrals crewsBusy;
    private final LevelIntegrals allUp;
    private final long[][] failures;
    private final long[][] failedGpus;
    private int period;

    OutageMeasures(int pools, int periods) {
        crewsBusy = new LevelIntegrals(pools, periods);
        allUp = new LevelIntegrals(pools, periods);
        failures = new long[periods][pools];
        failedGpus = new long[periods][pools];
    }

    /** So many GPUs of a pool have failed together. */
    void failed(int pool, int gpus) {
        failures[period][pool]++;
        failedGpus[period][pool] += gpus;
    }

    /** Whether all GPUs of a pool are up, from now on. */
    void allUp(int pool, boolean all, long nowMicros) {
        allUp.set(pool, all ? 1 : 0, nowMicros);
    }

    /** More or fewer crews work on a pool. */
    void crews(int pool, int delta, long nowMicros) {
        crewsBusy.add(pool, delta, nowMicros);
    }

    void enterPeriod(int next, long nowMicros) {
        period = next;
        crewsBusy.enterPeriod(next, nowMicros);
        allUp.enterPeriod(next, nowMicros);
    }

    void restart(long nowMicros) {
        crewsBusy.restart(nowMicros);
        allUp.restart(nowMicros);
        for (int each = 0; each <= period; each++) {
            Arrays.fill(failures[each], 0);
            Arrays.fill(failedGpus[each], 0);
        }
    }

    void close(long nowMicros) {
        crewsBusy.close(nowMicros);
        allUp.close(nowMicros);
    }

    /** Failures of nodes of a pool in a period, and losses of a part of it with its site. */
    public long failures(int inPeriod, int pool) {
        return failures[inPeriod][pool];
    }

    /** GPUs that these took. */
    public long failedGpus(int inPeriod, int pool) {
        return failedGpus[inPeriod][pool];
    }

    /** Hours that crews worked on nodes of a pool in a period. */
    public double crewHours(int inPeriod, int pool) {
        return crewsBusy.unitHours(inPeriod, pool);
    }

    /** Hours of a period in which no GPU of a pool was down. */
    public double allUpHours(int inPeriod, int pool) {
        return allUp.unitHours(inPeriod, pool);
    }
}
