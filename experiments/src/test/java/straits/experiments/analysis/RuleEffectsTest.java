package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleEffectsTest {

    private static boolean holds(long set, int rule) {
        return (set >> rule & 1) == 1;
    }

    private static double total(int rules, LongToDoubleFunction value) {
        return value.applyAsDouble((1L << rules) - 1) - value.applyAsDouble(0);
    }

    /** One left and two right gloves, a pair being worth 1: by hand 2/3, 1/6, 1/6. */
    @Test
    void theGloveGame() {
        LongToDoubleFunction pair = set -> holds(set, 0) && (holds(set, 1) || holds(set, 2)) ? 1 : 0;
        double[] effects = RuleEffects.shapley(3, pair);
        assertThat(effects[0]).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(effects[1]).isCloseTo(1 / 6.0, within(1e-15)).isEqualTo(effects[2]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void effectsAddToTheTotalAndARuleThatDoesNothingHasNone(int rules) {
        SplittableRandom random = new SplittableRandom(rules);
        double[] values = random.doubles(1L << rules, -1e9, 1e9).toArray();
        int idle = rules - 1;
        LongToDoubleFunction value = set -> values[(int) (set & ~(1L << idle))];
        List<Integer> order = IntStream.range(0, rules).boxed().toList();
        for (double[] effects : List.of(RuleEffects.shapley(rules, value), RuleEffects.ordered(order, value))) {
            assertThat(Arrays.stream(effects).sum()).isCloseTo(total(rules, value), within(1e9 * 1e-9));
            assertThat(effects[idle]).isZero();
        }
    }

    /** Numbers that do not add exactly in doubles; the same ones for both rules, but in another order of the sets. */
    @Test
    void rulesThatDoTheSameGetTheSameToTheLastBit() {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = random.doubles(256, -1, 1).map(x -> x * x * x * 1e12).toArray();
        LongToDoubleFunction value = set -> {
            long others = set & ~0b1001L;
            int both = (holds(set, 0) ? 1 : 0) + (holds(set, 3) ? 1 : 0);
            return values[(int) (others + both)];
        };
        double[] effects = RuleEffects.shapley(6, value);
        assertThat(effects[0]).isEqualTo(effects[3]).isNotZero();
    }

    /** Over all orders of three the mean is Shapley's value. */
    @Test
    void theMeanOverAllOrdersIsShapleys() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
        LongToDoubleFunction value = set -> values[(int) set];
        List<List<Integer>> orders = List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
        assertThat(RuleEffects.mean(orders, value)).containsExactly(RuleEffects.shapley(3, value), within(1e-12));
        assertThat(RuleEffects.ordered(List.of(2, 0, 1), value)).containsExactly(4, -3, 2);
    }

    @Test
    void tooManyRulesAreRefused() {
        assertThatThrownBy(() -> RuleEffects.shapley(21, set -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("21 rules; at most 20 have exact values");
    }

    /** By hand: rows 1 and 3 have mean 2 and standard error 1, columns 1.25 and 2.75 one of 0.75; one degree of freedom. */
    @Test
    void crossedSamplesAddTheirVariances() {
        MeanEstimate crossed = MeanEstimate.crossed(new double[] {1, 3}, new double[] {2 - 0.75, 2 + 0.75});
        assertThat(crossed.n()).isEqualTo(2);
        assertThat(crossed.mean()).isEqualTo(2);
        assertThat(crossed.standardError()).isCloseTo(1.25, within(1e-12));
        assertThat(crossed.interval95().halfWidth()).isCloseTo(1.25 * 12.706204736432095, within(1e-9));
        assertThat(MeanEstimate.crossed(new double[] {1}, new double[] {1, 2})
                        .interval95()
                        .missing())
                .isTrue();
    }
}
