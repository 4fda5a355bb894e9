package straits.experiments.api;

import java.util.Iterator;
import java.util.function.Consumer;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.UnitText;

/** Where the replications of an experiment are run, when not by threads of this machine: on a cluster. */
@FunctionalInterface
public interface RunPlace {

    /**
     * Runs units and delivers them in their order, on the calling thread. A replication that fails for a reason of the model is
     * delivered like the others.
     *
     * @param experiment whose units they are
     * @param units what to run; no further ones are known until this returns
     * @param sink takes them, ready to be written
     * @param watcher follows the progress
     * @param stop ends the run early
     * @return whether all were delivered; false after a stop, when what was delivered is a beginning of them
     * @throws BadInputException if this place would not give the results that this machine would give
     * @throws java.io.UncheckedIOException if the place fails
     */
    boolean run(
            Experiment experiment,
            Iterator<UnitKey> units,
            Consumer<UnitText> sink,
            RunWatcher<? super UnitText> watcher,
            StopSignal stop);
}
