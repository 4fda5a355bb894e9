package straits.benchmarks.frequent;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.random.Stream;
import straits.scenario.Distribution;
import straits.scenario.Distribution.Discrete.Outcome;
import straits.scenario.Quantity;

/** One draw, the uniform number under it included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SamplerBenchmark {

    /** What is drawn. */
    public enum Law {
        /** The next number of a stream. */
        STREAM,
        /** A number by key. */
        KEYED,
        /** Uniform. */
        UNIFORM,
        /** Triangular. */
        TRIANGULAR,
        /** Exponential. */
        EXPONENTIAL,
        /** Pareto. */
        PARETO,
        /** Weibull. */
        WEIBULL,
        /** Lognormal. */
        LOGNORMAL,
        /** Gamma. */
        GAMMA,
        /** Four values with probabilities. */
        DISCRETE;

        private DoubleSupplier draws() {
            Stream stream = Randomness.of("samplers", 0).stream("benchmark", "draw");
            return switch (this) {
                case STREAM -> stream::next;
                case KEYED -> keyed();
                case UNIFORM -> drawn(stream, new Distribution.Uniform(of(1), of(3)));
                case TRIANGULAR -> drawn(stream, new Distribution.Triangular(of(1), of(2), of(4)));
                case EXPONENTIAL -> drawn(stream, new Distribution.Exponential(of(2)));
                case PARETO -> drawn(stream, new Distribution.Pareto(of(1.5), of(1)));
                case WEIBULL -> drawn(stream, new Distribution.Weibull(of(0.7), of(2)));
                case LOGNORMAL -> drawn(stream, new Distribution.Lognormal(of(12), of(1.2)));
                case GAMMA -> drawn(stream, new Distribution.Gamma(of(2.5), of(3)));
                case DISCRETE -> drawn(stream, new Distribution.Discrete(fourValues()));
            };
        }

        private static Quantity of(double value) {
            return Quantity.of(value);
        }

        private static List<Outcome> fourValues() {
            return List.of(
                    new Outcome(of(1), of(0.3)),
                    new Outcome(of(2), of(0.2)),
                    new Outcome(of(4), of(0.2)),
                    new Outcome(of(8), of(0.3)));
        }

        private static DoubleSupplier drawn(Stream stream, Distribution distribution) {
            Sampler sampler = Samplers.of(distribution);
            return () -> sampler.draw(stream);
        }

        private static DoubleSupplier keyed() {
            KeyedDraws draws = Randomness.of("samplers", 0).keyed("benchmark");
            long[] ordinal = {0};
            return () -> draws.uniform(1, ordinal[0]++, 2);
        }
    }

    /** What is drawn. */
    @Param
    private Law law = Law.STREAM;

    private DoubleSupplier draws = () -> 0;

    /** A stream at its beginning. */
    @Setup
    public void begin() {
        draws = law.draws();
    }

    /** A draw. */
    @Benchmark
    public double draw() {
        return draws.getAsDouble();
    }
}
