package straits.experiments.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.Shard;
import straits.experiments.output.UnitForm;

/** How replications are run, which changes no result. */
final class SimulationOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "QUEUE",
            description =
                    "Event queue: ladder, or ssj, slower, to check the first. Changes no result. Default: ladder.")
    private QueueChoice engine = QueueChoice.LADDER;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Replications at a time; default: one per processor. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--check",
            description = {
                "Check invariants as the replications run, a little after every event and all of them every 16,384"
                        + " events; slower. Changes no result: a run that breaks one fails, with exit code 3."
            })
    private boolean check;

    /** Simulates what is missing of a shard. */
    UnitSource simulations(Experiment experiment, Shard shard) {
        MonteCarlo runs = runs(experiment);
        return (to, progress, stop) -> runs.run(threads, shard, to.results(), UnitForm::text, to, progress, stop);
    }

    /** Replications at a time. */
    int threads() {
        return threads;
    }

    /** Judges what a shard would take. */
    DryRun dryRun(Experiment experiment, Shard shard) {
        return new DryRun(experiment, shard, runs(experiment), threads);
    }

    private MonteCarlo runs(Experiment experiment) {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more, was " + threads);
        }
        return new MonteCarlo(experiment, engine::newQueue, check);
    }
}
