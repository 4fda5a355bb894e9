package straits.market.lease;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import straits.units.SimTime;

/** Leases in force, by lease id; ids are reused after a lease has ended. */
public final class LeaseBook {

    private static final int INT_BITS = 32;
    private static final int POOL_SHIFT = 34;
    private static final int TENANT_SHIFT = 49;
    private static final int POOL_MASK = (1 << (TENANT_SHIFT - POOL_SHIFT)) - 1;
    private static final long FLOATING = 1L << 31;
    private static final long COMMITTED = 1L << 32;
    private static final long ACTIVE = 1L << 33;
    private static final long GPU_MASK = FLOATING - 1;

    private long[] terms = new long[64];
    private long[] priceAndLimit = new long[64];
    private long[] hourStartMicros = new long[64];
    private long[] endMicros = new long[64];
    private int[] draw = new int[64];
    private long[] signedMicros = new long[64];

    /** Empty as long as no lease owes a share. */
    private long[] owedShares = {};

    private double[] hourShare = {};

    /** Empty as long as no lease has a contract. */
    private @Nullable LeaseContract[] contracts = {};

    private long[] brokenHourEndMicros = new long[64];
    private int[] unused = new int[64];
    private final BitSet lingering = new BitSet();
    private final BitSet spot = new BitSet();
    private int unusedCount;
    private int highWater;
    private int activeCount;

    /** Kept only where somebody asked for it. */
    private @Nullable LeaseOrder order;

    /** Keeps leases of each pool in the order in which they are opened from now on. */
    LeaseOrder keepOrder(int pools) {
        LeaseOrder kept = new LeaseOrder(pools);
        order = kept;
        return kept;
    }

    int open(int tenant, int pool, int gpus, int drawn) {
        int lease = unusedCount > 0 ? unused[--unusedCount] : fresh();
        terms[lease] = (long) tenant << TENANT_SHIFT | (long) pool << POOL_SHIFT | ACTIVE | gpus;
        draw[lease] = drawn;
        owe(lease, 0);
        bind(lease, null);
        activeCount++;
        if (order != null) {
            order.add(pool, lease);
        }
        return lease;
    }

    private int fresh() {
        if (highWater == draw.length) {
            terms = Arrays.copyOf(terms, 2 * highWater);
            priceAndLimit = Arrays.copyOf(priceAndLimit, 2 * highWater);
            hourStartMicros = Arrays.copyOf(hourStartMicros, 2 * highWater);
            endMicros = Arrays.copyOf(endMicros, 2 * highWater);
            draw = Arrays.copyOf(draw, 2 * highWater);
            hourShare = Arrays.copyOf(hourShare, 2 * hourShare.length);
            owedShares = Arrays.copyOf(owedShares, 2 * owedShares.length);
            contracts = Arrays.copyOf(contracts, 2 * contracts.length);
            signedMicros = Arrays.copyOf(signedMicros, 2 * highWater);
            brokenHourEndMicros = Arrays.copyOf(brokenHourEndMicros, 2 * highWater);
            unused = Arrays.copyOf(unused, 2 * highWater);
        }
        return highWater++;
    }

    /** Marks an open lease as one that gives way. */
    void spot(int lease) {
        spot.set(lease);
    }

    /** Whether it gives way to others. */
    public boolean isSpot(int lease) {
        return spot.get(lease);
    }

    /** An open lease is not in force yet: its GPUs come at the given time. */
    void defer(int lease, long readyMicros) {
        terms[lease] &= ~ACTIVE;
        hourStartMicros[lease] = readyMicros;
        activeCount--;
    }

    /** A lease that waited for its GPUs is in force from now on. */
    void resume(int lease) {
        terms[lease] |= ACTIVE;
        activeCount++;
    }

    void close(int lease) {
        if (order != null) {
            order.remove(pool(lease), lease);
        }
        terms[lease] = 0;
        spot.clear(lease);
        activeCount--;
        if (!lingering.get(lease)) {
            unused[unusedCount++] = lease;
        }
    }

    /**
     * Notes that the event on its way for a lease is out of date, since the lease has changed or is about to end before its time. Until
     * that event has passed, its id is not used again, and its running hour ends where {@link #brokenHourEnd} says.
     */
    void linger(int lease) {
        lingering.set(lease);
    }

    /** Whether an event that comes for a lease is out of date; if the lease has ended, its id is free from now on. */
    boolean passed(int lease) {
        if (!lingering.get(lease)) {
            return false;
        }
        lingering.clear(lease);
        if (!active(lease)) {
            unused[unusedCount++] = lease;
        }
        return true;
    }

    /** Whether an event that comes for a lease comes for one that has ended before; its id is free from now on. */
    boolean over(int lease) {
        return passed(lease) && !active(lease);
    }

