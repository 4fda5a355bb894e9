package straits.supply;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Everybody gets the same share of what it claims, in whole GPUs: the claim times the share rounded down, and what rounding leaves
 * one by one to the largest remainders (Hamilton's method), the earlier claim first among equals.
 */
final class ProRata implements AllocationRule {

    @Override
    public long[] share(long available, long[] claims, int[] ranks) {
        long claimed = Arrays.stream(claims).sum();
        if (claimed <= available) {
            return claims.clone();
        }
        long[] granted = new long[claims.length];
        long[] remainders = new long[claims.length];
        for (int each = 0; each < claims.length; each++) {
            long product = Math.multiplyExact(claims[each], available);
            granted[each] = product / claimed;
            remainders[each] = product % claimed;
        }
        long left = available - Arrays.stream(granted).sum();
        IntStream.range(0, claims.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer each) -> -remainders[each]))
                .limit(left)
                .forEach(each -> granted[each]++);
        return granted;
    }
}
