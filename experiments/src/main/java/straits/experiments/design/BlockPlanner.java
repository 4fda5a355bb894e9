package straits.experiments.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.random.Randomness;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Setting;
import straits.scenario.file.Texts;
import straits.scenario.file.Written;

/** Turns one block of an experiment file into rows. */
final class BlockPlanner {

    private static final int MOST_ROWS = 1_000_000;

    private final String path;
    private final ExperimentFile.Block block;
    private final Design design;
    private final Faults faults;

    /**
     * A planner.
     *
     * @param path path of the block in the file, empty for the file itself
     * @param faults takes what is wrong
     */
    BlockPlanner(String path, ExperimentFile.Block block, Faults faults) {
        this.path = path;
        this.block = block;
        this.faults = faults;
        design = block.design();
    }

    private String at(String key) {
        return Faults.below(path, key);
    }

    /** Finds what is wrong with the block by itself. */
    void check() {
        FactorChecks checks = new FactorChecks(design, faults);
        block.factors().forEach((name, factor) -> checks.check(at("factors." + name), name, factor));
        oncePerPath();
        design();
        block.where().forEach(this::condition);
        for (int i = 0; i < block.exclude().size(); i++) {
            known(at("exclude[" + i + "]"), block.exclude().get(i).keySet());
        }
        if (design.whole() && !(block.where().isEmpty() && block.exclude().isEmpty())) {
            faults.add(
                    at("design"),
                    "where and exclude do not go with morris, saltelli and estimate, which need all their points");
        }
    }

    private void oncePerPath() {
        Set<String> paths = new LinkedHashSet<>();
        block.factors()
                .forEach((name, factor) -> factor.allPaths().stream()
                        .filter(each -> !paths.add(each))
                        .forEach(each -> faults.add(at("factors." + name), "found path " + each + " a second time")));
    }

    private void design() {
        if (design instanceof Design.Points points) {
            for (int i = 0; i < points.points().size(); i++) {
                allFactors(at("design.points[" + i + "]"), points.points().get(i));
            }
            if (points.points().isEmpty()) {
                faults.add(at("design.points"), "found no point; must have at least one");
            }
        } else if (design instanceof Design.Zip) {
            zip();
        } else if (design instanceof Design.Sobol sobol) {
            powerOfTwo("sobol", sobol.points());
        } else if (design instanceof Design.Estimate estimate) {
            estimate(estimate);
        } else if (design instanceof Design.Saltelli saltelli) {
            powerOfTwo("saltelli", saltelli.points());
        } else if (design instanceof Design.Morris morris && morris.levels() % 2 != 0) {
            faults.add(at("design.morris.levels"), "found " + morris.levels() + "; must be even");
        }
        if (design.samples() && block.factors().isEmpty()) {
            faults.add(at("design"), "found no factors; a design that samples needs at least one");
        }
    }

    private void allFactors(String where, Map<String, Written> point) {
        known(where, point.keySet());
        block.factors().keySet().stream()
                .filter(name -> !point.containsKey(name))
                .forEach(name -> faults.add(where, "missing: the value of " + name));
    }

    private void known(String where, Set<String> names) {
        Set<String> factors = new LinkedHashSet<>(block.factors().keySet());
        if (!(design instanceof Design.Points) || !where.contains("design")) {
            factors.add(Factor.REGIME);
        }
        names.stream()
                .filter(name -> !factors.contains(name))
                .forEach(name -> faults.add(where + "." + name, Texts.unknown("factor", name, factors)));
    }

    private void zip() {
        List<Integer> counts = block.factors().values().stream()
                .map(factor -> factor.values().size())
                .distinct()
                .toList();
        if (counts.size() > 1) {
            faults.add(at("design"), "found factors of " + counts + " values; to be zipped they need equally many");
        }
    }

    /** Groups are all of one size, and there are two of them or more, or their spread would tell nothing. */
    private void estimate(Design.Estimate design) {
        boolean pairs = design.sampling() == Design.Sampling.ANTITHETIC;
        int size = design.groupSize();
        if (pairs && (design.points() < 4 || design.points() % 2 != 0)) {
            faults.add(at("design.estimate.points"), "found " + design.points() + "; must be even, 4 or more: pairs");
        } else if (design.isGrouped() && (size == 0 || design.points() % design.randomisations() != 0)) {
            faults.add(
                    at("design.estimate.points"),
                    "found " + design.points() + "; must be a multiple of randomisations, " + design.randomisations());
        } else if (design.sampling() == Design.Sampling.RQMC && (size < 2 || Integer.bitCount(size) != 1)) {
            faults.add(
                    at("design.estimate.points"),
                    "found " + design.points() + " in " + design.randomisations() + " randomisations of " + size
                            + "; with rqmc the points of one must be a power of two, 2 or more");
        }
    }

    private void powerOfTwo(String kind, int points) {
        int below = Integer.highestOneBit(points);
        if (points != below) {
            faults.add(
                    at("design." + kind + ".points"),
                    "found " + points + "; must be a power of two, such as " + below + " or " + 2 * below);
        }
    }

