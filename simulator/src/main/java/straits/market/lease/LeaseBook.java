package straits.market.lease;

import java.util.Arrays;

/** Leases in force, as arrays by lease id. Ids are reused after a lease has ended. */
public final class LeaseBook {

    private int[] tenant = new int[64];
    private int[] pool = new int[64];
    private int[] gpus = new int[64];
    private int[] quota = new int[64];
    private long[] startMicros = new long[64];
    private long[] endMicros = new long[64];
    private long[] endHandle = new long[64];
    private long[] hourStartMicros = new long[64];
    private long[] microUsdPerGpuHour = new long[64];
    private long[] limitMicroUsd = new long[64];
    private long[] hourChargeMicroUsd = new long[64];
    private boolean[] floating = new boolean[64];
    private boolean[] committed = new boolean[64];
    private boolean[] active = new boolean[64];
    private int[] unused = new int[64];
    private int unusedCount;
    private int highWater;
    private int activeCount;

    int open(int tenantId, int poolId, int gpuCount, int quotaId) {
        int lease = unusedCount > 0 ? unused[--unusedCount] : fresh();
        tenant[lease] = tenantId;
        pool[lease] = poolId;
        gpus[lease] = gpuCount;
        quota[lease] = quotaId;
        active[lease] = true;
        activeCount++;
        return lease;
    }

    private int fresh() {
        if (highWater == tenant.length) {
            grow(2 * highWater);
        }
        return highWater++;
    }

    private void grow(int size) {
        tenant = Arrays.copyOf(tenant, size);
        pool = Arrays.copyOf(pool, size);
        gpus = Arrays.copyOf(gpus, size);
        quota = Arrays.copyOf(quota, size);
        startMicros = Arrays.copyOf(startMicros, size);
        endMicros = Arrays.copyOf(endMicros, size);
        endHandle = Arrays.copyOf(endHandle, size);
        hourStartMicros = Arrays.copyOf(hourStartMicros, size);
        microUsdPerGpuHour = Arrays.copyOf(microUsdPerGpuHour, size);
        limitMicroUsd = Arrays.copyOf(limitMicroUsd, size);
        hourChargeMicroUsd = Arrays.copyOf(hourChargeMicroUsd, size);
        floating = Arrays.copyOf(floating, size);
        committed = Arrays.copyOf(committed, size);
        active = Arrays.copyOf(active, size);
        unused = Arrays.copyOf(unused, size);
    }

    void close(int lease) {
        active[lease] = false;
        activeCount--;
        unused[unusedCount++] = lease;
    }

    void term(int lease, long start, long end, long handle) {
        startMicros[lease] = start;
        endMicros[lease] = end;
        endHandle[lease] = handle;
        hourStartMicros[lease] = start;
    }

    void basis(int lease, PriceTerms terms, long limit) {
        floating[lease] = terms == PriceTerms.FLOATING;
        committed[lease] = terms == PriceTerms.COMMITTED;
        limitMicroUsd[lease] = limit;
    }

    void price(int lease, long microUsd) {
        microUsdPerGpuHour[lease] = microUsd;
        hourChargeMicroUsd[lease] = Math.multiplyExact(microUsd, (long) gpus[lease]);
    }

    void hourStart(int lease, long micros) {
        hourStartMicros[lease] = micros;
    }

    /** Ids in use or used before are below this number. */
    public int highWater() {
        return highWater;
    }

    /** Leases in force. */
    public int activeCount() {
        return activeCount;
    }

    /** Whether a lease is in force. */
    public boolean active(int lease) {
        return active[lease];
    }

    /** Who leases. */
    public int tenant(int lease) {
        return tenant[lease];
    }

    /** Where. */
    public int pool(int lease) {
        return pool[lease];
    }

    /** How many GPUs. */
    public int gpus(int lease) {
        return gpus[lease];
    }

    /** The quota it draws on; negative for none. */
    int quota(int lease) {
        return quota[lease];
    }

    /** When it started. */
    public long startMicros(int lease) {
        return startMicros[lease];
    }

    /** When it ends at the latest. */
    public long endMicros(int lease) {
        return endMicros[lease];
    }

    long endHandle(int lease) {
        return endHandle[lease];
    }

    /** When its running hour began. */
    public long hourStartMicros(int lease) {
        return hourStartMicros[lease];
    }

    /** Price in force, in micro-USD per GPU-hour. */
    public long microUsdPerGpuHour(int lease) {
        return microUsdPerGpuHour[lease];
    }

    /** Most the tenant pays, in micro-USD per GPU-hour. */
    public long limitMicroUsd(int lease) {
        return limitMicroUsd[lease];
    }

    /** Price in force for all its GPUs, in micro-USD per hour. */
    public long hourChargeMicroUsd(int lease) {
        return hourChargeMicroUsd[lease];
    }

    /** Whether its price moves. */
    public boolean floating(int lease) {
        return floating[lease];
    }

    /** Whether it is committed for a term. */
    public boolean committed(int lease) {
        return committed[lease];
    }
}
