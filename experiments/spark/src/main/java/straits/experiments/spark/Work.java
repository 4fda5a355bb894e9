package straits.experiments.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;
import straits.engine.LadderQueue;
import straits.experiments.api.Inputs;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.output.Hashes;
import straits.experiments.output.UnitForm;
import straits.scenario.file.Reading;

/**
 * An experiment as texts, and what an executor makes of them when its first task comes: scenario, streams and simulations are never
 * sent. Nothing but texts is serialised. Safe for many threads.
 */
final class Work implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String scenario;
    private final @Nullable String plan;
    private final String hash;
    private final String program;
    private final String trial;
    private final String jvm;
    private transient @Nullable Executable executable;

    Work(Experiment experiment, Surroundings driver) {
        scenario = experiment.text();
        plan = experiment.planText();
        hash = Hashes.sha256(experiment.identity());
        program = driver.program();
        trial = driver.trial();
        jvm = driver.jvm();
    }

    /** What can be run here: nothing, if there is a refusal. */
    private record Executable(String refusal, @Nullable MonteCarlo runs, List<Point> points) {

        static Executable refused(String refusal) {
            return new Executable(refusal, null, List.of());
        }
    }

    /** Runs units; a replication that fails for a reason of the model is a unit, what fails for one of the machine is thrown. */
    byte[] run(int[] ranges) {
        Executable here = executable();
        MonteCarlo runs = here.runs();
        return runs == null
                ? UnitBytes.refusal(here.refusal())
                : UnitBytes.of(UnitRanges.units(ranges, here.points()).map(key -> runs.run(key, UnitForm::text)));
    }

    private synchronized Executable executable() {
        Executable its = executable;
        if (its == null) {
            its = made();
            executable = its;
        }
        return its;
    }

    private Executable made() {
        String refusal = Surroundings.here().refusal(where(), new Surroundings(program, trial, jvm));
        if (!refusal.isEmpty()) {
            return Executable.refused(refusal);
        }
        Reading<Experiment> reading = Inputs.effective(scenario, plan);
        Experiment experiment = reading.value();
        if (experiment == null) {
            return Executable.refused(where() + " cannot read the experiment: " + reading.faults());
        }
        String its = Hashes.sha256(experiment.identity());
        if (!its.equals(hash)) {
            return Executable.refused(where() + " reads another experiment, " + its + ", than the driver, " + hash
                    + "; extensions must be the same everywhere: send them with --jars");
        }
        return new Executable("", new MonteCarlo(experiment, LadderQueue::new), experiment.points());
    }

    private static String where() {
        SparkEnv environment = SparkEnv.get();
        return "executor " + environment.executorId() + " on "
                + environment.blockManager().blockManagerId().host();
    }
}
