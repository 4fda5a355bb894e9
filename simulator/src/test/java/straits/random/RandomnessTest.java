package straits.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomnessTest {

    /** Computed by a separate program from the definitions: SHA-256, MRG32k3a and matrix powers in big integers. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.3385131276237617, 0.9720937659022174, 0.8555675216387131",
        "1, 0.9817785295215283, 0.12259833689323955, 0.6247378536373083",
        "20000, 0.5429222229700122, 0.7659786549218839, 0.5274709313441892",
    })
    void streamsBeginWithTheseDrawsForEver(long replication, double first, double second, double third) {
        Stream stream = Randomness.of("S25/1", replication).stream("small-labs", "duration");
        assertThat(List.of(stream.next(), stream.next(), stream.next())).containsExactly(first, second, third);
    }

    @Test
    void keysAreEncodedAsUtf8() {
        assertThat(Randomness.of("Straße 北", 0).stream("a", "b").next()).isEqualTo(0.7081584949737804);
    }

    /** From the same separate program. */
    @Test
    void keyedDrawsAreTheseForEver() {
        long key = Randomness.key("h100-sxm");
        assertThat(key).isEqualTo(4410836180239960186L);
        assertThat(Randomness.of("S25/1", 0).keyed("renewal").uniform(1, 2, 3)).isEqualTo(0.05848228902089281);
        assertThat(Randomness.of("S25/1", 7).keyed("renewal").uniform(key, -1, Long.MIN_VALUE))
                .isEqualTo(0.9041877799896872);
    }

    @Test
    void everyPartOfTheKeyMatters() {
        Randomness randomness = Randomness.of("1", 0);
        List<Double> firsts = List.of(
                randomness.stream("a", "b").next(),
                randomness.stream("ab", "").next(),
                randomness.stream("", "ab").next(),
                randomness.stream("b", "a").next(),
                randomness.stream("a", "c").next(),
                Randomness.of("2", 0).stream("a", "b").next(),
                Randomness.of("1", 1).stream("a", "b").next(),
                randomness.keyed("a").uniform(0, 0, 0),
                randomness.keyed("b").uniform(0, 0, 0),
                randomness.keyed("a").uniform(1, 0, 0),
                randomness.keyed("a").uniform(0, 1, 0),
                randomness.keyed("a").uniform(0, 0, 1),
                Randomness.of("2", 0).keyed("a").uniform(0, 0, 0),
                Randomness.of("1", 1).keyed("a").uniform(0, 0, 0));
        assertThat(firsts).doesNotHaveDuplicates().allMatch(u -> u > 0 && u < 1);
    }

    @Test
    void aStreamDoesNotDependOnOtherStreams() {
        Randomness alone = Randomness.of("seed", 3);
        Stream expected = alone.stream("tenant", "size");
        Randomness crowded = Randomness.of("seed", 3);
        crowded.stream("other", "size").next();
        Stream stream = crowded.stream("tenant", "size");
        crowded.keyed("renewal").uniform(1, 1, 1);
        for (int i = 0; i < 100; i++) {
            crowded.stream("yet another", "size").next();
            assertThat(stream.next()).isEqualTo(expected.next());
        }
    }

    @Test
    void aKeyedDrawDoesNotDependOnTheOrderOfAsking() {
        KeyedDraws forwards = Randomness.of("seed", 3).keyed("renewal");
        KeyedDraws backwards = Randomness.of("seed", 3).keyed("renewal");
        List<Double> ascending = new ArrayList<>();
        List<Double> descending = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ascending.add(forwards.uniform(7, i, 0));
            descending.add(backwards.uniform(7, 49 - i, 0));
        }
        Collections.reverse(descending);
        assertThat(ascending).isEqualTo(descending).doesNotHaveDuplicates();
    }

    /** SSJ's constructor reads and writes a static seed without synchronisation; nothing of it may reach the draws. */
    @Test
    void streamsBuiltOnManyThreadsAreTheSame() {
        List<Double> parallel = firstDraws(IntStream.range(0, 20_000).parallel());
        assertThat(parallel).isEqualTo(firstDraws(IntStream.range(0, 20_000)));
    }

    private static List<Double> firstDraws(IntStream entities) {
        Randomness randomness = Randomness.of("threads", 0);
        return entities.mapToObj(i -> randomness.stream("tenant-" + i, "size").next())
                .toList();
    }

    @Test
    void theAuditHearsEveryDrawAndChangesNone() {
        Map<String, Double> heard = new TreeMap<>();
        Randomness audited = Randomness.audited(
                "seed",
                5,
                (stream, ordinal, value) ->
                        assertThat(heard.put(stream + "#" + ordinal, value)).isNull());
        Randomness plain = Randomness.of("seed", 5);
        Stream stream = audited.stream("tenant", "size");
        Stream expected = plain.stream("tenant", "size");
        double first = stream.next();
        double second = stream.next();
        double keyed = audited.keyed("renewal").uniform(4, -5, 6);

        assertThat(first).isEqualTo(expected.next());
        assertThat(second).isEqualTo(expected.next());
        assertThat(keyed).isEqualTo(plain.keyed("renewal").uniform(4, -5, 6));
        assertThat(heard).isEqualTo(Map.of("tenant:size#0", first, "tenant:size#1", second, "renewal:4,-5,6#0", keyed));
    }

    @Test
    void rejectsANegativeReplication() {
        assertThatThrownBy(() -> Randomness.of("seed", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replication: -1");
    }
}
