package straits.market.inventory;

import static straits.market.inventory.PoolState.CAPTIVE;
import static straits.market.inventory.PoolState.CURTAILED;
import static straits.market.inventory.PoolState.DOWN;
import static straits.market.inventory.PoolState.FREE;
import static straits.market.inventory.PoolState.HELD;
import static straits.market.inventory.PoolState.INSTALLED;
import static straits.market.inventory.PoolState.LEASED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import straits.measurement.LevelIntegrals;

/** How many GPUs of each pool are in which state, with integrals by period. */
public final class Inventory {

    private static final int STATES = PoolState.values().length;

    private final int pools;
    private final LevelIntegrals counts;
    private final LevelIntegrals full;
    private final int[] free;

    /** By pool, GPUs in leases that give way. */
    private final int[] reclaimable;

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
        reclaimable = new int[pools];
    }

    /** Number of pools. */
    public int pools() {
        return pools;
    }

    /** GPUs on offer in a pool. */
    public int free(int pool) {
        return free[pool];
    }

    /** GPUs of a pool that are on offer to whom spot leases give way. */
    public int available(int pool) {
        return free[pool] + reclaimable[pool];
    }

    /** More of the leased GPUs of a pool, or fewer if negative, are in leases that give way. */
    public void reclaimable(int pool, int delta) {
        reclaimable[pool] += delta;
    }

    /** GPUs of a pool in a state. */
    public int gpus(int pool, PoolState state) {
        return counts.level(series(pool, state));
    }

    /** Leased, but for leases that give way, over all GPUs that can be leased; 0 for a pool without any. */
    public double utilisationFraction(int pool) {
        int rentable = rentable(pool);
        return rentable == 0 ? 0 : (double) (gpus(pool, LEASED) - reclaimable[pool]) / rentable;
    }

    /** GPUs of a pool that are leased, held or on offer. */
    public int rentable(int pool) {
        return gpus(pool, LEASED) + gpus(pool, HELD) + free[pool];
    }

    /** GPUs of a pool that work: installed, neither failed nor switched off. */
    public int up(int pool) {
        return gpus(pool, INSTALLED) - gpus(pool, DOWN) - gpus(pool, CURTAILED);
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
     * Takes free and captive GPUs out of service for good.
     *
     * @throws IllegalStateException if fewer are free or captive
     */
    public void retire(int pool, int rentable, int captive, long nowMicros) {
        if (rentable > free[pool] || captive > gpus(pool, CAPTIVE)) {
            throw new IllegalStateException(rentable + " free and " + captive + " captive GPUs of pool " + pool
                    + " retire, " + free[pool] + " and " + gpus(pool, CAPTIVE) + " are there");
        }
        install(pool, -rentable, -captive, nowMicros);
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

    /**
     * Takes GPUs of a state out of service because they failed.
     *
     * @param from free, leased or captive
     * @throws IllegalStateException if fewer are in that state
     */
    public void fail(int pool, PoolState from, int gpus, long nowMicros) {
        if (gpus < 0 || gpus > gpus(pool, from)) {
            throw new IllegalStateException(gpus + " GPUs of pool " + pool + " fail, " + gpus(pool, from) + " " + from);
        }
        move(pool, from, -gpus, nowMicros);
        counts.add(series(pool, DOWN), gpus, nowMicros);
    }

    /**
     * Returns failed GPUs to service.
     *
     * @param to free or captive
     * @throws IllegalStateException if fewer are down
     */
    public void restore(int pool, PoolState to, int gpus, long nowMicros) {
        if (gpus < 0 || gpus > gpus(pool, DOWN)) {
            throw new IllegalStateException(gpus + " GPUs of pool " + pool + " back, " + gpus(pool, DOWN) + " down");
        }
        counts.add(series(pool, DOWN), -gpus, nowMicros);
        move(pool, to, gpus, nowMicros);
    }

    private void move(int pool, PoolState state, int delta, long nowMicros) {
        switch (state) {
            case FREE -> moveFree(pool, delta, nowMicros);
            case LEASED -> moveLeased(pool, delta, nowMicros);
            case CAPTIVE -> counts.add(series(pool, CAPTIVE), delta, nowMicros);
            default -> throw new IllegalArgumentException("no failures of GPUs that are " + state);
        }
    }

    /**
     * Takes free GPUs off the offer for a deal that has not started.
     *
     * @throws IllegalStateException if fewer are free
     */
    public void hold(int pool, int gpus, long nowMicros) {
        if (gpus < 0 || gpus > free[pool]) {
            throw new IllegalStateException(gpus + " GPUs to hold in pool " + pool + ", " + free[pool] + " free");
        }
        moveFree(pool, -gpus, nowMicros);
        counts.add(series(pool, HELD), gpus, nowMicros);
    }

    /**
     * Returns held GPUs to the offer; nobody is told.
     *
     * @throws IllegalStateException if fewer are held
     */
    public void unhold(int pool, int gpus, long nowMicros) {
        if (gpus < 0 || gpus > gpus(pool, HELD)) {
            throw new IllegalStateException(gpus + " GPUs to let go in pool " + pool + ", fewer held");
        }
        counts.add(series(pool, HELD), -gpus, nowMicros);
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

    /** The same in GPU-microseconds, exact. */
    public long gpuMicros(int period, int pool, PoolState state) {
        return counts.unitMicros(period, series(pool, state));
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
        return sum == gpus(pool, INSTALLED)
                && free[pool] == gpus(pool, FREE)
                && reclaimable[pool] >= 0
                && reclaimable[pool] <= gpus(pool, LEASED);
    }

    /** How many GPUs of a pool are in which state, for a message. */
    public String statesOf(int pool) {
        List<String> states = new ArrayList<>();
        for (PoolState state : PoolState.values()) {
            states.add(gpus(pool, state) + " " + state.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", states) + ", of which " + free[pool] + " on offer and " + reclaimable[pool]
                + " give way";
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
