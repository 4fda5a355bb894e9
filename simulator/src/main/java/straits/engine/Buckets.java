package straits.engine;

import java.util.Arrays;

/**
 * Any number of unordered lists of slots, a bucket each, that share one store of chunks. A bucket is a single long that its owner
 * keeps: where its next entry goes, and the number of entries. Appending is O(1); a drained bucket leaves its chunks to others.
 */
final class Buckets {

    /** A bucket without entries. */
    static final long EMPTY = 0;

    private static final int CHUNK = 16;
    private static final int INT_BITS = 32;

    /** Another entry, one place on. */
    private static final long ONE = 1L << INT_BITS | 1;

    /** By chunk: where the entries of the next older chunk of the bucket end, then slots. The first chunk belongs to nobody. */
    private int[] words = new int[64 * CHUNK];

    private int end = CHUNK;

    /** A chunk that was given back, or 0. */
    private int unused;

    /** Takes what a bucket held. */
    interface Sink {

        void take(int slot);
    }

    static int size(long bucket) {
        return (int) bucket;
    }

    private static int place(long bucket) {
        return (int) (bucket >>> INT_BITS);
    }

    /** Returns the bucket with an entry more. */
    long append(long bucket, int slot) {
        int at = place(bucket);
        if ((at & (CHUNK - 1)) == 0) {
            return first(bucket, slot);
        }
        words[at] = slot;
        return bucket + ONE;
    }

    /** Appends to a new chunk. */
    private long first(long bucket, int slot) {
        int chunk = unused == 0 ? fresh() : reused();
        words[chunk] = place(bucket);
        words[chunk + 1] = slot;
        return (long) (chunk + 2) << INT_BITS | (size(bucket) + 1);
    }

    private int fresh() {
        if (end == words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        int chunk = end;
        end += CHUNK;
        return chunk;
    }

    private int reused() {
        int chunk = unused;
        unused = words[chunk];
        return chunk;
    }

    /** Hands over all entries, in no order, and frees their chunks. The sink may append to other buckets. */
    void drain(long bucket, Sink sink) {
        int to = place(bucket);
        while (to > 0) {
            int chunk = (to - 1) & -CHUNK;
            for (int at = chunk + 1; at < to; at++) {
                sink.take(words[at]);
            }
            to = words[chunk];
            words[chunk] = unused;
            unused = chunk;
        }
    }
}
