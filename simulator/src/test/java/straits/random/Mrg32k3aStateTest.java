package straits.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.MRG32k3a;

class Mrg32k3aStateTest {

    private static final long[] DEFAULT = {12345, 12345, 12345, 12345, 12345, 12345};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 20_000})
    void reachesTheSubstreamThatSsjStepsTo(int number) {
        long[] seed = Mrg32k3aState.of(Digest.of("any", "seed", "at all"));
        MRG32k3a stepped = new MRG32k3a();
        stepped.setSeed(seed);
        for (int i = 0; i < number; i++) {
            stepped.resetNextSubstream();
        }
        assertThat(Mrg32k3aState.substream(seed, number)).isEqualTo(stepped.getState());
    }

    /** The published state one substream beyond the default seed. */
    @Test
    void reachesThePublishedState() {
        assertThat(Mrg32k3aState.substream(DEFAULT, 1))
                .containsExactly(870504860L, 2641697727L, 884013853L, 339352413L, 2374306706L, 3651603887L);
    }

    @Test
    void stepsAheadAsTheGeneratorDoes() {
        MRG32k3a stepped = new MRG32k3a();
        stepped.setSeed(DEFAULT);
        for (int i = 0; i < 12; i++) {
            stepped.nextDouble();
        }
        assertThat(Mrg32k3aState.ahead(DEFAULT, 2, 3)).isEqualTo(stepped.getState());
        assertThat(Mrg32k3aState.ahead(DEFAULT, 0, 12)).isEqualTo(stepped.getState());
    }

    @Test
    void farSubstreamsAreReachedInAnySteps() {
        long[] far = Mrg32k3aState.substream(DEFAULT, Long.MAX_VALUE);
        long[] half = Mrg32k3aState.substream(DEFAULT, Long.MAX_VALUE / 2);
        assertThat(Mrg32k3aState.substream(Mrg32k3aState.substream(half, Long.MAX_VALUE / 2), 1))
                .isEqualTo(far);
    }

    @Test
    void neverHandsOutATripleOfZeros() {
        assertThat(Mrg32k3aState.withoutZeroTriple(new long[] {0, 0, 0, 0, 0, 0}))
                .containsExactly(1, 0, 0, 1, 0, 0);
        assertThat(Mrg32k3aState.withoutZeroTriple(new long[] {0, 0, 7, 0, 8, 0}))
                .containsExactly(0, 0, 7, 0, 8, 0);
    }
}
