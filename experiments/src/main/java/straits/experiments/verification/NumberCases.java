package straits.experiments.verification;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import straits.engine.LadderQueue;
import straits.experiments.analysis.Mser;
import straits.experiments.analysis.SensitivityIndex;
import straits.experiments.analysis.SensitivityIndex.Kind;
import straits.experiments.analysis.SobolIndices;
import straits.experiments.analysis.StudentT;
import straits.experiments.design.UnitCube;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.ProviderRow;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.market.cost.PresentValue;
import straits.random.PublishedStreams;
import straits.random.Randomness;
import straits.random.Stream;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.World;
import straits.units.SimTime;

/** S24 to S26: book-keeping, random numbers bit for bit, and the statistics themselves. */
final class NumberCases {

    private static final long YEAR_MICROS = 365 * SimTime.MICROS_PER_DAY;

    private NumberCases() {}

    static List<Trial> s24() {
        List<Output> booked = List.of(
                new Output("HHI", 2600, Rule.Within.relative(2600)),
                new Output("straight-line book value, USD", 20_400, Rule.Within.relative(20_400)),
                new Output("double-declining book value, USD", 10_800, Rule.Within.relative(10_800)));
        World world = Textbook.of("s24-bookkeeping").world();
        return List.of(
                new Trial(1, booked, draw -> bookkeeping(world, draw)),
                Trial.once(
                        "net present value, USD",
                        4.132231404958667,
                        Rule.Within.relative(4.132231404958667),
                        () -> presentUsd(0, 1, 2)),
                Trial.once(
                        "the same, paid in another order, USD",
                        4.132231404958667,
                        Rule.Within.relative(4.132231404958667),
                        () -> presentUsd(2, 0, 1)),
                Trial.once(
                        "continuous present value, USD",
                        2667.1517366680823,
                        Rule.Within.relative(2667.1517366680823),
                        () -> PresentValue.ofStream(1000, 3, 0.08)));
    }

    /** Two providers have 30 GPUs each, two years old at the end. */
    private static double[] bookkeeping(World world, Draw draw) {
        UnitResult run = UnitResult.of(
                new UnitKey(0, world.regimeKey(), 0), new Simulation(world, draw, new LadderQueue()).run());
        double hhi = run.answers().value(Answer.HHI_REVENUE);
        return new double[] {hhi, 1, bookUsd(run, "straight") / 30, 1, bookUsd(run, "declining") / 30, 1};
    }

    private static double bookUsd(UnitResult run, String provider) {
        List<ProviderRow> rows = run.rows().accounts().stream()
                .filter(row -> row.provider().equals(provider))
                .toList();
        return rows.get(rows.size() - 1).books().bookUsd();
    }

    /** -100 now, 60 after a year and after two, paid in an order. */
    private static double presentUsd(int... years) {
        PresentValue value = new PresentValue(0.1);
        for (int year : years) {
            value.pay(year * YEAR_MICROS, year == 0 ? -100_000_000 : 60_000_000);
        }
        return value.usd();
    }

    static List<Trial> s25() {
        return List.of(
                Trial.once("stream 0, draw 1", 0.12701112204657714, Rule.Within.EQUAL, () -> draw(0, 0, 1)),
                Trial.once("stream 0, draw 2", 0.3185275653967945, Rule.Within.EQUAL, () -> draw(0, 0, 2)),
                Trial.once("stream 0, draw 3", 0.3091860155832701, Rule.Within.EQUAL, () -> draw(0, 0, 3)),
                Trial.once(
                        "stream 2, substream 4, draw 1", 0.17345453963581106, Rule.Within.EQUAL, () -> draw(2, 4, 1)),
                Trial.once(
                        "sum of draws 2 to 101 of stream 2",
                        53.98590159232,
                        new Rule.Within("D 1e-11", 1e-11 * 53.98590159232),
                        NumberCases::hundredDraws),
                lindley());
    }

    private static double draw(int stream, int substream, int number) {
        Stream draws = PublishedStreams.of(stream, substream);
        double draw = Double.NaN;
        for (int each = 0; each < number; each++) {
            draw = draws.next();
        }
        return draw;
    }

    private static double hundredDraws() {
        Stream stream = PublishedStreams.of(2, 0);
        stream.next();
        return IntStream.range(0, 100).mapToDouble(each -> stream.next()).sum();
    }

