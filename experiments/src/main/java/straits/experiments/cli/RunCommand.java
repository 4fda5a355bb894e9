package straits.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import straits.experiments.api.BadInputException;
import straits.experiments.api.RunPlace;
import straits.experiments.api.Study;
import straits.experiments.design.Experiment;
import straits.experiments.design.RegimeSelection;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Shard;
import straits.experiments.montecarlo.SteadyState;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.TableFormat;
import straits.scenario.file.Reading;

@Command(
        name = "run",
        description = {
            "Runs a scenario under its regimes, or an experiment: answers and tables.",
            "The answers are printed, the tables are left in a folder.",
            "The same input, settings, seed and version give the same answers and tables, byte by byte."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits run starter                            some seconds",
            "  straits run my-market.yaml --replications 20 --out results",
            "  straits run seven-billion --regime us-2023,open --threads 4",
            "  straits run seven-billion --set \"anchors.bytedance.budget=3500 million USD\"",
            "  straits run fill-surface --dry-run             what an experiment would take",
            "  straits run seven-billion --shard 1/10         on the first of ten machines"
        })
final class RunCommand implements Callable<Integer> {

    private static final double HOURS_PER_DAY = 24;

    /** What is said to one machine only. */
    private static final List<String> ONE_MACHINE = List.of("--threads", "--engine", "--check", "--shard", "--dry-run");

    private final StopSignal stop;
    private final @Nullable RunPlace elsewhere;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|FILE",
            completionCandidates = ShippedNames.class,
            description =
                    "Path of a scenario or experiment file, or the name of one that ships with the program (see straits"
                            + " list). An existing file is taken first. A file with the key experiment is an experiment. Regimes come from the file's own_regimes, else from those shipped.")
    @SuppressWarnings("NullAway.Init") // required
    private String input;

    @Option(
            names = "--regime",
            paramLabel = "NAME|FILE",
            split = ",",
            description =
                    "Run these regimes only: names, or files that end in .yaml, joined by commas, or all (the default: all that"
                            + " the scenario compares). Of two or more, the reference regime is always one, since contrasts are against it.")
    private List<String> regimes = new ArrayList<>();

    @Option(
            names = "--reference",
            paramLabel = "NAME|FILE",
            description = "Compare the others with this regime, which is run as well; default: the scenario's.")
    private @Nullable String reference;

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Option(
            names = "--warm-up",
            paramLabel = "TIME|mser-5|none",
            description =
                    "Time at the start left out of every measure, such as '500 h'; or mser-5: found by that rule in what the"
                            + " market holds day by day, see straits warm-up; or none. Default: the scenario's.")
    private @Nullable String warmUp;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = ShardConverter.class,
            description =
                    "Run one of N equal parts only, as in 3/10, to share an experiment among machines; see straits merge.")
    private Shard shard = Shard.WHOLE;

    @Mixin
    private SimulationOptions simulation = new SimulationOptions();

    @Mixin
    private SessionOptions session = new SessionOptions();

    /**
     * A command about to be executed.
     *
     * @param elsewhere where replications are run; null for threads of this machine
     */
    RunCommand(StopSignal stop, @Nullable RunPlace elsewhere) {
        this.stop = stop;
        this.elsewhere = elsewhere;
    }

    @Override
    public Integer call() {
        requireOneMachine();
        if (!shard.whole() && session.format() != TableFormat.CSV) {
            throw new ParameterException(
                    spec.commandLine(), "a shard is written as CSV; give --format or --compress to straits merge");
        }
        Experiment experiment = experiment(session.console());
        if (!shard.whole() && experiment.replications().areOpen()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "an experiment with sequential replications, or one that selects, is not run in shards: how many runs a point has is known"
                            + " only to the machine that runs it; give --replications N, or run it whole");
        }
        return session.run(experiment, shard, simulation, source(experiment), stop);
    }

    private void requireOneMachine() {
        ParseResult parsed = spec.commandLine().getParseResult();
        List<String> idle =
                ONE_MACHINE.stream().filter(parsed::hasMatchedOption).toList();
        if (elsewhere != null && !idle.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.join(", ", idle) + ": for one machine, not for a cluster, which has its own options;"
                            + " straits run takes all of them");
        }
    }

    private UnitSource source(Experiment experiment) {
        return elsewhere == null
                ? simulation.simulations(experiment, shard)
                : UnitSource.elsewhere(experiment, shard, elsewhere);
    }

    private Experiment experiment(Console console) {
        Study study = options.study(input).regimes(regimes.toArray(new String[0]));
        study = reference == null ? study : study.reference(reference);
        Reading<Experiment> reading = study.reading();
        if (warmUp != null) {
            String found = warmUp(warmUp, Study.sound(reading), console);
            reading = study.with("warm_up", found).reading();
        }
        Experiment experiment = Study.sound(reading);
        String against = experiment.scenario().referenceRegime();
        List<String> asked = regimes.stream().map(Study::regimeKey).toList();
        if (reference == null && !asked.isEmpty() && !asked.contains(RegimeSelection.ALL) && !asked.contains(against)) {
            console.note("contrasts are against " + against + ", which is run as well");
        }
        reading.warnings().forEach(console::warning);
        return experiment;
    }

    /** Told, since every figure depends on it; the effective scenario says it as well. */
    private static String warmUp(String wanted, Experiment experiment, Console console) {
        if (!wanted.equals(WarmUp.RULE)) {
            return wanted.equals("none") ? "0 h" : wanted;
        }
        WarmUp found = WarmUp.of(experiment, new SteadyState.View(Answer.MARKET_MEAN_H100E, HOURS_PER_DAY, 0));
        console.note(found.text().stripTrailing());
        String longest = found.longest();
        if (longest == null) {
            throw new BadInputException(
                    "--warm-up: MSER-5 finds no end of the beginning within the horizon; lengthen it,"
                            + " or state a time or none");
        }
        return longest;
    }
}
