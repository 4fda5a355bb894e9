package straits.random;

/**
 * Arithmetic on states of MRG32k3a: three words modulo m1, then three modulo m2, neither triple all zero.
 *
 * <p>One step multiplies each triple by a fixed matrix, so that n steps multiply it by that matrix to the power n. SSJ's class
 * can only step from one substream to the next; here the power is taken by repeated squaring, which reaches substream n in
 * O(log n).
 *
 * <p>Source: P. L'Ecuyer, "Good Parameters and Implementations for Combined Multiple Recursive Random Number Generators",
 * Operations Research 47(1), 1999, 159-164.
 */
final class Mrg32k3aState {

    static final long M1 = 4_294_967_087L;
    static final long M2 = 4_294_944_443L;

    private static final long[][] STEP_1 = {{0, 1, 0}, {0, 0, 1}, {M1 - 810_728, 1_403_580, 0}};
    private static final long[][] STEP_2 = {{0, 1, 0}, {0, 0, 1}, {M2 - 1_370_589, 0, 527_612}};

    /** Substreams are 2^76 steps apart. */
    private static final int SUBSTREAM_BITS = 76;

    private static final long[][] SUBSTREAM_1 = squared(STEP_1, SUBSTREAM_BITS, M1);
    private static final long[][] SUBSTREAM_2 = squared(STEP_2, SUBSTREAM_BITS, M2);

    private Mrg32k3aState() {}

    /** A state from a digest: its first six words, reduced. */
    static long[] of(Digest digest) {
        long[] state = new long[6];
        for (int i = 0; i < 6; i++) {
            state[i] = digest.word32(i) % (i < 3 ? M1 : M2);
        }
        return withoutZeroTriple(state);
    }

    /** A triple of zeros would give zeros for ever; it has a chance of 2^-96, and becomes (1, 0, 0). */
    static long[] withoutZeroTriple(long[] state) {
        for (int first = 0; first < 6; first += 3) {
            if ((state[first] | state[first + 1] | state[first + 2]) == 0) {
                state[first] = 1;
            }
        }
        return state;
    }

    /** The state that far ahead of the given one, in substreams. */
    static long[] substream(long[] state, long number) {
        return advanced(state, SUBSTREAM_1, SUBSTREAM_2, number);
    }

    /** The state {@code times * 2^bits} steps ahead of the given one. */
    static long[] ahead(long[] state, int bits, long times) {
        return advanced(state, squared(STEP_1, bits, M1), squared(STEP_2, bits, M2), times);
    }

    private static long[] advanced(long[] state, long[][] matrix1, long[][] matrix2, long times) {
        long[] first = {state[0], state[1], state[2]};
        long[] second = {state[3], state[4], state[5]};
        first = timesPower(first, matrix1, times, M1);
        second = timesPower(second, matrix2, times, M2);
        return new long[] {first[0], first[1], first[2], second[0], second[1], second[2]};
    }

    private static long[] timesPower(long[] vector, long[][] matrix, long power, long modulus) {
        long[] result = vector;
        long[][] square = matrix;
        for (long rest = power; rest != 0; rest >>>= 1) {
            if ((rest & 1) == 1) {
                result = product(square, result, modulus);
            }
            square = product(square, square, modulus);
        }
        return result;
    }

    private static long[][] squared(long[][] matrix, int times, long modulus) {
        long[][] square = matrix;
        for (int i = 0; i < times; i++) {
            square = product(square, square, modulus);
        }
        return square;
    }

    private static long[][] product(long[][] left, long[][] right, long modulus) {
        long[][] result = new long[3][3];
        for (int column = 0; column < 3; column++) {
            long[] vector = {right[0][column], right[1][column], right[2][column]};
            long[] image = product(left, vector, modulus);
            for (int row = 0; row < 3; row++) {
                result[row][column] = image[row];
            }
        }
        return result;
    }

    private static long[] product(long[][] matrix, long[] vector, long modulus) {
        long[] result = new long[3];
        for (int row = 0; row < 3; row++) {
            long sum = 0;
            for (int i = 0; i < 3; i++) {
                // Both factors are below 2^32: the product fits 64 bits without a sign.
                sum += Long.remainderUnsigned(matrix[row][i] * vector[i], modulus);
            }
            result[row] = sum % modulus;
        }
        return result;
    }
}
