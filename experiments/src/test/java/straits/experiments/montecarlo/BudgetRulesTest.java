package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import straits.engine.LadderQueue;
import straits.experiments.Trials;
import straits.experiments.TwoRules;
import straits.experiments.design.BudgetRule;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.output.FillSurface;

/** The fill surface with the budget as given and with one that never binds. */
final class BudgetRulesTest {

    private static final RunWatcher<UnitResult> NOBODY = new RunWatcher<>() {
        @Override
        public void finished(UnitResult result) {}

        @Override
        public void tick() {}
    };

    /** A tenth of what it would take, posted prices and nobody else. */
    private static final String LINES = """
            set:
              horizon: 60 days
              anchors.big.budget: 0.3 million USD
              providers.east.pricing.policy: posted
              tenant_classes: {}
              question.fill_h100e: [10 H100e, 50 H100e, 100 H100e]
              question.fill_prices: [1.6 USD per H100e-hour, 1.7 USD per H100e-hour, 3 USD per H100e-hour]
            replications: 12
            budget_rules: [as_given, unlimited]
            """;

    private static final Experiment BOTH = Trials.experiment(LINES);
    private static final List<UnitResult> RUNS = run(BOTH);

    private static List<UnitResult> run(Experiment experiment) {
        List<UnitResult> results = new ArrayList<>();
        new MonteCarlo(experiment, LadderQueue::new)
                .run(2, Shard.WHOLE, List.of(), Function.identity(), results::add, NOBODY, new StopSignal());
        return results;
    }

    private static List<FillSurface.Row> surface(String regime, BudgetRule rule) {
        return FillSurface.rows(
                        BOTH.scenario().question(),
                        RUNS,
                        point -> BOTH.points().get(point).budgetRule())
                .stream()
                .filter(row -> row.key().regime().equals(regime) && row.budgetRule() == rule)
                .toList();
    }

    @Test
    void everyPointIsRunUnderBoth() {
        assertThat(BOTH.points()).extracting(Point::regime).containsExactly("free", "licences", "free", "licences");
        assertThat(BOTH.points())
                .extracting(Point::budgetRule)
                .containsExactly(BudgetRule.AS_GIVEN, BudgetRule.AS_GIVEN, BudgetRule.UNLIMITED, BudgetRule.UNLIMITED);
        assertThat(BOTH.references()).containsEntry(1, 0).containsEntry(3, 2);
    }

    /** Without the key nothing changes: same points, same names, same columns. */
    @Test
    void theBudgetIsAsGivenUnlessSaid() {
        Experiment plain = Trials.experiment("replications: 1\n");
        assertThat(plain.points()).extracting(Point::budgetRule).containsOnly(BudgetRule.AS_GIVEN);
        assertThat(plain.points()).extracting(Point::blockName).containsOnly("");
        assertThat(plain.hasBudgetRules()).isFalse();
        assertThat(plain.hasBlocks()).isFalse();
    }

    /** With posted prices and no rival: the same random numbers, and more money. */
    @Test
    void moreMoneyNeverGetsLessAtPricesThatStandStill() {
        for (String regime : List.of("free", "licences")) {
            List<FillSurface.Row> given = surface(regime, BudgetRule.AS_GIVEN);
            List<FillSurface.Row> unlimited = surface(regime, BudgetRule.UNLIMITED);
            assertThat(unlimited).hasSameSizeAs(given).hasSizeGreaterThan(10);
            for (int i = 0; i < given.size(); i++) {
                assertThat(unlimited.get(i).reached())
                        .isGreaterThanOrEqualTo(given.get(i).reached());
            }
            assertThat(reached(unlimited)).isGreaterThan(reached(given));
        }
    }

    private static int reached(List<FillSurface.Row> rows) {
        return rows.stream().mapToInt(FillSurface.Row::reached).sum();
    }

    @Test
    void everySurfaceIsMonotone() {
        for (String regime : List.of("free", "licences")) {
            for (BudgetRule rule : BudgetRule.values()) {
                List<FillSurface.Row> rows = surface(regime, rule);
                for (FillSurface.Row one : rows) {
                    assertThat(rows)
                            .filteredOn(other -> other.h100e() <= one.h100e()
                                    && !other.by().isBefore(one.by())
                                    && other.usdPerH100eHour() >= one.usdPerH100eHour())
                            .allMatch(other -> other.reached() >= one.reached());
                }
                assertThat(rows).extracting(FillSurface.Row::reached).contains(0);
            }
        }
    }

    @Test
    void moneyStopsTheOneAndNeverTheOther() {
        List<UnitResult> unlimited =
                RUNS.stream().filter(run -> run.key().point() >= 2).toList();
        List<UnitResult> given =
                RUNS.stream().filter(run -> run.key().point() < 2).toList();
        assertThat(unlimited)
                .extracting(run -> run.answers().category(Answer.ANCHOR_BINDING))
                .doesNotContain("money");
        assertThat(given)
                .extracting(run -> run.answers().category(Answer.ANCHOR_BINDING))
                .contains("money");
    }

    /** What the design says of the pacing is replaced, not met half-way; its other values stay. */
    @Test
    void goesWithFactorsAndSamples() {
        Experiment sampled = Trials.experiment("""
                set: {anchors.big.pacing: {kind: scheduled, shares: [0.5, 0.5]}}
                budget_rules: [as_given, unlimited]
                factors:
                  share: {path: anchors.big.pacing, values: [{kind: even}, '{kind: scheduled, shares: [0.4, 0.6]}']}
                  price: {path: anchors.big.max_price, values: [1 USD per H100e-hour, 2 USD per H100e-hour]}
                """.replace("'", ""));
        assertThat(sampled.points()).hasSize(16);
        Point last = sampled.points().get(15);
        assertThat(sampled.at(last).scenario().anchors().get("big"))
                .satisfies(anchor -> assertThat(anchor.pacing().kind().name()).isEqualTo("UNLIMITED"))
                .satisfies(anchor -> assertThat(anchor.maxPrice().value()).isEqualTo(2));
        assertThat(last.blockName()).isEqualTo("unlimited");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(Trials.faults("budget_rules: []\n"))
                .containsExactly("4 budget_rules: found none; must be as_given, unlimited, or both");
        assertThat(Trials.faults("budget_rules: [as_given, unlimitd]\n").get(0)).contains("did you mean \"unlimited\"");
        assertThat(faultsWithoutQuestion())
                .containsExactly(
                        "budget_rules: found unlimited; the scenario has no question, and so no tenant it is for");
    }

    private static List<String> faultsWithoutQuestion() {
        String text = TwoRules.TEXT;
        String world = text.substring(0, text.indexOf("question:")) + text.substring(text.indexOf("chips:"));
        return Trials.reader(world)
                .read("trial.yaml", "experiment: 1\nname: trial\nscenario: two-rules\nbudget_rules: [unlimited]\n")
                .faults()
                .stream()
                .map(fault -> fault.path() + ": " + fault.message())
                .toList();
    }
}
