package straits.scenario;

import java.util.List;

/** How the parameters of a distribution fit together. */
final class DistributionChecks {

    private static final double ROUNDING = 1e-9;
    private static final double FINITE_VARIANCE = 2;
    private static final double FINITE_MEAN = 1;

    private final List<Finding> findings;

    DistributionChecks(List<Finding> findings) {
        this.findings = findings;
    }

    void check(String path, Distribution distribution) {
        if (distribution instanceof Distribution.Discrete discrete) {
            discrete(path + ".discrete", discrete);
        } else if (distribution instanceof Distribution.Empirical empirical
                && empirical.values().isEmpty()) {
            findings.add(Finding.fault(path + ".empirical", "found an empty list; must have at least one value"));
        } else if (distribution instanceof Distribution.Uniform uniform) {
            ascending(path + ".uniform", uniform.low(), uniform.high());
        } else if (distribution instanceof Distribution.Triangular triangular) {
            ascending(path + ".triangular", triangular.low(), triangular.mode(), triangular.high());
        } else if (distribution instanceof Distribution.Pareto pareto
                && pareto.shape().value() <= FINITE_VARIANCE) {
            findings.add(Finding.warning(
                    path + ".pareto.shape",
                    "found " + Words.number(pareto.shape().value())
                            + "; at 2 or below the variance is infinite and no confidence interval holds"));
        }
    }

    /** Leases found in progress are long ones: their lengths are drawn by size, which takes a mean above 0 and finite. */
    void checkInProgress(String path, Distribution distribution, String opening) {
        String found = distribution instanceof Distribution.Pareto pareto
                        && pareto.shape().value() <= FINITE_MEAN
                ? "an infinite mean"
                : isZero(distribution) ? "a mean of 0" : "";
        if (!found.isEmpty()) {
            findings.add(Finding.fault(
                    path,
                    "found " + found
                            + "; leases held at the start are drawn by their length, which needs a mean above 0 and finite",
                    opening));
        }
    }

    private static boolean isZero(Distribution distribution) {
        if (distribution instanceof Distribution.Constant constant) {
            return constant.value().value() == 0;
        } else if (distribution instanceof Distribution.Uniform uniform) {
            return uniform.high().value() == 0;
        } else if (distribution instanceof Distribution.Triangular triangular) {
            return triangular.high().value() == 0;
        } else if (distribution instanceof Distribution.Discrete discrete) {
            return discrete.outcomes().stream()
                    .allMatch(each -> each.value().value() * each.probability().value() == 0);
        }
        return distribution instanceof Distribution.Empirical empirical
                && empirical.values().stream().allMatch(each -> each.value() == 0);
    }

    private void discrete(String path, Distribution.Discrete discrete) {
        double sum = discrete.outcomes().stream()
                .mapToDouble(outcome -> outcome.probability().value())
                .sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            findings.add(
                    Finding.fault(path, "found probabilities that add to " + Words.number(sum) + "; must add to 1"));
        }
    }

    private void ascending(String path, Quantity... values) {
        for (int i = 1; i < values.length; i++) {
            double before = values[i - 1].value();
            double value = values[i].value();
            if (before > value) {
                findings.add(Finding.fault(
                        path,
                        "found " + Words.number(before) + " before " + Words.number(value)
                                + " in base units; parameters must ascend"));
                return;
            }
        }
    }
}
