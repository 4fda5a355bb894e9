package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.experiments.Trials.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.Trials;
import straits.experiments.TwoRules;
import straits.scenario.Regime;
import straits.scenario.file.Setting;

final class TwinTest {

    private static final String THREE = """
              three:
                title: Three rules
                rules:
                  cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 1 million TPP}
                  small: {kind: low_count_exemption, dates: {effective: 2024-01-01}, per_recipient_and_year: 1 TPP}
                  licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: usual}
                desk: {review_classes: {usual: {review_time: {constant: 1 h}, approve: 1}}}
            """;
    private static final String WORLD = TwoRules.TEXT.replace("own_regimes:\n", "own_regimes:\n" + THREE);

    private static Experiment experiment(String twin, String more) {
        return Trials.reader(WORLD)
                .read("trial.yaml", "experiment: 1\nname: trial\nscenario: two-rules\ntwin: " + twin + "\n" + more)
                .orThrow();
    }

    private static List<String> rules(Experiment experiment, String regime) {
        return List.copyOf(experiment.loaded().regime(regime).rules().keySet());
    }

    private static TwinWorlds worlds(Experiment experiment) {
        return Objects.requireNonNull(experiment.worlds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop: [cap]          | three-without-cap            | [small, licence] | [cap]",
                "drop: [licence, cap] | three-without-licence-and-cap | [small]         | [cap, licence]",
                "only: [cap]          | three-with-only-cap          | [cap]            | [small, licence]",
                "only: [cap, small], drop: [] | three-with-only-cap-and-small | [cap, small] | [licence]",
                "replace: {licence: licences} | three-with-licence-as-in-licences | [cap, small, licence] | [licence]",
            })
    void theOtherWorldIsARegimeOfItsOwn(String change, String key, String rules, String changed) {
        Experiment experiment = experiment("{regime: three, " + change + "}", "");
        assertThat(experiment.points()).extracting(Point::regime).containsExactly("three", key);
        assertThat(experiment.scenario().referenceRegime()).isEqualTo("three");
        assertThat(rules(experiment, key)).hasToString(rules);
        assertThat(worlds(experiment).changedRules()).hasToString(changed);
    }

    @Test
    void aRuleIsReplacedByTheOnlyOneOfAnotherRegimeAndTheDeskStays() {
        Experiment experiment = experiment("{regime: three, replace: {licence: licences}}", "");
        Regime three = experiment.loaded().regime("three");
        Regime other = experiment.loaded().regime("three-with-licence-as-in-licences");
        assertThat(other.rules().get("licence"))
                .isEqualTo(TwoRules.load().regime("licences").rules().get("gulf-licence"))
                .isNotEqualTo(three.rules().get("licence"));
        assertThat(other.desk()).isEqualTo(three.desk());
    }

    @Test
    void whatIsWrittenReadsBackToTheSameExperiment() {
        for (String twin : List.of(
                "{regime: three, replace: {licence: licences}}",
                "{regime: three, waterfall: {method: shapley, order: [licence, small, cap]}}")) {
            Experiment first = experiment(
                    twin,
                    "factors: {price: {path: anchors.big.max_price, values: [1.5 USD per"
                            + " H100e-hour, 2 USD per H100e-hour]}}");
            Experiment again = Trials.reader(first.text())
                    .read("experiment.yaml", Objects.requireNonNull(first.planText()))
                    .orThrow();
            assertThat(again.identity()).isEqualTo(first.identity());
            assertThat(again.points()).hasSameSizeAs(first.points());
            assertThat(again.titles()).isEqualTo(first.titles());
        }
    }

    @Test
    void anOrderedWaterfallTakesOneWorldMoreThanRules() {
        Experiment experiment = experiment("{regime: three, waterfall: {order: [licence, cap, small]}}", "");
        assertThat(experiment.points())
                .extracting(Point::regime)
                .containsExactly(
                        "three", "three-without-rules", "three-with-only-licence", "three-with-only-licence-and-cap");
        // The order of the file stays: which of two rules decides may depend on it.
        assertThat(rules(experiment, "three-with-only-licence-and-cap")).containsExactly("cap", "licence");
    }

