package straits.engine;

/**
 * A stretch of time cut into buckets of equal width, a power of two of microseconds, which are taken in turn. Arrays stay
 * when a rung is opened anew.
 */
final class Rung {

    /** More would no longer lie in cache together. */
    private static final int MOST_BUCKETS = 1 << 14;

    private long[] buckets = new long[64];
    private int size;
    private int next;
    private int shift;
    private long startMicros;
    private long endMicros;

    /**
     * Covers a stretch anew; all buckets are empty.
     *
     * @param wanted how many buckets would be right; there may be up to half as many or twice as many
     */
    void open(long fromMicros, long toMicros, long wanted) {
        long span = toMicros - fromMicros;
        int bits = bitsFor(Math.max(2, Math.min(MOST_BUCKETS, wanted)));
        shift = Math.max(0, bitsFor(span) - bits);
        size = (int) ((span - 1) >>> shift) + 1;
        if (buckets.length < size) {
            buckets = new long[1 << bitsFor(size)];
        }
        startMicros = fromMicros;
        endMicros = toMicros;
        next = 0;
    }

    /** Bits that tell so many things apart. */
    private static int bitsFor(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number - 1);
    }

    long endMicros() {
        return endMicros;
    }

    void append(Buckets store, long micros, int slot) {
        int bucket = (int) ((micros - startMicros) >>> shift);
        buckets[bucket] = store.append(buckets[bucket], slot);
    }

    /** Takes the next bucket that holds anything; {@link Buckets#EMPTY} if none does. */
    long takeNext() {
        while (next < size && buckets[next] == Buckets.EMPTY) {
            next++;
        }
        if (next == size) {
            return Buckets.EMPTY;
        }
        long taken = buckets[next];
        buckets[next++] = Buckets.EMPTY;
        return taken;
    }

    /** Start of the bucket taken last. */
    long takenFromMicros() {
        return startMicros + ((next - 1L) << shift);
    }

    /** End of the bucket taken last. */
    long takenToMicros() {
        return Math.min(endMicros, startMicros + ((long) next << shift));
    }

    /** Whether a bucket can be cut finer. */
    boolean divisible() {
        return shift > 0;
    }
}
