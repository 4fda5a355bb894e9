package straits.engine;

import java.util.Arrays;

/**
 * Any number of unordered lists of (time, slot), a bucket each, that share one store of chunks. A chunk of eight entries
 * lies in two lines of cache, and a bucket is a single long that its owner keeps: the newest chunk, and the number of
 * entries. Appending is O(1); a drained bucket leaves its chunks to others.
 */
final class Buckets {

    /** A bucket without entries. */
    static final long EMPTY = 0;

    private static final int CHUNK_BITS = 3;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int INT_BITS = 32;
    private static final int NONE = -1;

    /** By chunk and entry: time, then slot; the slot of a chunk's first entry has the next older chunk above it. */
    private long[] words = new long[64 * 2 * CHUNK];

    private int chunks;
    private int unused = NONE;

    /** Takes what a bucket held. */
    interface Sink {

        void take(long time, int slot);
    }

    static int size(long bucket) {
        return (int) bucket;
    }

    private static int newestChunk(long bucket) {
        return (int) (bucket >>> INT_BITS);
    }

    /** Returns the bucket with an entry more. */
    long append(long bucket, long time, int slot) {
        int entry = size(bucket) & (CHUNK - 1);
        if (entry == 0) {
            return first(bucket, time, slot);
        }
        int at = at(newestChunk(bucket), entry);
        words[at] = time;
        words[at + 1] = slot;
        return bucket + 1;
    }

    private static int at(int chunk, int entry) {
        return 2 * ((chunk << CHUNK_BITS) + entry);
    }

    /** Appends to a new chunk. */
    private long first(long bucket, long time, int slot) {
        int chunk = unused == NONE ? fresh() : reused();
        words[at(chunk, 0)] = time;
        words[at(chunk, 0) + 1] = (long) newestChunk(bucket) << INT_BITS | slot;
        return ((long) chunk << INT_BITS | size(bucket)) + 1;
    }

    private int fresh() {
        if (at(chunks, 0) == words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        return chunks++;
    }

    private int reused() {
        int chunk = unused;
        unused = older(chunk);
        return chunk;
    }

    private int older(int chunk) {
        return (int) (words[at(chunk, 0) + 1] >> INT_BITS);
    }

    /** Hands over all entries, in no order, and frees their chunks. The sink may append to other buckets. */
    void drain(long bucket, Sink sink) {
        int chunk = newestChunk(bucket);
        int entries = ((size(bucket) - 1) & (CHUNK - 1)) + 1;
        for (int left = size(bucket); left > 0; left -= entries, entries = CHUNK) {
            for (int at = at(chunk, 0); at < at(chunk, entries); at += 2) {
                sink.take(words[at], (int) words[at + 1]);
            }
            int older = older(chunk);
            giveBack(chunk);
            chunk = older;
        }
    }

    private void giveBack(int chunk) {
        words[at(chunk, 0) + 1] = (long) unused << INT_BITS;
        unused = chunk;
    }
}