    /** Takes GPUs out of a lease that keeps others. */
    void shrink(int lease, int lost) {
        terms[lease] -= lost;
    }

    /** Puts the end of a lease off. */
    void putOff(int lease, long toMicros) {
        endMicros[lease] = toMicros;
    }

    void term(int lease, long fromMicros, long toMicros) {
        hourStartMicros[lease] = fromMicros;
        endMicros[lease] = toMicros;
        signedMicros[lease] = fromMicros;
    }

    /** The running hour of a lease is no whole one, or is followed more closely: it ends at this time. */
    void brokenHourEnd(int lease, long micros) {
        brokenHourEndMicros[lease] = micros;
    }

    /** When the running hour of a lease ends, at the latest. */
    public long hourEndMicros(int lease) {
        boolean broken = brokenHourEndMicros[lease] > hourStartMicros[lease] || lingering.get(lease);
        return broken ? brokenHourEndMicros[lease] : hourStartMicros[lease] + SimTime.MICROS_PER_HOUR;
    }

    /** A limit above what any price can reach, {@link Integer#MAX_VALUE} micro-USD, is as good as that. */
    void basis(int lease, PriceTerms basis, long limitMicroUsd) {
        priceAndLimit[lease] = Math.min(Integer.MAX_VALUE, limitMicroUsd);
        terms[lease] |= switch (basis) {
            case FLOATING -> FLOATING;
            case LOCKED -> 0;
            case COMMITTED -> COMMITTED;
        };
    }

    void price(int lease, long microUsd) {
        priceAndLimit[lease] = (long) Math.toIntExact(microUsd) << INT_BITS | limitMicroUsd(lease);
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
        return (terms(lease) & ACTIVE) != 0;
    }

    /** What hardly changes over the life of a lease, in one long: to be read once, and taken apart below. */
    long terms(int lease) {
        return terms[lease];
    }

    /** What is paid and what would be at most, in one long: to be taken apart below. */
    long priceAndLimit(int lease) {
        return priceAndLimit[lease];
    }

    static long priceOf(long priceAndLimit) {
        return priceAndLimit >>> INT_BITS;
    }

    static long limitOf(long priceAndLimit) {
        return priceAndLimit & Integer.MAX_VALUE;
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

    void owe(int lease, long shares) {
        if (shares != 0 && owedShares.length == 0) {
            owedShares = new long[draw.length];
            hourShare = new double[draw.length];
        }
        if (owedShares.length > 0) {
            owedShares[lease] = shares;
            hourShare[lease] = 0;
        }
    }

    void bind(int lease, @Nullable LeaseContract contract) {
        if (contract != null && contracts.length == 0) {
            contracts = new LeaseContract[draw.length];
        }
        if (contracts.length > 0) {
            contracts[lease] = contract;
        }
    }

    /** What is agreed beyond its price; mostly nothing. */
    public @Nullable LeaseContract contract(int lease) {
        return contracts.length == 0 ? null : contracts[lease];
    }

    /** The bits of the rules under which it owes a share of its charges; mostly none. */
    long owedShares(int lease) {
        return owedShares.length == 0 ? 0 : owedShares[lease];
    }

    void hourShare(int lease, double fraction) {
        hourShare[lease] = fraction;
    }

    /** The share of the charge that it owes for the running hour. */
    double hourShare(int lease) {
        return hourShare.length == 0 ? 0 : hourShare[lease];
    }

    void draw(int lease, int drawn) {
        draw[lease] = drawn;
    }

    /** When it was signed; 0 if it was found in force at the start. */
    public long signedMicros(int lease) {
        return signedMicros[lease];
    }

    /** What it drew on quotas; {@link straits.regulation.Gatekeeper#NO_QUOTA} for nothing. */
    public int draw(int lease) {
        return draw[lease];
    }

    /** When it ends at the latest. */
    public long endMicros(int lease) {
        return endMicros[lease];
    }

    /** When its running hour began. */
    public long hourStartMicros(int lease) {
        return hourStartMicros[lease];
    }

    /** Price in force, in micro-USD per GPU-hour. */
    public long microUsdPerGpuHour(int lease) {
        return priceOf(priceAndLimit[lease]);
    }

    /** Most the tenant pays, in micro-USD per GPU-hour. */
    public long limitMicroUsd(int lease) {
        return limitOf(priceAndLimit[lease]);
    }

    /** Price in force for all its GPUs, in micro-USD per hour; two factors below 2^31 do not overflow. */
    public long hourChargeMicroUsd(int lease) {
        return microUsdPerGpuHour(lease) * gpus(lease);
    }

    /** What of that is not prepaid, in micro-USD per hour. */
    public long hourDueMicroUsd(int lease) {
        LeaseContract contract = contract(lease);
        long charge = hourChargeMicroUsd(lease);
        return contract == null ? charge : charge - Math.round(contract.terms().prepaid() * charge);
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
