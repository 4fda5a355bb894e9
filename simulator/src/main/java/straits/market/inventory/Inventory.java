package straits.market.inventory;

import static straits.market.inventory.PoolState.CAPTIVE;
import static straits.market.inventory.PoolState.FREE;
import static straits.market.inventory.PoolState.INSTALLED;
import static straits.market.inventory.PoolState.LEASED;

import java.util.ArrayList;
import java.util.List;
import straits.measurement.LevelIntegrals;

/** How many GPUs of each pool are in which state, with integrals by period. */
public final class Inventory {

    private static final int STATES = PoolState.values().length;

    private final int pools;
    private final LevelIntegrals counts;
    private final LevelIntegrals full;
    private final int[] free;
    private final List<Installation> installations = new ArrayList<>();
    private long leasedGpus;
    private long leasedSinceMicros;
    private long leasedGpuMicros;

    /** Empty pools. */
    public Inventory(int pools, int periods) {
        this.pools = pools;
        counts = new LevelIntegrals(pools * STATES, periods);
        full = new LevelIntegrals(pools, periods);
        free = new int[pools];
    }

    /** Number of pools. */
    public int pools() {
        return pools;
    }

    /** GPUs on offer in a pool. */
    public int free(int pool) {
        return free[pool];
    }

    /** GPUs of a pool in a state. */
    public int gpus(int pool, PoolState state) {
        return counts.level(series(pool, state));
    }

    /** Leased over all GPUs that can be leased; 0 for a pool without any. */
    public double utilisationFraction(int pool) {
        int rentable = rentable(pool);
        return rentable == 0 ? 0 : (double) gpus(pool, LEASED) / rentable;
    }

    /** GPUs of a pool that are leased or on offer. */
    public int rentable(int pool) {
        return gpus(pool, LEASED) + free[pool];
    }

    /** Puts GPUs into service, part of them captive. */
    public void install(int pool, int rentable, int captive, long nowMicros) {
        installations.add(new Installation(pool, rentable, nowMicros));
        counts.add(series(pool, INSTALLED), rentable + captive, nowMicros);
        counts.add(series(pool, CAPTIVE), captive, nowMicros);
        moveFree(pool, rentable, nowMicros);
    }

    /** All GPUs that ever went into service or left it, in that order. */
    public List<Installation> installations() {
        return List.copyOf(installations);
    }

    /**
     * Takes free GPUs into a lease.
     *
     * @throws IllegalStateException if fewer are free
     */
    public void lease(int pool, int gpus, long nowMicros) {
        if (gpus <= 0 || gpus > free[pool]) {
            throw new IllegalStateException(gpus + " GPUs asked of pool " + pool + ", " + free[pool] + " free");
        }
        moveFree(pool, -gpus, nowMicros);
        moveLeased(pool, gpus, nowMicros);
    }

    /** Returns GPUs of a lease to the offer. */
    public void release(int pool, int gpus, long nowMicros) {
        moveLeased(pool, -gpus, nowMicros);
        moveFree(pool, gpus, nowMicros);
    }

    private void moveFree(int pool, int delta, long nowMicros) {
        counts.add(series(pool, FREE), delta, nowMicros);
        free[pool] += delta;
        int nothingFree = free[pool] == 0 ? 1 : 0;
        if (full.level(pool) != nothingFree) {
            full.set(pool, nothingFree, nowMicros);
        }
    }

    private void moveLeased(int pool, int delta, long nowMicros) {
        counts.add(series(pool, LEASED), delta, nowMicros);
        settleLeased(nowMicros);
        leasedGpus += delta;
    }

    private void settleLeased(long nowMicros) {
        leasedGpuMicros += leasedGpus * (nowMicros - leasedSinceMicros);
        leasedSinceMicros = nowMicros;
    }

    /**
     * All GPU-microseconds ever leased up to now, modulo 2^64: wraps round on long runs, so compare only for equality.
     */
    public long leasedGpuMicros(long nowMicros) {
        settleLeased(nowMicros);
        return leasedGpuMicros;
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period, long nowMicros) {
        counts.enterPeriod(period, nowMicros);
        full.enterPeriod(period, nowMicros);
    }

    /** Brings the integrals up to now. */
    public void close(long nowMicros) {
        counts.close(nowMicros);
        full.close(nowMicros);
    }

    /** Forgets the integrals before now. */
    public void restartMeasures(long nowMicros) {
        counts.restart(nowMicros);
        full.restart(nowMicros);
    }

    /** GPU-hours of a pool in a state over a period. */
    public double gpuHours(int period, int pool, PoolState state) {
        return counts.unitHours(period, series(pool, state));
    }

    /** Hours of a period in which a pool had nothing free. */
    public double fullHours(int period, int pool) {
        return full.unitHours(period, pool);
    }

    /** Whether installed = the sum of all other states, and nothing is negative, for every pool and over time. */
    public boolean conserved(int period) {
        for (int pool = 0; pool < pools; pool++) {
            if (!conservedNow(pool) || !conservedOver(period, pool)) {
                return false;
            }
        }
        return true;
    }

    /** Whether installed = the sum of all other states of a pool now, and nothing is negative. */
    public boolean conservedNow(int pool) {
        int sum = 0;
        for (int state = 1; state < STATES; state++) {
            int gpus = counts.level(pool * STATES + state);
            if (gpus < 0) {
                return false;
            }
            sum += gpus;
        }
        return sum == gpus(pool, INSTALLED) && free[pool] == gpus(pool, FREE);
    }

    private boolean conservedOver(int period, int pool) {
        long sum = 0;
        for (int state = 1; state < STATES; state++) {
            sum += counts.unitMicros(period, pool * STATES + state);
        }
        return sum == counts.unitMicros(period, series(pool, INSTALLED));
    }

    private static int series(int pool, PoolState state) {
        return pool * STATES + state.ordinal();
    }
}
