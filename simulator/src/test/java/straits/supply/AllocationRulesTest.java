package straits.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AllocationRulesTest {

    private static final int[] EQUAL = new int[3];

    @Test
    void proRataGivesWhatRoundingLeavesToTheLargestRemainders() {
        // 10 of 30: shares 3.67, 4.33 and 2.
        assertThat(new ProRata().share(10, new long[] {11, 13, 6}, EQUAL)).containsExactly(4, 4, 2);
        // 1 of 3 equal claims goes to the first.
        assertThat(new ProRata().share(1, new long[] {1, 1, 1}, EQUAL)).containsExactly(1, 0, 0);
        assertThat(new ProRata().share(99, new long[] {1, 2, 3}, EQUAL)).containsExactly(1, 2, 3);
        assertThat(new ProRata().share(0, new long[] {1, 2, 3}, EQUAL)).containsExactly(0, 0, 0);
    }

    @Test
    void priorityServesTheHigherRankFirst() {
        assertThat(new ByPriority().share(10, new long[] {6, 8, 6}, new int[] {0, 5, 0}))
                .containsExactly(1, 8, 1);
        assertThat(new ByPriority().share(5, new long[] {6, 8, 6}, new int[] {-1, 0, 1}))
                .containsExactly(0, 0, 5);
    }

    /** Nobody gets more than its claim, nothing is left while somebody wants, and equal ranks come within one GPU of their share. */
    @Test
    void whateverIsAskedNothingIsLostAndNobodyIsOverserved() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2000; trial++) {
            long[] claims = random.longs(1 + random.nextInt(6), 0, 50).toArray();
            int[] ranks = random.ints(claims.length, -1, 2).toArray();
            long available = random.nextInt(150);
            long expected = Math.min(available, Arrays.stream(claims).sum());
            for (AllocationRule rule : new AllocationRule[] {new ProRata(), new ByPriority()}) {
                long[] granted = rule.share(available, claims, ranks);
                assertThat(LongStream.of(granted).sum()).isEqualTo(expected);
                for (int each = 0; each < claims.length; each++) {
                    assertThat(granted[each]).isBetween(0L, claims[each]);
                }
            }
            long[] equal = new ProRata().share(available, claims, ranks);
            for (int each = 0; each < claims.length; each++) {
                double share = (double) claims[each]
                        * expected
                        / Math.max(1, Arrays.stream(claims).sum());
                assertThat(Math.abs(equal[each] - share)).isLessThan(1);
            }
        }
    }

    @Test
    void claimsOfAWholeIndustryDoNotOverflow() {
        long[] claims = {1_000_000_000, 2_000_000_000};
        assertThat(new ProRata().share(1_500_000_000, claims, new int[2])).containsExactly(500_000_000, 1_000_000_000);
    }
}
