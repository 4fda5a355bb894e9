package straits.market.lease;

import java.util.Arrays;

/**
 * Leases in force, by lease id; ids are reused after a lease has ended. What the hourly event needs of one lease lies in
 * eight consecutive longs, so that it costs one or two lines of cache, not ten.
 */
public final class LeaseBook {

    private static final int STRIDE = 8;
    private static final int END = 0;
    private static final int HOUR_START = 1;
    private static final int HOUR_CHARGE = 2;
    private static final int PRICE = 3;
    private static final int LIMIT = 4;
    private static final int END_HANDLE = 5;
    private static final int WHO_AND_GPUS = 6;
    private static final int POOL_AND_FLAGS = 7;

    private static final long FLOATING = 1;
    private static final long COMMITTED = 2;
    private static final long ACTIVE = 4;

    private long[] words = new long[64 * STRIDE];
    private int[] quota = new int[64];
    private int[] unused = new int[64];
    private int unusedCount;
    private int highWater;
    private int activeCount;

    int open(int tenant, int pool, int gpus, int quotaId) {
        int lease = unusedCount > 0 ? unused[--unusedCount] : fresh();
        words[lease * STRIDE + WHO_AND_GPUS] = (long) tenant << Integer.SIZE | gpus;
        words[lease * STRIDE + POOL_AND_FLAGS] = (long) pool << Integer.SIZE | ACTIVE;
        quota[lease] = quotaId;
        activeCount++;
        return lease;
    }

    private int fresh() {
        if (highWater == quota.length) {
            words = Arrays.copyOf(words, 2 * words.length);
            quota = Arrays.copyOf(quota, 2 * highWater);
            unused = Arrays.copyOf(unused, 2 * highWater);
        }
        return highWater++;
    }

    void close(int lease) {
        words[lease * STRIDE + POOL_AND_FLAGS] = 0;
        activeCount--;
        unused[unusedCount++] = lease;
    }

    void term(int lease, long startMicros, long endMicros, long endHandle) {
        words[lease * STRIDE + END] = endMicros;
        words[lease * STRIDE + END_HANDLE] = endHandle;
        words[lease * STRIDE + HOUR_START] = startMicros;
    }

    void basis(int lease, PriceTerms terms, long limitMicroUsd) {
        words[lease * STRIDE + LIMIT] = limitMicroUsd;
        words[lease * STRIDE + POOL_AND_FLAGS] |= switch (terms) {
            case FLOATING -> FLOATING;
            case LOCKED -> 0;
            case COMMITTED -> COMMITTED;
        };
    }

    void price(int lease, long microUsd) {
        words[lease * STRIDE + PRICE] = microUsd;
        words[lease * STRIDE + HOUR_CHARGE] = Math.multiplyExact(microUsd, (long) gpus(lease));
    }

    void hourStart(int lease, long micros) {
        words[lease * STRIDE + HOUR_START] = micros;
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
        return flag(lease, ACTIVE);
    }

    private boolean flag(int lease, long flag) {
        return (words[lease * STRIDE + POOL_AND_FLAGS] & flag) != 0;
    }

    /** Who leases. */
    public int tenant(int lease) {
        return (int) (words[lease * STRIDE + WHO_AND_GPUS] >>> Integer.SIZE);
    }

    /** Where. */
    public int pool(int lease) {
        return (int) (words[lease * STRIDE + POOL_AND_FLAGS] >>> Integer.SIZE);
    }

    /** How many GPUs. */
    public int gpus(int lease) {
        return (int) words[lease * STRIDE + WHO_AND_GPUS];
    }

    /** The quota it draws on; negative for none. */
    int quota(int lease) {
        return quota[lease];
    }

    /** When it ends at the latest. */
    public long endMicros(int lease) {
        return words[lease * STRIDE + END];
    }

    long endHandle(int lease) {
        return words[lease * STRIDE + END_HANDLE];
    }

    /** When its running hour began. */
    public long hourStartMicros(int lease) {
        return words[lease * STRIDE + HOUR_START];
    }

    /** Price in force, in micro-USD per GPU-hour. */
    public long microUsdPerGpuHour(int lease) {
        return words[lease * STRIDE + PRICE];
    }

    /** Most the tenant pays, in micro-USD per GPU-hour. */
    public long limitMicroUsd(int lease) {
        return words[lease * STRIDE + LIMIT];
    }

    /** Price in force for all its GPUs, in micro-USD per hour. */
    public long hourChargeMicroUsd(int lease) {
        return words[lease * STRIDE + HOUR_CHARGE];
    }

    /** Whether its price moves. */
    public boolean floating(int lease) {
        return flag(lease, FLOATING);
    }

    /** Whether it is committed for a term. */
    public boolean committed(int lease) {
        return flag(lease, COMMITTED);
    }
}