    /** M/M/1 by Lindley's recurrence: 100 runs of 10,000 customers, arrivals from the first stream, services from the second. */
    private static Trial lindley() {
        Rule printed = new Rule.Within("D 5e-4", 5e-4);
        List<Output> outputs = List.of(
                new Output("QueueLindley, least of 100 runs", 0.428, printed),
                new Output("QueueLindley, mean", 0.506, printed),
                new Output("QueueLindley, greatest", 0.591, printed));
        return new Trial(1, outputs, draw -> {
            DoubleSummaryStatistics waits = lindleyWaits();
            return new double[] {waits.getMin(), 1, waits.getAverage(), 1, waits.getMax(), 1};
        });
    }

    private static DoubleSummaryStatistics lindleyWaits() {
        Stream arrivals = PublishedStreams.of(0, 0);
        Stream services = PublishedStreams.of(1, 0);
        DoubleSummaryStatistics means = new DoubleSummaryStatistics();
        for (int run = 0; run < 100; run++) {
            double wait = 0;
            double sum = 0;
            for (int customer = 1; customer < 10_000; customer++) {
                wait = Math.max(0, wait + exponential(0.5, services) - exponential(1, arrivals));
                sum += wait;
            }
            means.accept(sum / 10_000);
        }
        return means;
    }

    private static double exponential(double mean, Stream draws) {
        return -mean * StrictMath.log1p(-draws.next());
    }

    static List<Trial> s26() {
        return List.of(
                Trial.once(
                        "(a) t(0.9995, 29)",
                        3.6594050194664165,
                        new Rule.Within("D 1e-6", 1e-6),
                        () -> StudentT.quantile(0.9995, 29)),
                Trial.once(
                        "(a) t(0.975, 9)",
                        2.2621571627982044,
                        new Rule.Within("D 1e-6", 1e-6),
                        () -> StudentT.quantile(0.975, 9)),
                ishigami(),
                Trial.once("(c) observations dropped", 50, Rule.Within.EQUAL, NumberCases::dropped),
                DeskCases.firstFiles(60_000)
                        .judged(
                                "(d) coverage of 90 % intervals",
                                0.8602,
                                new Rule.Coverage(DeskCases.FIRST_25_DAYS, 0.02),
                                s -> s.watch().meanWaitDays())
                        .trial());
    }

    private static double dropped() {
        return Mser.of(IntStream.range(0, 150)
                        .mapToDouble(i -> i < 50 ? 10 : i % 2)
                        .toArray())
                .dropped();
    }

    /** Ishigami and Homma 1990, with a = 7 and b = 0.1. */
    private static Trial ishigami() {
        Rule near = new Rule.Within("abs 0.01", 0.01);
        List<Output> outputs = List.of(
                new Output("(b) S1", 0.31390519114781146, near),
                new Output("(b) S2", 0.4424111447900409, near),
                new Output("(b) ST1", 0.5575888552099592, near),
                new Output("(b) ST3", 0.2436836640621477, near));
        return new Trial(1, outputs, draw -> {
            double[][][] cube = UnitCube.saltelli(1 << 16, 3, stream(draw, "points"));
            double[][] values = new double[cube.length][];
            for (int base = 0; base < cube.length; base++) {
                values[base] = Arrays.stream(cube[base])
                        .mapToDouble(NumberCases::ishigamiAt)
                        .toArray();
            }
            List<SensitivityIndex> indices = SobolIndices.of(3, values, stream(draw, "bootstrap")::next);
            return new double[] {
                index(indices, Kind.S1, 0), 1,
                index(indices, Kind.S1, 1), 1,
                index(indices, Kind.ST, 0), 1,
                index(indices, Kind.ST, 2), 1
            };
        });
    }

    private static Stream stream(Draw draw, String purpose) {
        return Randomness.of(draw.seed(), draw.replication()).stream("ishigami", purpose);
    }

    private static double ishigamiAt(double[] shares) {
        double x1 = Math.PI * (2 * shares[0] - 1);
        double sin2 = StrictMath.sin(Math.PI * (2 * shares[1] - 1));
        double x3 = Math.PI * (2 * shares[2] - 1);
        return StrictMath.sin(x1) * (1 + 0.1 * x3 * x3 * x3 * x3) + 7 * sin2 * sin2;
    }

    private static double index(List<SensitivityIndex> indices, Kind kind, int factor) {
        return indices.stream()
                .filter(each -> each.kind() == kind && each.factor() == factor)
                .mapToDouble(SensitivityIndex::estimate)
                .findFirst()
                .orElse(Double.NaN);
    }
}
