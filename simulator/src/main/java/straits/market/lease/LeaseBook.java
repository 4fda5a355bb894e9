package straits.market.lease;

import java.util.Arrays;

/**
 * Leases in force, by lease id; ids are reused after a lease has ended. What the hourly event needs of one lease lies in
 * four consecutive longs, half a line of cache: with tens of thousands of leases the hourly round is bound by memory.
 */
public final class LeaseBook {

    private static final int STRIDE = 4;
    private static final int CUT_END = 0;
    private static final int HOUR_START = 1;
    private static final int PRICE_AND_LIMIT = 2;
    private static final int WHO_WHERE_AND_GPUS = 3;

    private static final int INT_BITS = 32;
    private static final int POOL_SHIFT = 34;
    private static final int TENANT_SHIFT = 49;
    private static final int POOL_MASK = (1 << (TENANT_SHIFT - POOL_SHIFT)) - 1;
    private static final long FLOATING = 1L << 31;
    private static final long COMMITTED = 1L << 32;
    private static final long ACTIVE = 1L << 33;
    private static final long GPU_MASK = FLOATING - 1;

    private long[] words = new long[64 * STRIDE];
    private long[] endMicros = new long[64];
    private int[] quota = new int[64];
    private int[] unused = new int[64];
    private int unusedCount;
    private int highWater;
    private int activeCount;

    int open(int tenant, int pool, int gpus, int quotaId) {
        int lease = unusedCount > 0 ? unused[--unusedCount] : fresh();
        words[lease * STRIDE + WHO_WHERE_AND_GPUS] =
                (long) tenant << TENANT_SHIFT | (long) pool << POOL_SHIFT | ACTIVE | gpus;
        quota[lease] = quotaId;
        activeCount++;
        return lease;
    }

    private int fresh() {
        if (highWater == quota.length) {
            words = Arrays.copyOf(words, 2 * words.length);
            endMicros = Arrays.copyOf(endMicros, 2 * highWater);
            quota = Arrays.copyOf(quota, 2 * highWater);
            unused = Arrays.copyOf(unused, 2 * highWater);
        }
        return highWater++;
    }

    void close(int lease) {
        words[lease * STRIDE + WHO_WHERE_AND_GPUS] = 0;
        activeCount--;
        unused[unusedCount++] = lease;
    }

    void term(int lease, long fromMicros, long toMicros, long horizonMicros) {
        words[lease * STRIDE + CUT_END] = Math.min(toMicros, horizonMicros);
        words[lease * STRIDE + HOUR_START] = fromMicros;
        endMicros[lease] = toMicros;
    }

    /** A limit above what any price can reach, {@link Integer#MAX_VALUE} micro-USD, is as good as that. */
    void basis(int lease, PriceTerms terms, long limitMicroUsd) {
        words[lease * STRIDE + PRICE_AND_LIMIT] = Math.min(Integer.MAX_VALUE, limitMicroUsd);
        words[lease * STRIDE + WHO_WHERE_AND_GPUS] |= switch (terms) {
            case FLOATING -> FLOATING;
            case LOCKED -> 0;
            case COMMITTED -> COMMITTED;
        };
    }

    void price(int lease, long microUsd) {
        words[lease * STRIDE + PRICE_AND_LIMIT] = (long) Math.toIntExact(microUsd) << INT_BITS | limitMicroUsd(lease);
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
        return (terms(lease) & ACTIVE) != 0;
    }

    /** What does not change over the life of a lease, in one long: to be read once, and taken apart below. */
    long terms(int lease) {
        return words[lease * STRIDE + WHO_WHERE_AND_GPUS];
    }

    static int tenantOf(long terms) {
        return (int) (terms >>> TENANT_SHIFT);
    }

    static int poolOf(long terms) {
        return (int) (terms >>> POOL_SHIFT) & POOL_MASK;
    }

    static long gpusOf(long terms) {
        return terms & GPU_MASK;
    }

    static boolean isFloating(long terms) {
        return (terms & FLOATING) != 0;
    }

    static boolean isCommitted(long terms) {
        return (terms & COMMITTED) != 0;
    }

    /** Who leases. */
    public int tenant(int lease) {
        return tenantOf(terms(lease));
    }

    /** Where. */
    public int pool(int lease) {
        return poolOf(terms(lease));
    }

    /** How many GPUs. */
    public int gpus(int lease) {
        return (int) gpusOf(terms(lease));
    }

    /** The quota it draws on; negative for none. */
    int quota(int lease) {
        return quota[lease];
    }

    /** When it ends at the latest. */
    public long endMicros(int lease) {
        return endMicros[lease];
    }

    /** When it or the run ends at the latest. */
    long cutEndMicros(int lease) {
        return words[lease * STRIDE + CUT_END];
    }

    /** When its running hour began. */
    public long hourStartMicros(int lease) {
        return words[lease * STRIDE + HOUR_START];
    }

    /** Price in force, in micro-USD per GPU-hour. */
    public long microUsdPerGpuHour(int lease) {
        return words[lease * STRIDE + PRICE_AND_LIMIT] >>> INT_BITS;
    }

    /** Most the tenant pays, in micro-USD per GPU-hour. */
    public long limitMicroUsd(int lease) {
        return words[lease * STRIDE + PRICE_AND_LIMIT] & Integer.MAX_VALUE;
    }

    /** Price in force for all its GPUs, in micro-USD per hour; two factors below 2^31 do not overflow. */
    public long hourChargeMicroUsd(int lease) {
        return microUsdPerGpuHour(lease) * gpus(lease);
    }

    /** Whether its price moves. */
    public boolean floating(int lease) {
        return isFloating(terms(lease));
    }

    /** Whether it is committed for a term. */
    public boolean committed(int lease) {
        return isCommitted(terms(lease));
    }
}
