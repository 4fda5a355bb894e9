package straits.experiments.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import straits.scenario.file.Fault;

/** Makes the scenario of every row of a design once, and tells what is wrong with which: before anything is run. */
final class PointChecks {

    private static final int SHOWN = 20;

    private final Experiment experiment;
    private final Faults faults;

    PointChecks(Experiment experiment, Faults faults) {
        this.experiment = experiment;
        this.faults = faults;
    }

    /**
     * Checks all points.
     *
     * @param paths paths of the blocks in the file, in their order
     */
    void run(List<String> paths) {
        if (experiment.points().isEmpty()) {
            faults.add("", "where and exclude leave no point to run");
        }
        Map<String, String> pathOf = new LinkedHashMap<>();
        for (BudgetRule rule : BudgetRule.values()) {
            paths.forEach(path -> pathOf.put(rule.blockName(path.substring(path.indexOf('.') + 1)), path));
        }
        regimes(pathOf);
        comparisons(pathOf);
        twin();
        if (faults.isEmpty()) {
            scenarios(pathOf);
        }
    }

    private void twin() {
        TwinWorlds worlds = experiment.worlds();
        if (worlds != null) {
            Set<String> told = new LinkedHashSet<>();
            onePerRow().stream()
                    .flatMap(point -> point.settings().stream())
                    .map(worlds::trouble)
                    .filter(Objects::nonNull)
                    .filter(told::add)
                    .forEach(trouble -> faults.add("twin", trouble));
        }
    }

    private void regimes(Map<String, String> pathOf) {
        Set<String> known = experiment.loaded().regimes().keySet();
        Set<String> told = new LinkedHashSet<>();
        for (Point point : experiment.points()) {
            if (!known.contains(point.regime()) && told.add(point.regime())) {
                faults.add(
                        Faults.below(path(pathOf, point), "factors." + Factor.REGIME),
                        "found \"" + point.regime() + "\"; regimes of this experiment are " + String.join(", ", known));
            }
        }
    }

    /** Values of a factor are all of one unit or none, so the first points of a block stand for all. */
    private void comparisons(Map<String, String> pathOf) {
        for (Plan.Part part : experiment.parts()) {
            DesignBlock block = part.block();
            Point first = new Point(0, "", block, block.rows().get(0));
            List<Condition> where = part.filter().where();
            for (int i = 0; i < where.size(); i++) {
                String trouble = where.get(i).trouble(first::value);
                if (trouble != null) {
                    faults.add(Faults.below(path(pathOf, first), "where[" + i + "]"), trouble);
                }
            }
        }
    }

    private static String path(Map<String, String> pathOf, Point point) {
        return pathOf.getOrDefault(point.block().name(), "");
    }

    private void scenarios(Map<String, String> pathOf) {
        Map<String, Trouble> troubles = new LinkedHashMap<>();
        List<Point> rows = onePerRow();
        // In parallel, since a large scenario takes a tenth of a second; in order, so that the same points are named.
        List<List<Fault>> found = rows.parallelStream()
                .map(point -> experiment.reading(point).faults())
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            for (Fault fault : found.get(i)) {
                Point point = rows.get(i);
                troubles.computeIfAbsent(kind(point, fault), kind -> new Trouble(point, fault, new ArrayList<>()))
                        .points()
                        .add(point.index());
            }
        }
        Function<Point, String> path = point -> path(pathOf, point);
        troubles.values().stream()
                .limit(SHOWN)
                .forEach(trouble -> faults.add(trouble.place(path), trouble.words(rows.size())));
        if (troubles.size() > SHOWN) {
            faults.add("", "and " + (troubles.size() - SHOWN) + " more kinds of faults");
        }
    }

    /** Points of one row set the same. */
    private List<Point> onePerRow() {
        List<Point> rows = new ArrayList<>();
        for (Point point : experiment.points()) {
            if (rows.isEmpty() || rows.get(rows.size() - 1).row() != point.row()) {
                rows.add(point);
            }
        }
        return rows;
    }

    /** What is wrong at the same place for the same reason is told once, whatever the numbers. */
    private static String kind(Point point, Fault fault) {
        String where = fault.path().isEmpty() ? fault.file() : fault.path();
        return point.block().name() + " " + where + " " + fault.message().replaceAll("[0-9.eE-]+", "#");
    }

    /** A fault and the points that have it. */
    private record Trouble(Point first, Fault fault, List<Integer> points) {

        /** The factor that sets the path which is at fault, else the design. */
        String place(Function<Point, String> path) {
            return first.block().axes().stream()
                    .filter(axis -> axis.settings(0.5).stream()
                            .anyMatch(setting -> fault.file().startsWith("--set " + setting.path() + "=")))
                    .findFirst()
                    .map(axis -> Faults.below(path.apply(first), "factors." + axis.name()))
                    .orElse(Faults.below(path.apply(first), "design"));
        }

        String words(int rows) {
            return "no scenario at " + points.size() + " of " + rows + " rows of the design, first at " + first + ": "
                    + fault.path() + ": " + fault.message();
        }
    }
}
