package straits.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;

/**
 * The runs of a folder as charts see them.
 *
 * @param folder where the tables are
 * @param experiment what was run
 * @param outcomes which runs there are
 * @param cohorts what is shown side by side, the reference first
 * @param leftOut how many more there are than can be shown
 * @param periods the months
 */
record Runs(Path folder, Experiment experiment, Outcomes outcomes, List<Cohort> cohorts, int leftOut, Periods periods) {

    /** More points than this are not told apart by colour: their regimes are shown. */
    private static final int MOST = 12;

    static Runs of(Path folder, Experiment experiment) {
        Outcomes outcomes = Outcomes.of(folder);
        List<Cohort> all = cohorts(experiment, outcomes);
        int shown = Math.min(MOST, all.size());
        return new Runs(
                folder,
                experiment,
                outcomes,
                all.subList(0, shown),
                all.size() - shown,
                Periods.of(experiment.scenario()));
    }

    private static List<Cohort> cohorts(Experiment experiment, Outcomes outcomes) {
        Map<Integer, List<Unit>> byPoint = outcomes.ended().stream()
                .collect(Collectors.groupingBy(Unit::point, LinkedHashMap::new, Collectors.toList()));
        List<Cohort> cohorts = new ArrayList<>();
        groups(experiment).forEach((name, points) -> {
            List<List<Unit>> runs = points.stream()
                    .map(point -> byPoint.getOrDefault(point.index(), List.of()))
                    .filter(each -> !each.isEmpty())
                    .toList();
            cohorts.add(new Cohort(name, cohorts.size(), points.size() > 1, runs));
        });
        return cohorts;
    }

    /** Points by the name under which they are shown, those of the reference regime first. */
    private static Map<String, List<Point>> groups(Experiment experiment) {
        List<String> titles = experiment.titles();
        boolean each = experiment.points().size() <= MOST;
        Function<Point, String> name = each ? point -> title(titles, point) : Runs::regimeAndBlock;
        String reference = experiment.scenario().referenceRegime();
        Map<String, List<Point>> groups = new LinkedHashMap<>();
        for (boolean first : new boolean[] {true, false}) {
            experiment.points().stream()
                    .filter(point -> point.regime().equals(reference) == first)
                    .forEach(point -> groups.computeIfAbsent(name.apply(point), key -> new ArrayList<>())
                            .add(point));
        }
        return groups;
    }

    private static String title(List<String> titles, Point point) {
        String title = titles.get(point.index());
        return title + (Collections.frequency(titles, title) > 1 ? " #" + point.index() : "");
    }

    private static String regimeAndBlock(Point point) {
        return point.regime() + (point.blockName().isEmpty() ? "" : ", " + point.blockName());
    }

    /** What all others are compared with: the first. */
    Cohort reference() {
        return cohorts.get(0);
    }

    /** The tenant in question; empty if nothing is asked. */
    String tenant() {
        return experiment.scenario().question() == null
                ? ""
                : experiment.scenario().question().tenant();
    }

    /** The answer that the report is about: what the tenant in question held, else what the market did. */
    Answer headline() {
        return tenant().isEmpty() ? Answer.MARKET_MEAN_H100E : Answer.ANCHOR_MEAN_H100E;
    }

    /** Hands over the rows of a table; the columns point and replication stand before the wanted ones. */
    void each(String table, List<String> wanted, Consumer<Cells> row) {
        List<String> columns = new ArrayList<>(List.of("point", "replication"));
        columns.addAll(wanted);
        Cells.each(folder, table, columns, row);
    }

    /** A series per cohort over places of an axis. */
    List<Series> series(List<String> places, BiFunction<Cohort, String, Estimate> value) {
        return cohorts.stream()
                .map(cohort -> new Series(
                        cohort.name(),
                        cohort.place(),
                        places.stream().map(place -> value.apply(cohort, place)).toList()))
                .toList();
    }

    /** What the units are, how many, and what their intervals are. */
    String accuracy() {
        if (cohorts.stream().anyMatch(Cohort::pooled)) {
            return "Means over design points; no interval is claimed.";
        }
        String n = "n = " + least() + (least() == most() ? "" : " to " + most());
        return least() < 2
                ? "One replication gives no interval."
                : "Means over replications (" + n + ") with their 95 % intervals.";
    }

    /** The same of lines that have a spread if there are enough units for one. */
    String accuracyOfLines() {
        return accuracy()
                + (least() < Estimate.ENOUGH_FOR_SPREAD
                        ? " Too few for the 5 % and 95 % quantiles, which take " + Estimate.ENOUGH_FOR_SPREAD + "."
                        : " Pale: from the 5 % to the 95 % quantile.");
    }

    private int least() {
        return cohorts.stream().mapToInt(Runs::units).min().orElse(0);
    }

    private int most() {
        return cohorts.stream().mapToInt(Runs::units).max().orElse(0);
    }

    private static int units(Cohort cohort) {
        return cohort.pooled() ? cohort.points().size() : cohort.runs().size();
    }
}
