package straits.experiments.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;

/** Finished runs by design point, in the order in which points appear; runs by replication. */
final class Series {

    private Series() {}

    static Map<Integer, List<UnitResult>> byPoint(List<UnitResult> results) {
        Map<Integer, List<UnitResult>> byPoint = new LinkedHashMap<>();
        for (UnitResult result : results) {
            byPoint.computeIfAbsent(result.key().point(), point -> new ArrayList<>())
                    .add(result);
        }
        return byPoint;
    }

    /** Runs that came to their end and have the answer. */
    static List<UnitResult> having(Answer answer, List<UnitResult> runs) {
        return runs.stream()
                .filter(run -> run.ok() && !run.answers().missing(answer))
                .toList();
    }

    static double[] values(Answer answer, List<UnitResult> runs) {
        return runs.stream().mapToDouble(run -> run.answers().value(answer)).toArray();
    }

    static List<String> categories(Answer answer, List<UnitResult> runs) {
        return runs.stream().map(run -> run.answers().category(answer)).toList();
    }

    /** Values of a category that occur, in natural order. */
    static Set<String> occurring(Answer answer, List<UnitResult> runs) {
        return new TreeSet<>(categories(answer, runs));
    }
}
