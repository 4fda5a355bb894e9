package straits.experiments.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import straits.experiments.analysis.MeanEstimate;
import straits.experiments.analysis.RuleEffects;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.RuleSets;
import straits.experiments.design.TwinWorlds;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.UnitResult;

/**
 * {@code waterfall.csv}: what each rule of a regime does to each answer. In every replication the effects of one method add to the
 * difference between all rules and none. Only answers that are numbers are shared out, ratios by their values in each replication as
 * in {@code contrasts.csv}; dates that may never come and categories have no differences to add, and the number of events counts
 * those of the rules themselves.
 */
public final class WaterfallTable {

    /** The declaration. */
    public static final Table<Row> TABLE = Table.<Row>of(
                    "waterfall.csv", "point of the whole regime x answer x method x rule")
            .integer("point", "", "design point of the whole regime", Row::point)
            .text("regime", "its key", Row::regime)
            .text("answer", "name of the answer", row -> row.answer().key())
            .text("unit", "unit of the answer", row -> row.answer().unit())
            .text(
                    "method",
                    "ordered: on top of the rules before it; shapley: mean over all orders; shapley_sampled: mean over orders"
                            + " that were sampled; total: all rules against none",
                    Row::method)
            .text("rule", "key of the rule; empty for the total", Row::rule)
            .optionalInteger(
                    "position", "", "place of the rule in the order, from 1; empty for the total", Row::position)
            .integer(
                    "n",
                    "",
                    "replications that have the answer in every world",
                    row -> row.effect().n())
            .decimal(
                    "mean_effect",
                    "",
                    "mean over replications of what the rule adds to the answer",
                    row -> row.effect().mean())
            .decimal(
                    "standard_error",
                    "",
                    "standard error of that mean; of sampled orders, that between orders included",
                    row -> row.effect().standardError())
            .decimal(
                    "low",
                    "",
                    "lower end of its 95 % interval",
                    row -> row.effect().interval95().low())
            .decimal(
                    "high",
                    "",
                    "upper end of its 95 % interval",
                    row -> row.effect().interval95().high())
            .build();

    static final String ORDERED = "ordered";
    static final String SHAPLEY = "shapley";
    static final String SAMPLED = "shapley_sampled";
    static final String TOTAL = "total";

    private final RuleSets sets;

    private WaterfallTable(RuleSets sets) {
        this.sets = sets;
    }

    /**
     * An effect.
     *
     * @param point design point of the whole regime
     * @param regime its key
     * @param answer which answer
     * @param method how the effect is told
     * @param rule key of the rule; empty for the total
     * @param position place of the rule in the order, from 1; null for the total
     * @param effect its mean over replications
     */
    public record Row(
            int point,
            String regime,
            Answer answer,
            String method,
            String rule,
            @Nullable Long position,
            MeanEstimate effect) {}

    /** Whether effects on an answer add up. */
    static boolean adds(Answer answer) {
        boolean number = answer.kind() == Answer.Kind.NUMBER || answer.kind() == Answer.Kind.RATIO;
        return number && answer != Answer.EVENTS;
    }

    /** The rows, by point, answer, method and place of the rule; none if the experiment is no waterfall. */
    static List<Row> rows(Experiment experiment, List<UnitResult> results) {
        TwinWorlds worlds = experiment.worlds();
        RuleSets sets = worlds == null ? null : worlds.sets();
        return sets == null ? List.of() : new WaterfallTable(sets).all(experiment, results);
    }

    private List<Row> all(Experiment experiment, List<UnitResult> results) {
        Map<Integer, List<UnitResult>> byPoint = Series.byPoint(results);
        Map<Object, Map<String, Integer>> points = new HashMap<>();
        for (Point point : experiment.points()) {
            points.computeIfAbsent(point.rowKey(), row -> new HashMap<>()).put(point.regime(), point.index());
        }
        List<Row> rows = new ArrayList<>();
        String whole = sets.regime(sets.all());
        for (Point point : experiment.points()) {
            if (point.regime().equals(whole)) {
                Map<String, Integer> its = points.getOrDefault(point.rowKey(), Map.of());
                Function<String, List<UnitResult>> runs =
                        regime -> byPoint.getOrDefault(its.getOrDefault(regime, -1), List.of());
                for (Answer answer : Answer.values()) {
                    if (adds(answer)) {
                        rows.addAll(rows(point, answer, values(answer, runs)));
                    }
                }
            }
        }
        return rows;
    }

