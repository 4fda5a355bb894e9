package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import straits.experiments.Trials;
import straits.experiments.TwoRules;
import straits.scenario.Distribution;
import straits.scenario.LoadedScenario;
import straits.scenario.Scenario;
import straits.scenario.file.Reading;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.scenario.file.Setting;

/** Every assumption with a range, without naming it again: what moves together, and what must fit together. */
final class AssumptionAxesTest {

    /** The small world with ranges: fleets of one origin, shares of sizes, power that is only just enough, an opening lease. */
    private static final String WORLD = replaced(
            TwoRules.TEXT,
            "installed: 200 GPUs",
            "installed: {value: 200 GPUs, low: 150 GPUs, high: 260 GPUs, source: fleets}",
            "installed: 20 GPUs",
            "installed: {value: 20 GPUs, low: 10 GPUs, high: 40 GPUs, source: fleets}",
            "it_power: 1 kW",
            "it_power: {value: 1 kW, low: 0.8 kW, high: 1.4 kW, assumption: guess}",
            "johor: {country: my, it_power_limit: {2025-01-01: 2 MW}}",
            "johor: {country: my, it_power_limit: {2025-01-01: {value: 0.21 MW, low: 0.15 MW, high: 0.4 MW,"
                    + " assumption: grid}}}",
            "[{value: 1 H100e, probability: 0.5}, {value: 8 H100e, probability: 0.5}]",
            "[{value: 1 H100e, probability: {value: 0.5, low: 0.3, high: 0.7, assumption: sizes}}, {value: 4 H100e,"
                    + " probability: 0.2}, {value: 8 H100e, probability: {value: 0.3, low: 0.2, high: 0.5,"
                    + " assumption: sizes}}]",
            "    min_block: 10 GPUs",
            "    min_block: 10 GPUs\n    opening: [{provider: east, site: johor, chip: h100, gpus: {value: 150 GPUs,"
                    + " low: 100 GPUs, high: 250 GPUs, assumption: held}, remaining: 10 days, price: 1 USD per"
                    + " GPU-hour}]",
            "regimes: [free, licences]",
            "regimes: [free]\nsources: {fleets: {assumption: counts of the press}}");

