package straits.experiments.cli;

import straits.experiments.montecarlo.StopSignal;
import straits.experiments.output.ResultFiles;

/** Where the units of a run come from: simulations, or folders of shards that were run before. */
@FunctionalInterface
interface UnitSource {

    /**
     * Delivers what is missing, in order.
     *
     * @param to takes the units; holds the results that are there already
     * @param progress follows
     * @param stop ends the run early
     * @return whether all units are there now
     */
    boolean deliver(ResultFiles to, Progress progress, StopSignal stop);
}
