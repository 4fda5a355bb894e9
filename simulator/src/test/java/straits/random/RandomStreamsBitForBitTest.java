package straits.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import org.junit.jupiter.api.Test;

/**
 * Validation case S25: streams and substreams of MRG32k3a bit for bit, and a queue run on them as SSJ's tutorial does.
 *
 * <p>Sources: L'Ecuyer's RngStreams, {@code test2RngStream.res}; SSJ's tutorial, {@code QueueLindley.txt}.
 */
class RandomStreamsBitForBitTest {

    /** SSJ's default seed, from which its streams are laid out 2^127 draws apart in order of construction. */
    private static final long[] DEFAULT = {12345, 12345, 12345, 12345, 12345, 12345};

    private static final int STREAM_BITS = 127;

    private static long[] stream(int number) {
        return Mrg32k3aState.ahead(DEFAULT, STREAM_BITS, number);
    }

    @Test
    void firstDrawsOfTheDefaultStream() {
        Stream stream = new Mrg32k3aStream(stream(0));
        assertThat(stream.next()).isEqualTo(0.12701112204657714);
        assertThat(stream.next()).isEqualTo(0.3185275653967945);
        assertThat(stream.next()).isEqualTo(0.3091860155832701);
    }

    @Test
    void fourthSubstreamOfTheThirdStream() {
        Stream substream = new Mrg32k3aStream(Mrg32k3aState.substream(stream(2), 4));
        assertThat(substream.next()).isEqualTo(0.17345453963581106);
    }

    @Test
    void sumOfAHundredDrawsOfTheThirdStream() {
        Stream stream = new Mrg32k3aStream(stream(2));
        stream.next();
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += stream.next();
        }
        assertThat(sum).isCloseTo(53.98590159232, within(53.98590159232 * 1e-11));
    }

    /** M/M/1 by Lindley's recurrence: 100 runs of 10,000 customers, arrivals from the first stream, services from the second. */
    @Test
    void queueOfTheTutorial() {
        Stream arrivals = new Mrg32k3aStream(stream(0));
        Stream services = new Mrg32k3aStream(stream(1));
        Sampler betweenArrivals = ExponentialLaw.of(1);
        Sampler service = ExponentialLaw.of(1.0 / 2);
        DoubleSummaryStatistics meanWaits = new DoubleSummaryStatistics();
        for (int run = 0; run < 100; run++) {
            double wait = 0;
            double sum = 0;
            for (int customer = 1; customer < 10_000; customer++) {
                wait = Math.max(0, wait + service.draw(services) - betweenArrivals.draw(arrivals));
                sum += wait;
            }
            meanWaits.accept(sum / 10_000);
        }
        assertThat(meanWaits.getMin()).isCloseTo(0.428, within(5e-4));
        assertThat(meanWaits.getAverage()).isCloseTo(0.506, within(5e-4));
        assertThat(meanWaits.getMax()).isCloseTo(0.591, within(5e-4));
    }
}
