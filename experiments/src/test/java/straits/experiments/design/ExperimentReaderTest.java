package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.experiments.Trials.experiment;
import static straits.experiments.Trials.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.Trials;
import straits.experiments.TwoRules;
import straits.scenario.Scenario;
import straits.scenario.file.Setting;

final class ExperimentReaderTest {

    private static final String PRICE =
            "price: {path: anchors.big.max_price, values: [1 USD per H100e-hour, 2 USD per H100e-hour]}";
    private static final String HORIZON = "days: {path: horizon, values: [20 days, 30 days, 40 days]}";

    /** Regime and values of every point, such as {@code free 2 USD lost}. */
    private static List<String> points(Experiment experiment, String... factors) {
        return experiment.points().stream()
                .map(point -> point.regime() + " "
                        + String.join(
                                " ", Arrays.stream(factors).map(point::value).toList()))
                .toList();
    }

    @Test
    void aFullFactorialUnderEveryRegime() {
        Experiment experiment = experiment("factors:\n  " + PRICE + "\n  " + HORIZON + "\n");
        assertThat(points(experiment, "price", "days"))
                .hasSize(12)
                .startsWith(
                        "free 1 USD per H100e-hour 20 days",
                        "licences 1 USD per H100e-hour 20 days",
                        "free 1 USD per H100e-hour 30 days")
                .endsWith("licences 2 USD per H100e-hour 40 days");
        assertThat(experiment.units()).isEqualTo(36);
        assertThat(experiment.points()).extracting(Point::index).startsWith(0, 1, 2, 3);
    }

    @Test
    void aPointIsTheScenarioWithItsValuesInIt() {
        Experiment experiment = experiment("factors:\n  " + PRICE + "\n  " + HORIZON + "\n");
        Scenario last = experiment.at(experiment.points().get(11)).scenario();
        assertThat(last.horizon().value()).isEqualTo(40 * 24);
        assertThat(Objects.requireNonNull(last.anchors().get("big")).maxPrice().value())
                .isEqualTo(2);
        assertThat(experiment.scenario().horizon().value()).isEqualTo(70 * 24);
    }

    @Test
    void rangesHaveEvenLevels() {
        String need =
                "factors: {need: {path: anchors.big.need.2025-02-01, low: 50 H100e, high: 150 H100e, levels: 3}}\n";
        assertThat(points(experiment("regimes: [free]\n" + need), "need"))
                .containsExactly("free 50 H100e", "free 100 H100e", "free 150 H100e");
    }

    @Test
    void zipped() {
        String wait = "wait: {path: market.waiting, values: [lost, backfill]}";
        assertThat(points(
                        experiment("regimes: [free]\ndesign: zip\nfactors:\n  " + PRICE + "\n  " + wait + "\n"),
                        "price",
                        "wait"))
                .containsExactly("free 1 USD per H100e-hour lost", "free 2 USD per H100e-hour backfill");
    }

    @Test
    void listedPointByPointWithRegimesOfTheirOwn() {
        Experiment experiment = experiment("""
                factors: {wait: {path: market.waiting}, regime: {}}
                design:
                  points:
                    - {wait: lost, regime: licences}
                    - {wait: backfill, regime: free}
                    - {wait: lost, regime: free}
                """);
        assertThat(points(experiment, "wait")).containsExactly("licences lost", "free backfill", "free lost");
        assertThat(experiment.references()).isEqualTo(Map.of(0, 2, 1, 1, 2, 2));
        assertThat(experiment.columns()).extracting(PointColumn::name).containsExactly("wait");
    }