    private static String replaced(String text, String... pairs) {
        String result = text;
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(result).contains(pairs[i]);
            result = result.replace(pairs[i], pairs[i + 1]);
        }
        return result;
    }

    private static final LoadedScenario BASE =
            ScenarioReader.read("world.yaml", WORLD, RegimeLibrary.NONE).orThrow();

    private static List<Axis> axes(Factor.Move move, String... except) {
        return AssumptionAxes.of(new Factor.Sample(List.of(), List.of(except), move, Factor.Shape.TRIANGULAR), BASE);
    }

    private static List<String> names(List<Axis> axes) {
        return axes.stream().map(Axis::name).toList();
    }

    @Test
    void numbersOfOneOriginMoveTogether() {
        List<Axis> axes = axes(Factor.Move.BY_ORIGIN);
        assertThat(names(axes))
                .containsExactly(
                        "chips.h100.it_power",
                        "sites.johor.it_power_limit[0].value",
                        "fleets",
                        "tenant_classes.small.size.discrete",
                        "anchors.big.opening[0].gpus");
        assertThat(axes.get(2).settings(1))
                .containsExactly(
                        new Setting("providers.east.fleet[0].installed", "260 GPUs"),
                        new Setting("providers.gulf.fleet[0].installed", "40 GPUs"));
        assertThat(axes.get(2).settings(0)).extracting(Setting::value).containsExactly("150 GPUs", "10 GPUs");
        assertThat(axes.get(0).number(0)).isEqualTo(0.8);
        assertThat(axes.get(0).unit()).isEqualTo("kW");
        assertThat(axes.get(2).unit()).isEqualTo("fraction");
    }

    @Test
    void eachNumberByItselfIfAskedFor() {
        assertThat(names(axes(Factor.Move.EACH)))
                .contains("providers.east.fleet[0].installed", "providers.gulf.fleet[0].installed")
                .doesNotContain("fleets")
                .hasSize(6);
    }

    @Test
    void patternsOfPathsChooseAndLeaveOut() {
        assertThat(names(axes(Factor.Move.BY_ORIGIN, "sites.*", "providers.gulf.*")))
                .hasSize(4)
                .noneMatch(name -> name.startsWith("sites"));
        assertThat(axes(Factor.Move.BY_ORIGIN, "sites.*", "providers.gulf.*")
                        .get(1)
                        .settings(0))
                .containsExactly(new Setting("providers.east.fleet[0].installed", "150 GPUs"));
        assertThat(AssumptionAxes.matches("providers.*.fleet[*].installed", "providers.east.fleet[0].installed"))
                .isTrue();
        assertThat(AssumptionAxes.matches("providers.*", "xproviders.east")).isFalse();
        assertThat(AssumptionAxes.matches("a.b", "aXb")).isFalse();
    }

    @Test
    void sharesOfOneAlwaysAddToOneAndLeanFromTheFirstToTheLast() {
        Axis shares = axes(Factor.Move.BY_ORIGIN).get(3);
        for (double u : new double[] {0, 0.2, 0.5, 0.9, 1}) {
            double sum = shares.settings(u).stream()
                    .mapToDouble(setting -> Double.parseDouble(setting.value()))
                    .sum();
            assertThat(sum).isCloseTo(0.8, within(1e-12));
        }
        // At 0 the first is at the top of its range and the last at the bottom: 0.7 and 0.2, scaled from 0.9 to 0.8.
        assertThat(Double.parseDouble(shares.settings(0).get(0).value())).isCloseTo(0.7 * 0.8 / 0.9, within(1e-12));
        assertThat(Double.parseDouble(shares.settings(1).get(0).value())).isCloseTo(0.3 * 0.8 / 0.8, within(1e-12));
    }

    private static Experiment experiment(String design) {
        Reading<Experiment> reading = Trials.reader(WORLD)
                .read("trial.yaml", "experiment: 1\nname: trial\nscenario: w\nfactors: assumptions\ndesign: " + design);
        return reading.orThrow();
    }

    /** Power limits and opening leases drawn by themselves would contradict the fleets in about half of these points. */
    @Test
    void everySampledPointIsAWorld() {
        Experiment experiment = experiment("{latin_hypercube: {points: 100}}");
        List<Scenario> worlds = experiment.points().stream()
                .map(point -> experiment.at(point).scenario())
                .toList();
        double[] drawn = worlds.stream()
                .mapToDouble(world -> installed(world)
                        * Objects.requireNonNull(world.chips().get("h100"))
                                .itPower()
                                .value()
                        / 1000)
                .toArray();
        double[] limits = worlds.stream().mapToDouble(AssumptionAxesTest::limit).toArray();
        assertThat(IntStream.range(0, 100)).allMatch(i -> limits[i] >= drawn[i]);
        assertThat(IntStream.range(0, 100).filter(i -> limits[i] > drawn[i] * 1.001))
                .hasSizeGreaterThan(10);
        assertThat(IntStream.range(0, 100).filter(i -> limits[i] < drawn[i] * 1.001))
                .hasSizeGreaterThan(10);
        assertThat(worlds).allMatch(world -> opening(world) <= installed(world));
        assertThat(worlds.stream().filter(world -> opening(world) == installed(world)))
                .isNotEmpty();
        assertThat(worlds)
                .allSatisfy(world -> assertThat(((Distribution.Discrete) Objects.requireNonNull(
                                                world.tenantClasses().get("small"))
                                        .size())
                                .outcomes())
                        .hasSize(3));
    }

    private static double installed(Scenario world) {
        return Objects.requireNonNull(world.providers().get("east"))
                .fleet()
                .get(0)
                .installed()
                .value();
    }

    private static double limit(Scenario world) {
        return Objects.requireNonNull(world.sites().get("johor"))
                .itPowerLimit()
                .get(0)
                .value()
                .value();
    }

    private static double opening(Scenario world) {
        return Objects.requireNonNull(world.anchors().get("big"))
                .opening()
                .get(0)
                .gpus()
                .value();
    }

    @Test
    void aScreenMovesEveryAssumption() {
        Experiment experiment = experiment("{morris: {trajectories: 2}}");
        assertThat(experiment.points()).hasSize(2 * 6);
        assertThat(experiment.points()).extracting(Point::role).contains("start", "fleets", "chips.h100.it_power");
        assertThat(experiment.columns())
                .extracting(PointColumn::name)
                .containsExactly(
                        "chips_h100_it_power",
                        "sites_johor_it_power_limit_0_value",
                        "fleets",
                        "tenant_classes_small_size_discrete",
                        "anchors_big_opening_0_gpus");
    }
}
