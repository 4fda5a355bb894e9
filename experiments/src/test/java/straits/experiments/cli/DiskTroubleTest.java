package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import straits.engine.LadderQueue;
import straits.experiments.TwoRules;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.Disk;
import straits.experiments.output.Disk.Step;
import straits.experiments.output.Hashes;
import straits.experiments.output.Manifest;
import straits.experiments.output.TableFormat;
import straits.experiments.output.UnitForm;

/**
 * A run whose disk fails at a step drawn by a seed: it is full, keeps a part of what it is given, does not rename, force, close or
 * delete, or somebody stops or interrupts the run just then. How many seeds, says the system property {@code straits.faults}.
 */
final class DiskTroubleTest {

    private static final int SEEDS = Integer.getInteger("straits.faults", 45);
    private static final List<Integer> CODES = List.of(ExitCode.DONE, ExitCode.INPUT_OUTPUT, ExitCode.INTERRUPTED);

    private static final Experiment EXPERIMENT = TwoRules.experiment();

    @TempDir
    Path home;

    private final StringWriter said = new StringWriter();

    /** What strikes, when. */
    private static final class Strike implements Disk.Trouble {

        private final StopSignal stop = new StopSignal();
        private final SplittableRandom random;
        private final int at;
        private int steps;
        private final Set<Step> seen = EnumSet.noneOf(Step.class);
        private String what = "";

        Strike(int at, long seed) {
            this.at = at;
            random = new SplittableRandom(seed);
        }

        @Override
        public int before(Step step, Path path, int bytes) throws IOException {
            seen.add(step);
            if (steps++ != at) {
                return bytes;
            }
            what = step + " " + path.getFileName();
            switch (random.nextInt(step == Step.WRITE ? 6 : 4)) {
                case 0 -> stop.request();
                case 1 -> Thread.currentThread().interrupt();
                case 2, 3 -> throw new IOException("No space left on device");
                default -> {
                    return random.nextInt(bytes + 1);
                }
            }
            return bytes;
        }
    }

    @Command(name = "run")
    private static final class Run implements Callable<Integer> {

        private final Path folder;
        private final TableFormat format;
        private final Strike strike;
        private final StringWriter said;

        Run(Path folder, TableFormat format, Strike strike, StringWriter said) {
            this.folder = folder;
            this.format = format;
            this.strike = strike;
            this.said = said;
        }

        @Override
        public Integer call() {
            CommandLine quiet = new CommandLine(this)
                    .setOut(new PrintWriter(new StringWriter()))
                    .setErr(new PrintWriter(said));
            MonteCarlo runs = new MonteCarlo(EXPERIMENT, LadderQueue::new);
            return new RunSession(
                            EXPERIMENT,
                            Shard.WHOLE,
                            format,
                            new Console(quiet, true),
                            new ViewOptions(),
                            List.of(),
                            new Disk(strike))
                    .run(
                            folder,
                            (to, progress, stop) ->
                                    runs.run(1, Shard.WHOLE, to.results(), UnitForm::text, to, progress, stop),
                            strike.stop);
        }
    }

    private int run(Path folder, TableFormat format, Strike strike) {
        return new CommandLine(new Run(folder, format, strike, said))
                .setErr(new PrintWriter(said))
                .setExecutionExceptionHandler(new Failures())
                .execute();
    }

    @AfterEach
    void nobodyIsInterrupted() {
        boolean unused = Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingHalfAndTheRunGoesOnToTheSameBytes(TableFormat format) throws IOException {
        Path reference = home.resolve("reference");
        Strike none = new Strike(-1, 0);
        assertThat(run(reference, format, none)).isEqualTo(ExitCode.DONE);
        Map<String, String> wanted = bytes(reference);
        SplittableRandom random = new SplittableRandom(100 + format.ordinal());
        Set<Integer> codes = new HashSet<>();
        for (int seed = 0; seed < (SEEDS + 2) / 3; seed++) {
            Path folder = home.resolve("run-" + seed);
            for (int strikes = 1 + random.nextInt(2); strikes > 0; strikes--) {
                Strike strike = new Strike(random.nextInt(none.steps), random.nextLong());
                int code = run(folder, format, strike);
                boolean unused = Thread.interrupted();
                assertThat(code).as("seed %d, %s: %s", seed, strike.what, said).isIn(CODES);
                requireNothingHalf(folder, code, strike.what);
                codes.add(code);
            }
            assertThat(run(folder, format, new Strike(-1, 0))).as("%s", said).isEqualTo(ExitCode.DONE);
            assertThat(bytes(folder)).isEqualTo(wanted);
        }
        assertThat(codes).contains(ExitCode.INPUT_OUTPUT, ExitCode.INTERRUPTED);
    }

    /** Whoever finds a manifest finds all that it lists; a run that says it is done has one. */
    private static void requireNothingHalf(Path folder, int code, String what) {
        boolean claimed = Files.exists(folder.resolve(Manifest.FILE));
        assertThat(claimed || code != ExitCode.DONE).as(what).isTrue();
        if (claimed) {
            assertThat(Manifest.read(folder).verify(folder)).as(what).isEmpty();
        }
    }

    /** Every file but the manifest, which says when it was made, by name and content. */
    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                boolean manifest = name.equals(Manifest.FILE);
                all.put(name, manifest ? "" : Hashes.sha256(file));
            }
        }
        return all;
    }

    @Test
    void everyKindOfStepIsBehindTheDoor() {
        Strike interrupted = new Strike(40, 1);
        run(home.resolve("a"), TableFormat.GZIP, interrupted);
        boolean unused = Thread.interrupted();
        Strike none = new Strike(-1, 0);
        run(home.resolve("a"), TableFormat.GZIP, none);
        assertThat(interrupted.seen).contains(Step.MAKE_FOLDER, Step.CREATE, Step.WRITE, Step.FORCE, Step.RENAME);
        assertThat(none.seen).containsOnly(Step.values());
    }
}
