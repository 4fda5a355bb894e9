package straits.market.spot;

import java.util.Arrays;
import straits.measurement.RateIntegrals;
import straits.units.Money;

/** What happened to spot leases, by period, tenant and pool, and the prices that stood. */
public final class SpotMeasures {

    private static final int FLOWS = Flow.values().length;

    private final int pools;
    private final long[][] counts;
    private final double[][] lostGpuHours;
    private final RateIntegrals prices;
    private int period;

    /** What is counted. */
    public enum Flow {
        /** Leases begun, those of jobs that came back too. */
        STARTED,
        /** Of these, leases of jobs that came back. */
        RESTARTED,
        /** Leases that did all they were for. */
        COMPLETED,
        /** Leases that gave way to others who need the GPUs. */
        RECLAIMED_FOR_DEMAND,
        /** Leases that a clearing turned out. */
        RECLAIMED_FOR_PRICE
    }

    SpotMeasures(int tenants, int pools, int periods) {
        this.pools = pools;
        counts = new long[periods][tenants * pools * FLOWS];
        lostGpuHours = new double[periods][tenants * pools];
        prices = new RateIntegrals(pools, periods);
    }

    private int cell(int tenant, int pool) {
        return tenant * pools + pool;
    }

    void count(Flow flow, int tenant, int pool) {
        counts[period][cell(tenant, pool) * FLOWS + flow.ordinal()]++;
    }

    void lost(int tenant, int pool, double gpuHours) {
        lostGpuHours[period][cell(tenant, pool)] += gpuHours;
    }

    void price(int pool, long microUsd) {
        prices.set(pool, Money.toUsd(microUsd));
    }

    /** Brings the integrals of prices up to now: before prices change, and at the end. */
    public void close(long nowMicros) {
        prices.close(nowMicros);
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int next, long nowMicros) {
        period = next;
        prices.enterPeriod(next, nowMicros);
    }

    /** Forgets what was measured before now. */
    public void restart(long nowMicros) {
        for (int each = 0; each < counts.length; each++) {
            Arrays.fill(counts[each], 0);
            Arrays.fill(lostGpuHours[each], 0);
        }
        prices.restart(nowMicros);
    }

    /** How many leases of a tenant in a pool. */
    public long count(int inPeriod, int tenant, int pool, Flow flow) {
        return counts[inPeriod][cell(tenant, pool) * FLOWS + flow.ordinal()];
    }

    /** GPU-hours of a tenant in a pool, in leases that ended in the period, that brought no lasting work. */
    public double lostGpuHours(int inPeriod, int tenant, int pool) {
        return lostGpuHours[inPeriod][cell(tenant, pool)];
    }

    /** Mean of the price that stood in a pool over what was measured of a period, in USD per GPU-hour. */
    public double meanUsd(int inPeriod, int pool) {
        return prices.mean(inPeriod, pool);
    }
}
