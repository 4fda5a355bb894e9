package straits.benchmarks.baseline;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.random.Stream;
import straits.scenario.Distribution;
import straits.scenario.Distribution.Discrete.Outcome;
import straits.scenario.Quantity;
import straits.units.SimTime;

/**
 * How far ahead events are scheduled: a minute on average (bimodal: 1.4 minutes). Short, so that the clocks of engines that
 * keep time as a double stay exact to the microsecond however long a benchmark runs.
 */
public enum Increments {
    /** Exponential. */
    EXPONENTIAL,
    /** Uniform from 0 to twice the mean. */
    UNIFORM,
    /** Nine in ten short, one in ten about twenty times as long (Rönngren and Ayani, ACM TOMACS 7, 1997). */
    BIMODAL,
    /** Pareto of shape 1.5: a mean, but no variance. */
    PARETO,
    /** One of sixteen lengths: most events share their instant with others. */
    TIES;

    private static final double MINUTES_PER_HOUR = 60;

    /** Draws some increments, in microseconds. */
    long[] drawMicros(int count, Stream stream) {
        ToDoubleFunction<Stream> minutes = minutes();
        long[] micros = new long[count];
        for (int each = 0; each < count; each++) {
            micros[each] = SimTime.durationOfDrawnHours(minutes.applyAsDouble(stream) / MINUTES_PER_HOUR);
        }
        return micros;
    }

    private ToDoubleFunction<Stream> minutes() {
        return switch (this) {
            case EXPONENTIAL -> drawn(new Distribution.Exponential(Quantity.of(1)));
            case UNIFORM -> drawn(new Distribution.Uniform(Quantity.of(0), Quantity.of(2)));
            case BIMODAL -> stream -> 0.95238 * stream.next() + (stream.next() < 0.1 ? 9.5238 : 0);
            case PARETO -> drawn(new Distribution.Pareto(Quantity.of(1.5), Quantity.of(1.0 / 3)));
            case TIES -> drawn(new Distribution.Discrete(sixteenLengths()));
        };
    }

    private static ToDoubleFunction<Stream> drawn(Distribution distribution) {
        Sampler sampler = Samplers.of(distribution);
        return sampler::draw;
    }

    private static List<Outcome> sixteenLengths() {
        return IntStream.rangeClosed(1, 16)
                .mapToObj(step -> new Outcome(Quantity.of(step / 8.5), Quantity.of(1.0 / 16)))
                .toList();
    }
}
