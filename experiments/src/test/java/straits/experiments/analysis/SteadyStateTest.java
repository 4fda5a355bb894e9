package straits.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SteadyStateTest {

    /** S26 (c): fifty times 10, then 0, 1, 0, 1, ..., a hundred of them. */
    @Test
    void mser5DropsExactlyFifty() {
        double[] series =
                IntStream.range(0, 150).mapToDouble(i -> i < 50 ? 10 : i % 2).toArray();
        assertThat(Mser.of(series)).isEqualTo(new Mser(150, 50, true));
        double[] longer =
                IntStream.range(0, 250).mapToDouble(i -> i < 50 ? 10 : i % 2).toArray();
        assertThat(Mser.of(longer).dropped()).isEqualTo(50);
    }

    @Test
    void aSeriesThatIsSettledKeepsNearlyAllAndAConstantOneAll() {
        double[] constant = new double[100];
        Arrays.fill(constant, 0.1);
        assertThat(Mser.of(constant).dropped()).isZero();
        double[] noise = new Random(4).doubles(5000).toArray();
        assertThat(Mser.of(noise).dropped()).isLessThan(1000);
    }

    @Test
    void aSeriesThatOnlyRisesIsNotSettled() {
        Mser rising = Mser.of(IntStream.range(0, 200).asDoubleStream().toArray());
        assertThat(rising.settled()).isFalse();
        assertThatThrownBy(() -> Mser.of(new double[24])).hasMessageContaining("24 observations");
        assertThatThrownBy(() -> Mser.of(
                        new double[] {Double.NaN, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
                        }))
                .hasMessageContaining("NaN");
    }

    @Test
    void batchesByHand() {
        BatchMeans found = BatchMeans.of(new double[] {99, 1, 3, 4, 6, 0, 2, 7, 9}, 2);
        assertThat(found.batches()).isEqualTo(4);
        // Batch means 2, 5, 1, 8.
        assertThat(found.mean().mean()).isEqualTo(4);
        assertThat(found.mean().interval95().halfWidth()).isCloseTo(3.182446305284 * Math.sqrt(10.0 / 4), within(1e-9));
        // Of (2, 5), (5, 1), (1, 8): squares and products about the means, times three.
        assertThat(found.lag1()).isCloseTo(-43 / Math.sqrt(26.0 * 74), within(1e-12));
        assertThat(found.dependent()).isFalse();
    }

    @Test
    void neighboursThatAreAlikeAreSeen() {
        double[] walk = new double[4000];
        Random random = new Random(3);
        for (int i = 1; i < walk.length; i++) {
            walk[i] = 0.99 * walk[i - 1] + random.nextGaussian();
        }
        assertThat(BatchMeans.of(walk, 20).dependent()).isTrue();
        assertThat(BatchMeans.of(walk, 400).dependent()).isFalse();
        assertThatThrownBy(() -> BatchMeans.of(walk, 5000)).hasMessageContaining("a batch alone has 5000");
    }

    /** A cut in the middle leaves as much as it drops, and five means of the six are enough. */
    @Test
    void theCutMayLeaveHalfOrFiveMeans() {
        double[] half =
                IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 10 : i % 2).toArray();
        double[] five =
                IntStream.range(0, 30).mapToDouble(i -> i < 5 ? 10 : i % 2).toArray();
        assertThat(Mser.of(half)).isEqualTo(new Mser(100, 50, true));
        assertThat(Mser.of(five)).isEqualTo(new Mser(30, 5, true));
    }

    /** Three batch means make two pairs, (2, 5) and (5, 1), which fall on a line. */
    @Test
    void threeBatchesHaveACorrelationAndTwoHaveNone() {
        assertThat(BatchMeans.of(new double[] {2, 5, 1}, 1).lag1()).isCloseTo(-1, within(1e-12));
        assertThat(BatchMeans.of(new double[] {2, 5}, 1).lag1()).isNaN();
    }
}
