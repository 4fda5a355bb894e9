package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import straits.experiments.Trials;
import straits.experiments.TwoRules;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.RuleSets;
import straits.experiments.montecarlo.Answer;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.UnitResult;

/** Effects of rules from answers made up by set of rules, without a run. */
final class WaterfallTableTest {

    private static final Answer HELD = Answer.ANCHOR_MEAN_H100E;

    private static Experiment experiment(int rules, String waterfall) {
        StringBuilder regime = new StringBuilder("own_regimes:\n  many:\n    title: Many\n    rules:\n");
        for (int rule = 0; rule < rules; rule++) {
            regime.append("      r")
                    .append(rule)
                    .append(": {kind: country_cap, dates: {effective: 2024-01-01}, cap: 1 TPP}\n");
        }
        return Trials.reader(TwoRules.TEXT.replace("own_regimes:\n", regime.toString()))
                .read(
                        "trial.yaml",
                        "experiment: 1\nname: t\nscenario: x\ntwin: {regime: many, waterfall: " + waterfall + "}\n")
                .orThrow();
    }

    private static RuleSets sets(Experiment experiment) {
        return Objects.requireNonNull(
                Objects.requireNonNull(experiment.worlds()).sets());
    }

    /** An answer by set of rules and replication; NaN for one that failed. */
    private static List<UnitResult> runs(
            Experiment experiment, int replications, ToDoubleBiFunction<Long, Integer> held) {
        RuleSets sets = sets(experiment);
        List<UnitResult> runs = new ArrayList<>();
        for (Point point : experiment.points()) {
            long set = sets.sets().stream()
                    .filter(each -> sets.regime(each).equals(point.regime()))
                    .findFirst()
                    .orElseThrow();
            for (int replication = 0; replication < replications; replication++) {
                double value = held.applyAsDouble(set, replication);
                runs.add(
                        Double.isNaN(value)
                                ? Runs.failed(point.index(), point.regime(), replication)
                                : Runs.run(
                                        point.index(),
                                        point.regime(),
                                        replication,
                                        Answers.MISSING.with(HELD, value).with(Answer.EVENTS, (double) set)));
            }
        }
        return runs;
    }

    private static List<WaterfallTable.Row> rows(Experiment experiment, List<UnitResult> runs, String method) {
        return WaterfallTable.rows(experiment, runs).stream()
                .filter(row -> row.method().equals(method))
                .toList();
    }

    private static double sum(List<WaterfallTable.Row> rows) {
        return rows.stream().mapToDouble(row -> row.effect().mean()).sum();
    }

    /** Rule 0 takes 10 from what is held, rule 1 halves it: by hand. */
    @Test
    void orderedEffectsAreOnTopOfTheRulesBefore() {
        Experiment experiment = experiment(2, "{method: shapley, order: [r1, r0]}");
        List<UnitResult> runs = runs(experiment, 2, (set, replication) -> {
            // Numbers of rules are places in the order.
            double held = (set & 2) == 0 ? 100 : 90;
            return ((set & 1) == 0 ? held : held / 2) + replication;
        });
        assertThat(rows(experiment, runs, "ordered"))
                .extracting(row ->
                        row.rule() + " " + row.position() + " " + row.effect().mean())
                .containsExactly("r1 1 -50.0", "r0 2 -5.0");
        assertThat(rows(experiment, runs, "shapley"))
                .extracting(row -> row.rule() + " " + row.effect().mean() + " "
                        + row.effect().standardError())
                .containsExactly("r1 -47.5 0.0", "r0 -7.5 0.0");
        assertThat(rows(experiment, runs, "total"))
                .singleElement()
                .satisfies(row -> assertThat(row.effect().mean()).isEqualTo(-55));
        assertThat(WaterfallTable.rows(experiment, runs)).allMatch(row -> row.answer() == HELD);
    }

    /** Rule 8 does nothing; what the others do depends on the replication and on one another. */
    @Test
    void sampledEffectsAddToTheTotalAndHoldTheUncertaintyOfTheOrders() {
        Experiment experiment = experiment(9, "{method: shapley, permutations: 6}");
        List<UnitResult> runs = runs(experiment, 5, (set, replication) -> {
            long eight = set & 0xff;
            // Of squares the orders of a pair would give the same whatever the pair.
            return 1000 - Math.pow(Long.bitCount(eight), 3) + (eight & 3) * (replication + 0.1);
        });
        List<WaterfallTable.Row> sampled = rows(experiment, runs, "shapley_sampled");
        double total = rows(experiment, runs, "total").get(0).effect().mean();
        assertThat(sampled).hasSize(9);
        assertThat(sum(sampled)).isCloseTo(total, within(1e-9 * 1000));
        assertThat(sum(rows(experiment, runs, "ordered"))).isCloseTo(total, within(1e-9 * 1000));
        assertThat(sampled.get(8).effect().mean()).isZero();
        assertThat(sampled.get(8).effect().standardError()).isZero();
        // The replications differ in rules 0 and 1 only; of rule 5 nothing but the order is uncertain.
        assertThat(sampled.get(5).effect().standardError()).isPositive();
        assertThat(rows(experiment, runs, "shapley")).isEmpty();
    }

    @Test
    void aReplicationThatFailedInOneWorldIsInNoEffect() {
        Experiment experiment = experiment(2, "{}");
        List<UnitResult> runs =
                runs(experiment, 3, (set, replication) -> set == 1 && replication == 1 ? Double.NaN : 10 * set);
        assertThat(WaterfallTable.rows(experiment, runs))
                .hasSize(3)
                .allMatch(row -> row.effect().n() == 2);
        assertThat(rows(experiment, runs, "total").get(0).effect().mean()).isEqualTo(30);
        List<UnitResult> none = runs(experiment, 1, (set, replication) -> set == 0 ? Double.NaN : 1);
        assertThat(WaterfallTable.rows(experiment, none)).isEmpty();
        assertThat(WaterfallSheet.text(experiment, sets(experiment), List.of()))
                .contains("No replication came to its end in every world.");
    }
}
