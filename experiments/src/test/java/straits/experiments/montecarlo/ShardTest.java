package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardTest {

    private static List<Integer> units(Shard shard, int units) {
        List<Integer> dealt = new ArrayList<>();
        shard.deal(IntStream.range(0, units).iterator()).forEachRemaining(dealt::add);
        return dealt;
    }

    @Test
    void dealsLikeCards() {
        assertThat(units(new Shard(1, 3), 8)).containsExactly(0, 3, 6);
        assertThat(units(new Shard(2, 3), 8)).containsExactly(1, 4, 7);
        assertThat(units(new Shard(3, 3), 8)).containsExactly(2, 5);
        assertThat(units(Shard.WHOLE, 3)).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 6, 7, 8, 100})
    void countsWhatItDeals(int units) {
        for (int number = 1; number <= 7; number++) {
            Shard shard = new Shard(number, 7);
            assertThat(shard.count(units)).isEqualTo(units(shard, units).size());
        }
    }

    @Test
    void neverEndingUnitsCanBeDealt() {
        Iterator<Integer> dealt =
                new Shard(2, 2).deal(IntStream.iterate(0, unit -> unit + 1).iterator());
        assertThat(List.of(dealt.next(), dealt.next())).containsExactly(1, 3);
    }

    @Test
    void readsAndWritesItsForm() {
        assertThat(Shard.parse("3/10")).isEqualTo(new Shard(3, 10)).hasToString("3/10");
        assertThat(Shard.parse("1/1").whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "0/3", "4/3", "-1/3", "1/0", "1/3/5", "a/b", "1 / 3", "1/9999999"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as in 3/10");
    }
}
