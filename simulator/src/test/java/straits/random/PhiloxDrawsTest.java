package straits.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhiloxDrawsTest {

    /** The known answers that come with Random123, the authors' implementation (philox4x64, 10 rounds). */
    @Test
    void givesTheKnownAnswers() {
        assertBlock(
                new long[] {0, 0, 0, 0},
                new PhiloxDraws(0, 0),
                0x16554d9eca36314cL,
                0xdb20fe9d672d0fdcL,
                0xd7e772cee186176bL,
                0x7e68b68aec7ba23bL);
        assertBlock(
                new long[] {-1, -1, -1, -1},
                new PhiloxDraws(-1, -1),
                0x87b092c3013fe90bL,
                0x438c3c67be8d0224L,
                0x9cc7d7c69cd777b6L,
                0xa09caebf594f0ba0L);
        assertBlock(
                new long[] {0x243f6a8885a308d3L, 0x13198a2e03707344L, 0xa4093822299f31d0L, 0x082efa98ec4e6c89L},
                new PhiloxDraws(0x452821e638d01377L, 0xbe5466cf34e90c6cL),
                0xa528f45403e61d95L,
                0x38c72dbd566e9788L,
                0xa5a1610e72fd18b5L,
                0x57bd43b5e52b7fe6L);
    }

    private static void assertBlock(long[] counter, PhiloxDraws draws, long... expected) {
        for (int word = 0; word < 4; word++) {
            assertThat(draws.block(counter[0], counter[1], counter[2], counter[3], word))
                    .isEqualTo(expected[word]);
        }
    }

    @Test
    void neitherZeroNorOneComesOut() {
        assertThat(PhiloxDraws.openUnit(0)).isEqualTo(0x1p-53);
        assertThat(PhiloxDraws.openUnit(-1)).isEqualTo(1 - 0x1p-53).isLessThan(1);
    }

    /** Keys in use are small neighbouring numbers; their draws must be spread as if they were not. */
    @Test
    void neighbouringKeysGiveEvenDraws() {
        PhiloxDraws draws = new PhiloxDraws(1, 2);
        int[] cells = new int[100];
        int draw = 0;
        for (long a = 0; a < 10; a++) {
            for (long b = 0; b < 100; b++) {
                for (long c = 0; c < 100; c++) {
                    cells[(int) (100 * draws.uniform(a, b, c))]++;
                    draw++;
                }
            }
        }
        double expected = draw / 100.0;
        double chiSquared = 0;
        for (int cell : cells) {
            chiSquared += (cell - expected) * (cell - expected) / expected;
        }
        // 99 degrees of freedom: the quantiles at 0.0005 and 0.9995.
        assertThat(chiSquared).isBetween(59.0, 152.0);
    }
}