    @Test
    void constraintsLeavePointsOut() {
        Experiment experiment =
                experiment("where: [days > 20 days]\nexclude: [{price: 2 USD per H100e-hour, regime: free}]\n"
                        + "factors:\n  " + PRICE + "\n  " + HORIZON + "\n");
        assertThat(points(experiment, "price", "days"))
                .hasSize(6)
                .noneMatch(point -> point.endsWith(" 20 days"))
                .noneMatch(point -> point.startsWith("free 2 USD"));
        assertThat(experiment.points()).extracting(Point::index).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void everyPointIsComparedWithTheReferenceRegimeAtTheSameValues() {
        Experiment experiment = experiment("factors:\n  " + PRICE + "\n");
        assertThat(experiment.references()).isEqualTo(Map.of(0, 0, 1, 0, 2, 2, 3, 2));
    }

    @Test
    void blocksStandOneBehindTheOther() {
        Experiment experiment = experiment("""
                regimes: [free]
                blocks:
                  one: {factors: {wait: {path: market.waiting, values: [lost, backfill]}}}
                  two:
                    set: {horizon: 20 days}
                    factors: {days: {path: warm_up, low: 1 days, high: 5 days}}
                    design: {latin_hypercube: {points: 3}}
                """);
        assertThat(experiment.points()).extracting(Point::blockName).containsExactly("one", "one", "two", "two", "two");
        assertThat(experiment
                        .at(experiment.points().get(4))
                        .scenario()
                        .horizon()
                        .value())
                .isEqualTo(480);
        assertThat(experiment
                        .at(experiment.points().get(0))
                        .scenario()
                        .horizon()
                        .value())
                .isEqualTo(1680);
        PointColumn days = experiment.columns().get(1);
        assertThat(days.number(experiment.points().get(0))).isNaN();
        assertThat(days.number(experiment.points().get(3))).isBetween(1.0, 5.0);
        assertThat(days.unit()).isEqualTo("days");
    }

    @Test
    void settingsOfTheFileHoldAtEveryPointAndThoseOfTheCommandOverThem() {
        String lines =
                "set: {horizon: 20 days, market.waiting: lost}\nregimes: [licences]\nseed: mine\nreplications: 4\n";
        Experiment experiment = experiment(lines, new Setting("horizon", "25 days"), new Setting("replications", "9"));
        assertThat(experiment.scenario().horizon().value()).isEqualTo(600);
        assertThat(experiment.scenario().seed()).isEqualTo("mine");
        assertThat(experiment.scenario().referenceRegime()).isEqualTo("licences");
        assertThat(experiment.units()).isEqualTo(9);
        assertThat(experiment.name()).isEqualTo("trial");
    }

    @Test
    void aNumberOfReplicationsInTheCommandEndsSequentialOnes() {
        String lines = "replications: {sequential: {relative_half_width: 5 %, max: 50}}\n";
        assertThat(experiment(lines).units()).isEqualTo(100);
        assertThat(experiment(lines, new Setting("replications", "2")).replications())
                .isEqualTo(new Replications.Fixed(2));
    }

    @Test
    void pointsHaveStreamsOfTheirOwnOnlyIfAskedFor() {
        Experiment common = experiment("");
        assertThat(common.points()).extracting(common::seed).containsOnly("tests");
        Experiment own = experiment("common_random_numbers: false\n");
        assertThat(own.points()).extracting(own::seed).doesNotHaveDuplicates().doesNotContain("tests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set: {horizon: 20 days}\nfactors: {wait: {path: market.waiting, values: [lost, 'backfill']}}\n",
                "factors: {days: {path: warm_up, low: 1 days, high: 5 days}}\ndesign: {sobol: {points: 8}}\nseed: x\n",
                "factors: {days: {path: warm_up, spread: {normal: {mean: 2 days, sd: 1 days, low: 1 days, high: 5 days}}}}\n"
                        + "design: {morris: {trajectories: 3}}\ncommon_random_numbers: false\n",
                "blocks: {b: {factors: {r: {paths: [warm_up], values: [1 h]}}, where: [regime != free]}}\n"
                        + "replications: {sequential: {relative_half_width: 0.1}}\n"
            })
    void theEffectiveFilesAreTheSameExperiment(String lines) {
        Experiment experiment = experiment(lines);
        String text = Objects.requireNonNull(experiment.planText());
        Experiment again =
                Trials.reader(experiment.text()).read("experiment.yaml", text).orThrow();
        assertThat(again.identity()).isEqualTo(experiment.identity());
        assertThat(again.points())
                .extracting(Point::settings)
                .isEqualTo(experiment.points().stream().map(Point::settings).toList());
        assertThat(again.points())
                .extracting(again::seed)
                .isEqualTo(experiment.points().stream().map(experiment::seed).toList());
        assertThat(again.replications()).isEqualTo(experiment.replications());
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        assertThat(faults("""
                replications: {sequential: {answer: anchor_mean_h100, relative_half_width: 5 %, min: 10, max: 5}}
                set: {horizon: 30 dogs}
                fators: 3
                factors:
                  price: {path: anchors.big.max_price, low: 3 USD per H100e-hour, high: 1 h}
                  two: {path: anchors.big.max_price, values: [1]}
                  none: {values: [1]}
                  seeds: {path: seed, values: [1, 2]}
                  down: {path: warm_up, low: 3 h, high: 1 h}
                  assumptions: {values: [1]}
                design: {sobol: {points: 100}}
                where: [prise < 3, price ? 2]
                exclude: [{prize: 3}]
                """))
                .containsExactlyInAnyOrder(
                        "4 replications.sequential.answer: unknown answer \"anchor_mean_h100\"; did you mean"
                                + " \"anchor_mean_h100e\"?",
                        "4 replications.sequential.max: found 5; must be at least min, 10",
                        "5 set.horizon: horizon: unknown unit \"dogs\"; units here: s, min, h, days, weeks, months, years",
                        "6 fators: unknown key \"fators\"; did you mean \"factors\"?",
                        "8 factors.price: found USD per H100e-hour and h; the numbers of a range stand in one unit",
                        "9 factors.two: found path anchors.big.max_price a second time",
                        "10 factors.none: found neither path nor paths; must have one",
                        "11 factors.seeds: found path seed, which is of the whole experiment and cannot vary",
                        "12 factors.down: found low 3 h and high 1 h; low must be below high",
                        "13 factors.assumptions: stands for every assumption with a range; only the key sample goes with it",
                        "14 design.sobol.points: found 100; must be a power of two, such as 64 or 128",
                        "15 where[0]: found no factor on either side; factors are [price, two, none, seeds, down, assumptions]",
                        "15 where[1]: found \"price ? 2\"; must be a comparison such as low-price < high-price",
                        "16 exclude[0].prize: unknown factor \"prize\"; did you mean \"price\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "factors: {a: {path: warm_up, low: 1 h, high: 2 h}}|needs values, or levels beside low and high",
                "factors: {a: {path: warm_up, low: 1 h}}|low and high come together",
                "factors: {a: {path: warm_up}}|found no values",
                "factors: {a: {path: warm_up, values: [1 h], low: 1 h, high: 2 h, levels: 2}}|several ways",
                "factors: {regime: {path: x, values: [free]}}|the factor regime has no path",
                "factors: {regime: {values: [fre]}}|found \"fre\"; regimes of this experiment are free, licences",
                "factors: assumptions|needs a design that samples",
                "factors: assumptions\ndesign: morris|no assumption that is wanted has a range",
                "design: morris|a design that samples needs at least one",
                "design: {morris: {levels: 5}}\nfactors: {a: {path: warm_up, low: 1 h, high: 2 h}}|found 5; must be even",
                "design: morris\nfactors: {a: {path: warm_up, low: 1 h, high: 2 h}}\nwhere: [a < 2 h]|need all their points",
                "design: zip\nfactors: {a: {path: x, values: [1]}, b: {path: y, values: [1, 2]}}|equally many",
                "design: {points: [{b: 1}]}\nfactors: {a: {path: warm_up}}|missing: the value of a",
                "design: {points: [{b: 1}]}\nfactors: {a: {path: warm_up}}|unknown factor \"b\"",
                "design: {points: []}\nfactors: {a: {path: warm_up}}|found no point",
                "factors: {a: {path: warm_up, values: [1 h]}}\nblocks: {b: {}}|these then go into the blocks",
                "design: zip\nblocks: {b: {factors: {a: {path: warm_up, values: [1 h]}}}}|these then go into the blocks",
                "factors: {a: {path: warm_up, values: [1 h, 2 h]}}\nwhere: [a < 1]|only numbers of one unit",
                "factors: {a: {path: warm_up, values: [1 h]}}\nwhere: [a > 1 h]|leave no point to run",
                "factors: {a: {path: warm_upp, values: [1 h]}}|no scenario at 1 of 1 rows of the design",
                "factors: {a: {path: warm_up, values: [1 h, 99 years]}}|no scenario at 1 of 2 rows of the design, first at point 2",
                "factors: {a: {path: warm_up, spread: {normal: {mean: 1 h, sd: 0 h, low: 1 h, high: 2 h}}}}|sd: found 0 h",
                "factors: {a: {path: warm_up, spread: {log_uniform: {low: 0 h, high: 2 h}}}}|low: found 0 h",
                "factors: {a: {path: warm_up, spread: {triangular: {low: 1 h, mode: 3 h, high: 2 h}}}}|found mode 3 h",
                "regimes: [fre]|regimes[0]: unknown regime \"fre\"; did you mean \"free\"?"
            })
    void whatDoesNotGoTogetherIsTold(String linesAndMessage) {
        List<String> parts = List.of(linesAndMessage.split("\\|", -1));
        assertThat(faults(parts.get(0) + "\n"))
                .anySatisfy(fault -> assertThat(fault).contains(parts.get(1)));
    }

    @Test
    void tooManyCombinationsAreRefusedBeforeTheyFillTheMemory() {
        StringBuilder factors = new StringBuilder("factors:\n");
        for (int i = 0; i < 5; i++) {
            factors.append("  f")
                    .append(i)
                    .append(": {path: a.b")
                    .append(i)
                    .append(", low: 1 h, high: 2 h, levels: 1000}\n");
        }
        assertThat(faults(factors.toString()))
                .anySatisfy(fault -> assertThat(fault).contains("more than 1000000"));
    }

    @Test
    void anExperimentSaysSoByItsKey() {
        assertThat(ExperimentReader.isExperiment("# text\nexperiment: 1\n")).isTrue();
        assertThat(ExperimentReader.isExperiment(TwoRules.TEXT)).isFalse();
        assertThat(ExperimentReader.title("experiment: 1\nname: a\nscenario: b\n"))
                .isEqualTo("a");
    }
}
