package straits.market;

import java.util.Arrays;

/** A set of pools, one bit each. */
final class PoolSet {

    private final long[] words;

    /** Nothing of the given number of pools. */
    PoolSet(int pools) {
        words = new long[(pools + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int pool) {
        words[pool / Long.SIZE] |= 1L << pool;
    }

    /** Adds the pools whose bits are set in the words from a place on. */
    void addAll(long[] bits, int from) {
        for (int word = 0; word < words.length; word++) {
            words[word] |= bits[from + word];
        }
    }

    boolean contains(int pool) {
        return (words[pool / Long.SIZE] & 1L << pool) != 0;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether anything is in this set that is not in another. */
    boolean exceeds(PoolSet other) {
        for (int word = 0; word < words.length; word++) {
            if ((words[word] & ~other.words[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        Arrays.fill(words, 0);
    }
}
