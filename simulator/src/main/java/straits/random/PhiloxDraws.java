package straits.random;

/**
 * Philox4x64-10: ten rounds of a keyed bijection on a counter of four 64-bit words. The counter is the key of the object
 * drawn for; the draw is the first word of the result.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC11, 2011.
 */
final class PhiloxDraws implements KeyedDraws {

    private static final int ROUNDS = 10;

    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;

    /** What the round keys grow by: the golden ratio and the square root of 3, less 1. */
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;

    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;

    private final long key0;
    private final long key1;

    PhiloxDraws(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    @Override
    public double uniform(long a, long b, long c) {
        return openUnit(block(a, b, c, 0, 0));
    }

    /** The top 52 bits, moved by half a step, so that neither 0 nor 1 comes out; 53 bits would round up to 1. */
    static double openUnit(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }

    /** One word of the block for a counter. Written over plain longs: an array for the result would be an allocation. */
    long block(long counter0, long counter1, long counter2, long counter3, int word) {
        long x0 = counter0;
        long x1 = counter1;
        long x2 = counter2;
        long x3 = counter3;
        long round0 = key0;
        long round1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = unsignedMultiplyHigh(MULTIPLIER_0, x0);
            long high1 = unsignedMultiplyHigh(MULTIPLIER_1, x2);
            long low0 = MULTIPLIER_0 * x0;
            long low1 = MULTIPLIER_1 * x2;
            x0 = high1 ^ x1 ^ round0;
            x1 = low1;
            x2 = high0 ^ x3 ^ round1;
            x3 = low0;
            round0 += WEYL_0;
            round1 += WEYL_1;
        }
        return switch (word) {
            case 0 -> x0;
            case 1 -> x1;
            case 2 -> x2;
            default -> x3;
        };
    }

    /** The high half of the 128-bit product. Both multipliers have their top bit set, x may have it. */
    private static long unsignedMultiplyHigh(long multiplier, long x) {
        return Math.multiplyHigh(multiplier, x) + x + ((x >> 63) & multiplier);
    }
}
