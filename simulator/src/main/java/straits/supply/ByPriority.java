package straits.supply;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The higher rank is served in full before the lower gets anything; pro rata within a rank. */
final class ByPriority implements AllocationRule {

    private final ProRata withinRank = new ProRata();

    @Override
    public long[] share(long available, long[] claims, int[] ranks) {
        long[] granted = new long[claims.length];
        int[] fromTheTop =
                Arrays.stream(ranks).map(rank -> -rank).distinct().sorted().toArray();
        long left = available;
        for (int rank : fromTheTop) {
            long[] ofRank = IntStream.range(0, claims.length)
                    .mapToLong(each -> ranks[each] == -rank ? claims[each] : 0)
                    .toArray();
            long[] shared = withinRank.share(left, ofRank, ranks);
            for (int each = 0; each < claims.length; each++) {
                granted[each] += shared[each];
                left -= shared[each];
            }
        }
        return granted;
    }
}