    /** Values by set of rules, of every replication that has all of them. */
    private List<Map<Long, Double>> values(Answer answer, Function<String, List<UnitResult>> runs) {
        Map<Integer, Map<Long, Double>> byReplication = new TreeMap<>();
        for (long set : sets.sets()) {
            for (UnitResult run : Series.having(answer, runs.apply(sets.regime(set)))) {
                byReplication
                        .computeIfAbsent(run.key().replication(), replication -> new HashMap<>())
                        .put(set, run.answers().value(answer));
            }
        }
        int all = sets.sets().size();
        return byReplication.values().stream()
                .filter(each -> each.size() == all)
                .toList();
    }

    private List<Row> rows(Point point, Answer answer, List<Map<Long, Double>> values) {
        List<LongToDoubleFunction> runs = values.stream()
                .map(each -> (LongToDoubleFunction) set -> Objects.requireNonNull(each.get(set)))
                .toList();
        List<Row> rows = new ArrayList<>();
        if (runs.isEmpty()) {
            return rows;
        }
        double[] totals = runs.stream()
                .mapToDouble(run -> run.applyAsDouble(sets.all()) - run.applyAsDouble(0))
                .toArray();
        rows.add(row(point, answer, TOTAL, -1, MeanEstimate.of(totals)));
        List<List<Integer>> order = List.of(sets.order());
        add(rows, point, answer, ORDERED, over(runs, run -> RuleEffects.mean(order, run)));
        int rules = sets.rules().size();
        if (sets.shapley() && sets.sampled().isEmpty()) {
            add(rows, point, answer, SHAPLEY, over(runs, run -> RuleEffects.shapley(rules, run)));
        } else if (sets.shapley()) {
            add(rows, point, answer, SAMPLED, sampled(runs));
        }
        return rows;
    }

    private void add(List<Row> rows, Point point, Answer answer, String method, IntFunction<MeanEstimate> effects) {
        for (int rule = 0; rule < sets.rules().size(); rule++) {
            rows.add(row(point, answer, method, rule, effects.apply(rule)));
        }
    }

    private static IntFunction<MeanEstimate> over(
            List<LongToDoubleFunction> runs, Function<LongToDoubleFunction, double[]> effects) {
        List<double[]> all = runs.stream().map(effects).toList();
        return rule -> MeanEstimate.of(column(all, rule));
    }

    /** All replications look at the same orders; of these, pairs are independent. */
    private IntFunction<MeanEstimate> sampled(List<LongToDoubleFunction> runs) {
        List<double[]> byRun =
                runs.stream().map(run -> RuleEffects.mean(sets.sampled(), run)).toList();
        List<double[]> byPair = IntStream.range(0, sets.sampled().size() / 2)
                .mapToObj(pair -> overRuns(sets.sampled().subList(2 * pair, 2 * pair + 2), runs))
                .toList();
        return rule -> MeanEstimate.crossed(column(byRun, rule), column(byPair, rule));
    }

    private static double[] overRuns(List<List<Integer>> orders, List<LongToDoubleFunction> runs) {
        double[] means = new double[orders.get(0).size()];
        for (LongToDoubleFunction run : runs) {
            double[] effects = RuleEffects.mean(orders, run);
            Arrays.setAll(means, rule -> means[rule] + effects[rule] / runs.size());
        }
        return means;
    }

    private static double[] column(List<double[]> effects, int rule) {
        return effects.stream().mapToDouble(each -> each[rule]).toArray();
    }

    private Row row(Point point, Answer answer, String method, int rule, MeanEstimate effect) {
        boolean total = rule < 0;
        return new Row(
                point.index(),
                point.regime(),
                answer,
                method,
                total ? "" : sets.rules().get(rule),
                total ? null : rule + 1L,
                effect);
    }
}
