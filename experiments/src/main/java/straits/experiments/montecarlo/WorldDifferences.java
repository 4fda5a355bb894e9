package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.engine.LadderQueue;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.TwinWorlds;

/**
 * Runs both worlds of a twin once more, side by side, each replication only as far as the first event that differs. Changes of the
 * rules that are not the same in both are left out: what is looked for is what they cause.
 */
public final class WorldDifferences {

    private final Experiment experiment;
    private final MonteCarlo runs;
    private final Set<String> changedRules;
    private final StopSignal stop;

    private WorldDifferences(Experiment experiment, TwinWorlds worlds, StopSignal stop) {
        this.experiment = experiment;
        this.stop = stop;
        runs = new MonteCarlo(experiment, LadderQueue::new);
        changedRules = worlds.changedRules();
    }

    /**
     * The first differences of all replications that came to their end in both worlds, in the order of the results.
     *
     * @param worlds the worlds of the experiment, which are two
     * @param results runs of the whole experiment
     * @param stop ends it early
     * @return null if it was stopped
     */
    public static @Nullable List<WorldDifference> of(
            Experiment experiment, TwinWorlds worlds, List<UnitResult> results, StopSignal stop) {
        return new WorldDifferences(experiment, worlds, stop).all(results);
    }

    private @Nullable List<WorldDifference> all(List<UnitResult> results) {
        Map<UnitKey, UnitResult> ended =
                results.stream().filter(UnitResult::ok).collect(Collectors.toMap(UnitResult::key, each -> each));
        Map<Integer, Integer> references = new HashMap<>(experiment.references());
        references.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        List<WorldDifference> all = new ArrayList<>();
        for (UnitResult result : results) {
            Integer reference = references.get(result.key().point());
            if (reference != null && result.ok()) {
                UnitKey its = key(reference, result.key().replication());
                if (ended.containsKey(its)) {
                    all.add(difference(result.key(), its));
                }
                if (stop.isRequested()) {
                    return null;
                }
            }
        }
        return all;
    }

    private UnitKey key(int point, int replication) {
        return new UnitKey(point, experiment.points().get(point).regime(), replication);
    }

    private WorldDifference difference(UnitKey other, UnitKey reference) {
        LockStep.EventPair pair = new LockStep(stop).run(world(reference), world(other));
        return new WorldDifference(other, reference, pair.other(), pair.one());
    }

    private LockStep.World world(UnitKey key) {
        Point point = experiment.points().get(key.point());
        List<String> rules =
                List.copyOf(experiment.loaded().regime(key.regime()).rules().keySet());
        return (Consumer<WorldEvent> events) ->
                runs.simulation(point, key.replication()).run(new WorldEvents(rules, changedRules, events));
    }
}