    @Test
    void exactShapleyValuesTakeEverySetOnce() {
        Experiment experiment = experiment("{regime: three, waterfall: {method: shapley}}", "");
        assertThat(experiment.points())
                .extracting(Point::regime)
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @Test
    void aboveEightRulesOrdersAreSampledInPairsThatReverseEachOther() {
        StringBuilder rules = new StringBuilder("  nine:\n    title: Nine\n    rules:\n");
        for (int rule = 0; rule < 9; rule++) {
            rules.append("      r")
                    .append(rule)
                    .append(": {kind: country_cap, dates: {effective: 2024-01-01}, cap: 1 TPP}\n");
        }
        String world = TwoRules.TEXT.replace("own_regimes:\n", "own_regimes:\n" + rules);
        String text = "experiment: 1\nname: trial\nscenario: two-rules\n"
                + "twin: {regime: nine, waterfall: {method: shapley, permutations: 4}}\n";
        Experiment experiment = Trials.reader(world).read("trial.yaml", text).orThrow();
        RuleSets sets = Objects.requireNonNull(worlds(experiment).sets());
        assertThat(sets.sampled())
                .hasSize(4)
                .allMatch(order -> Set.copyOf(order).size() == 9);
        List<Integer> reversed = new ArrayList<>(sets.sampled().get(2));
        Collections.reverse(reversed);
        assertThat(sets.sampled().get(3)).isEqualTo(reversed);
        assertThat(sets.sampled().get(2)).isNotEqualTo(sets.sampled().get(0));
        assertThat(experiment.points())
                .extracting(Point::regime)
                .doesNotHaveDuplicates()
                .hasSizeBetween(2 + 9, 2 + 5 * 8);
        Experiment again = Trials.reader(world).read("trial.yaml", text).orThrow();
        assertThat(Objects.requireNonNull(worlds(again).sets()).sampled()).isEqualTo(sets.sampled());
    }

    /** A factor of the regime moves the same rule in both worlds, or the difference would be of the factor. */
    @Test
    void whatAPointSetsInTheRegimeHoldsInTheOtherWorldToo() {
        String factor =
                "factors: {cap: {path: own_regimes.three.rules.cap.cap, values: [2 million TPP, 3 million TPP]}}";
        Experiment dropped = experiment("{regime: three, drop: [licence]}", factor);
        for (Point point : dropped.points()) {
            String other = dropped.at(point).regimes().keySet().stream()
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            assertThat(dropped.at(point).regime(other).rules().get("cap"))
                    .isEqualTo(dropped.at(point).regime("three").rules().get("cap"))
                    .isNotEqualTo(dropped.loaded().regime("three").rules().get("cap"));
        }
        Experiment gone = experiment("{regime: three, drop: [cap]}", factor);
        assertThat(rules(gone, "three-without-cap")).containsExactly("small", "licence");
    }

    @Test
    void assumptionsOfTheOtherWorldAreNoFactorsOfTheirOwn() {
        String sampled = "factors: {assumptions: {sample: {move: each}}}\ndesign: {latin_hypercube: {points: 2}}\n";
        String world = WORLD.replace(
                "cap: 1 million TPP}", "cap: {value: 2 million TPP, low: 1, high: 3, assumption: guess}}");
        Experiment experiment = Trials.reader(world)
                .read(
                        "trial.yaml",
                        "experiment: 1\nname: trial\nscenario: two-rules\ntwin: {regime: three, drop: [licence]}\n"
                                + sampled)
                .orThrow();
        assertThat(experiment.columns())
                .extracting(PointColumn::name)
                .containsExactly("own_regimes_three_rules_cap_cap");
    }

    @Test
    void whatCannotBeDoneIsTold() {
        assertThat(faults("twin: {regime: licences}\n"))
                .containsExactly("4 twin: found nothing to change; must have drop, only, replace or waterfall");
        assertThat(faults("twin: {regime: licences, drop: [gulf-licenc]}\n"))
                .containsExactly("4 twin.drop: unknown rule \"gulf-licenc\"; did you mean \"gulf-licence\"?");
        assertThat(faults("twin: {regime: licences, drop: [x]}\n"))
                .containsExactly("4 twin.drop: unknown rule \"x\"; rules of licences: gulf-licence");
        assertThat(faults("twin: {regime: free, waterfall: {}}\n"))
                .containsExactly("4 twin.regime: found \"free\", which has no rule");
        assertThat(faults("twin: {regime: licences, drop: [gulf-licence], waterfall: {}}\n"))
                .containsExactly(
                        "4 twin: found a waterfall beside drop, only or replace; it switches every rule by itself");
        assertThat(faults("twin: {regime: licences, drop: [gulf-licence], only: [gulf-licence]}\n"))
                .containsExactly("4 twin.drop: found gulf-licence, which is kept or replaced as well");
        assertThat(faults("twin: {regime: licences, replace: {gulf-licence: free}}\n"))
                .containsExactly(
                        "4 twin.replace.gulf-licence: found free, which has no rule \"gulf-licence\" and not one"
                                + " rule alone; its rules: none");
        assertThat(faults("twin: {regime: licences, waterfall: {order: [gulf-licence, x]}}\n"))
                .containsExactly(
                        "4 twin.waterfall.order: unknown rule \"x\"; rules of licences: gulf-licence",
                        "4 twin.waterfall.order: found gulf-licence, x; must name each rule once: gulf-licence");
        assertThat(faults("twin: {regime: licences, waterfall: {permutations: 5}}\n"))
                .containsExactly(
                        "4 twin.waterfall.permutations: found 5; must be even: each order goes with its reverse");
        assertThat(faults("regimes: [free]\ntwin: {regime: licences, drop: [gulf-licence]}\n"))
                .containsExactly("5 twin: found regimes beside it; a twin says itself which regimes are run");
        assertThat(faults("common_random_numbers: false\ntwin: {regime: licences, drop: [gulf-licence]}\n"))
                .containsExactly("4 common_random_numbers: found false; the worlds of a twin are compared on the same"
                        + " numbers");
        assertThat(faults("twin: {regime: licences, drop: [gulf-licence]}\n"
                        + "factors: {all: {path: own_regimes.licences.rules, values: [{}]}}\n"))
                .containsExactly(
                        "4 twin: a factor sets own_regimes.licences.rules, which adds or replaces whole rules; a"
                                + " twin changes rules by itself");
    }

    @Test
    void pointsAreCalledByWhatTellsThemApart() {
        assertThat(Trials.experiment("budget_rules: [as_given, unlimited]\nregimes: [licences]\n")
                        .titles())
                .containsExactly("licences", "licences, unlimited");
        assertThat(Trials.experiment(
                                "regimes: [free]\nfactors: {price: {path: anchors.big.max_price, values: [2 USD per"
                                        + " H100e-hour, 3 USD per H100e-hour]}}\n")
                        .titles())
                .containsExactly("free, price 2 USD per H100e-hour", "free, price 3 USD per H100e-hour");
        assertThat(experiment("{regime: three, drop: [cap]}", "").titles())
                .containsExactly("three", "three without cap");
    }

    @Test
    void regimesOfTheCommandAreNotThoseOfATwin() {
        assertThat(Trials.reading("twin: {regime: licences, drop: [gulf-licence]}\n", new Setting("regimes", "[free]"))
                        .faults())
                .isNotEmpty();
    }

    @Test
    void aRegimeOfTheSameNameIsNotTakenForTheOtherWorld() {
        String world = WORLD.replace("own_regimes:\n", "own_regimes:\n  three-without-cap: {title: Mine}\n");
        assertThat(Trials.reader(world)
                        .read("trial.yaml", "experiment: 1\nname: t\nscenario: x\ntwin: {regime: three, drop: [cap]}\n")
                        .faults())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.message())
                                .isEqualTo(
                                        "the scenario has another regime \"three-without-cap\" already; give that another key"));
    }
}
