package straits.experiments.cli;

import straits.experiments.api.RunPlace;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.Course;
import straits.experiments.montecarlo.Shard;
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

    /** Units that are run elsewhere. */
    static UnitSource elsewhere(Experiment experiment, Shard shard, RunPlace place) {
        return (to, progress, stop) -> new Course(experiment)
                .run(
                        shard,
                        to.results(),
                        (units, seen) -> place.run(
                                experiment,
                                units,
                                unit -> {
                                    seen.accept(unit.result());
                                    to.accept(unit);
                                },
                                progress,
                                stop));
    }
}