    private void condition(String text) {
        String where = at("where[" + block.where().indexOf(text) + "]");
        Condition condition = Condition.of(text).orElse(null);
        if (condition == null) {
            faults.add(where, "found \"" + text + "\"; must be a comparison such as low-price < high-price");
        } else if (Stream.of(condition.left(), condition.right()).noneMatch(this::isFactor)) {
            faults.add(
                    where,
                    "found no factor on either side; factors are "
                            + block.factors().keySet());
        }
    }

    private boolean isFactor(String name) {
        return name.equals(Factor.REGIME) || block.factors().containsKey(name);
    }

    /**
     * The block with its design drawn; null, with faults noted, if the scenario does not bear it.
     *
     * @param name name of the block
     */
    @Nullable
    DesignBlock plan(String name, LoadedScenario base) {
        List<Axis> axes = new ArrayList<>();
        block.factors().forEach((key, factor) -> axes.addAll(axes(key, factor, base)));
        if (axes.isEmpty() && design.samples()) {
            return null;
        }
        int most = design instanceof Design.Saltelli ? PointSets.SOBOL_DIMENSIONS / 2 : PointSets.SOBOL_DIMENSIONS;
        if (axes.size() > most && sobol()) {
            faults.add(
                    at("design"),
                    "found " + axes.size() + " factors; at most " + most
                            + " have a Sobol sequence; use latin_hypercube, or morris, or sample fewer");
            return null;
        }
        if (count(axes) > MOST_ROWS) {
            faults.add(at("design"), "found more than " + MOST_ROWS + " combinations of values; no run would end");
            return null;
        }
        List<Setting> fixed = block.set().stream()
                .map(set -> new Setting(set.path(), set.value().text()))
                .toList();
        String seed = base.scenario().seed();
        DesignStream stream = new DesignStream(Randomness.of(seed, 0).stream("design:" + name, "points"));
        boolean assumes = block.factors().containsKey(Factor.ASSUMPTIONS);
        OpeningFit fit = assumes ? new OpeningFit(base.scenario()) : null;
        return new DesignBlock(name, fixed, axes, rows(axes, stream), design, fit, BudgetRule.AS_GIVEN, List.of());
    }

    private boolean sobol() {
        return design instanceof Design.Sobol
                || design instanceof Design.Saltelli
                || (design instanceof Design.Estimate estimate && estimate.sampling() == Design.Sampling.RQMC);
    }

    /** Rows of the design, as a number that does not overflow. */
    private double count(List<Axis> axes) {
        if (design instanceof Design.Morris morris) {
            return morris.trajectories() * (axes.size() + 1.0);
        } else if (design instanceof Design.Saltelli saltelli) {
            return saltelli.points() * (2.0 + axes.size() * (saltelli.secondOrder() ? 2 : 1));
        } else if (design instanceof Design.Factorial) {
            return axes.stream()
                    .mapToDouble(axis -> ((LevelAxis) axis).values().size())
                    .reduce(1, (all, values) -> all * values);
        }
        return 0;
    }

    private List<Axis> axes(String name, Factor factor, LoadedScenario base) {
        Spread range = factor.range();
        if (name.equals(Factor.ASSUMPTIONS)) {
            return assumptions(factor.sample() == null ? Factor.Sample.ALL : factor.sample(), base);
        } else if (design instanceof Design.Points points) {
            List<String> values = points.points().stream()
                    .map(point -> point.getOrDefault(name, new Written("")).text())
                    .toList();
            return List.of(LevelAxis.of(name, factor.allPaths(), values));
        } else if (range == null) {
            List<String> values = factor.values().stream().map(Written::text).toList();
            return List.of(LevelAxis.of(name, factor.allPaths(), values));
        }
        RangeAxis axis = RangeAxis.of(name, factor, range);
        Integer levels = factor.levels();
        return List.of(levels == null ? axis : axis.levels(levels));
    }

    private List<Axis> assumptions(Factor.Sample sample, LoadedScenario base) {
        List<Axis> axes = AssumptionAxes.of(sample, base);
        if (axes.isEmpty()) {
            faults.add(at("factors.assumptions"), "no assumption that is wanted has a range in this scenario");
        }
        return axes;
    }

    private List<DesignRow> rows(List<Axis> axes, DesignStream stream) {
        if (design instanceof Design.LatinHypercube cube) {
            return PointSets.latinHypercube(cube.points(), axes.size(), stream);
        } else if (design instanceof Design.Sobol sobol) {
            return PointSets.sobol(sobol.points(), axes.size(), stream);
        } else if (design instanceof Design.Estimate estimate) {
            return PointSets.estimate(estimate, axes.size(), stream);
        } else if (design instanceof Design.Morris morris) {
            return PointSets.morris(morris.trajectories(), morris.levels(), axes, stream);
        } else if (design instanceof Design.Saltelli saltelli) {
            return PointSets.saltelli(saltelli.points(), saltelli.secondOrder(), axes, stream);
        }
        List<LevelAxis> levels = axes.stream().map(LevelAxis.class::cast).toList();
        return design instanceof Design.Factorial ? Grids.factorial(levels) : Grids.zip(levels);
    }
}
