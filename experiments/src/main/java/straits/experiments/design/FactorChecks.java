package straits.experiments.design;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.scenario.file.Amount;

/** Whether a factor says one thing, and says it whole. */
final class FactorChecks {

    /** What is of the whole experiment and cannot vary within it. */
    private static final Set<String> FIXED =
            Set.of("schema_version", "name", "seed", "replications", "regimes", "reference_regime");

    private final Design design;
    private final Faults faults;

    FactorChecks(Design design, Faults faults) {
        this.design = design;
        this.faults = faults;
    }

    void check(String path, String name, Factor factor) {
        if (name.equals(Factor.ASSUMPTIONS)) {
            assumptions(path, factor);
            return;
        }
        if (factor.sample() != null) {
            faults.add(path + ".sample", "goes with the factor assumptions only");
        }
        paths(path, name, factor);
        values(path, factor);
        range(path, factor);
        if (name.equals(Factor.REGIME) && (factor.range() != null || factor.low() != null || factor.high() != null)) {
            faults.add(path, "found a range; regimes are given as values");
        }
    }

    private void assumptions(String path, Factor factor) {
        boolean more = !factor.allPaths().isEmpty()
                || !factor.values().isEmpty()
                || factor.low() != null
                || factor.high() != null
                || factor.spread() != null
                || factor.levels() != null
                || factor.whole();
        if (more) {
            faults.add(path, "stands for every assumption with a range; only the key sample goes with it");
        }
        if (!design.samples()) {
            faults.add(path, "needs a design that samples: latin_hypercube, sobol, morris, saltelli or estimate");
        }
    }

    private void paths(String path, String name, Factor factor) {
        boolean regime = name.equals(Factor.REGIME);
        int stated = (factor.path() == null ? 0 : 1) + (factor.paths().isEmpty() ? 0 : 1);
        if (regime && stated > 0) {
            faults.add(path, "the factor regime has no path: its values are regimes");
        } else if (!regime && stated != 1) {
            faults.add(
                    path, "found " + (stated == 0 ? "neither path nor paths" : "path and paths") + "; must have one");
        }
        for (String each : factor.allPaths()) {
            if (FIXED.contains(each)) {
                faults.add(path, "found path " + each + ", which is of the whole experiment and cannot vary");
            }
        }
    }

    private void values(String path, Factor factor) {
        int stated = (factor.values().isEmpty() ? 0 : 1)
                + (factor.low() == null && factor.high() == null ? 0 : 1)
                + (factor.spread() == null ? 0 : 1);
        if (design instanceof Design.Points) {
            if (stated > 0) {
                faults.add(path, "found values; the points of the design give them");
            }
        } else if (stated != 1) {
            faults.add(
                    path,
                    "found " + (stated == 0 ? "no values" : "several ways to give values")
                            + "; must have exactly one of values, low and high, spread");
        }
    }

    private void range(String path, Factor factor) {
        if ((factor.low() == null) != (factor.high() == null)) {
            faults.add(path, "low and high come together");
            return;
        }
        Spread range = factor.range();
        if (factor.levels() != null && (factor.low() == null || !(design instanceof Design.Factorial))) {
            faults.add(path + ".levels", "goes with low and high in a factorial design only");
        }
        if (factor.whole() && range == null) {
            faults.add(path + ".whole", "goes with a range only");
        }
        if (range == null) {
            return;
        }
        boolean takesValues = design instanceof Design.Factorial && factor.levels() == null;
        if (takesValues || design instanceof Design.Zip) {
            faults.add(
                    path,
                    "found a range; a design that takes value by value needs values"
                            + (takesValues ? ", or levels beside low and high" : ""));
        }
        spread(factor.spread() == null ? path : path + ".spread", range);
    }

    private void spread(String path, Spread spread) {
        if (spread instanceof Spread.Uniform uniform) {
            ascending(path, uniform.low(), null, uniform.high());
        } else if (spread instanceof Spread.Triangular triangular) {
            ascending(path, triangular.low(), triangular.mode(), triangular.high());
        } else if (spread instanceof Spread.LogUniform log) {
            ascending(path, log.low(), null, log.high());
            positive(path, "low", log.low());
        } else if (spread instanceof Spread.Normal normal) {
            ascending(path, normal.low(), null, normal.high());
            oneUnit(path, List.of(normal.mean(), normal.sd(), normal.low(), normal.high()));
            positive(path, "sd", normal.sd());
            reachable(path, normal);
        }
    }

    private void ascending(String path, Amount low, @Nullable Amount mode, Amount high) {
        if (!oneUnit(path, mode == null ? List.of(low, high) : List.of(low, mode, high))) {
            return;
        }
        if (low.number() >= high.number()) {
            faults.add(path, "found low " + low.text() + " and high " + high.text() + "; low must be below high");
        } else if (mode != null && (mode.number() < low.number() || mode.number() > high.number())) {
            faults.add(path, "found mode " + mode.text() + "; must be from " + low.text() + " to " + high.text());
        }
    }

    private boolean oneUnit(String path, List<Amount> amounts) {
        Set<String> units = new LinkedHashSet<>();
        amounts.stream()
                .filter(amount -> !Double.isNaN(amount.number()))
                .forEach(amount -> units.add(amount.unit().isEmpty() ? "no unit" : amount.unit()));
        if (units.size() > 1) {
            faults.add(path, "found " + String.join(" and ", units) + "; the numbers of a range stand in one unit");
        }
        return units.size() <= 1;
    }

    private void positive(String path, String key, Amount amount) {
        if (amount.number() <= 0) {
            faults.add(path + "." + key, "found " + amount.text() + "; must be above 0");
        }
    }

    /** Far out in a tail there is no probability left to divide. */
    private void reachable(String path, Spread.Normal normal) {
        double mean = normal.mean().number();
        double far = 6 * normal.sd().number();
        if (normal.low().number() > mean + far || normal.high().number() < mean - far) {
            faults.add(path, "found a range more than 6 standard deviations from the mean");
        }
    }
}
