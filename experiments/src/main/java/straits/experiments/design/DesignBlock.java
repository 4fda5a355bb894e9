package straits.experiments.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import straits.scenario.file.Setting;

/**
 * One sub-experiment, its design drawn.
 *
 * @param name its name; empty if the experiment is not divided
 * @param fixed settings at all of its points
 * @param axes what varies
 * @param rows combinations of values
 * @param design how they were put together
 * @param fit keeps sampled assumptions within one another; null if none are sampled
 * @param budgetRule whether the budget of the tenant in question binds
 * @param last settings at all of its points, over those of the axes
 */
record DesignBlock(
        String name,
        List<Setting> fixed,
        List<Axis> axes,
        List<DesignRow> rows,
        Design design,
        @Nullable OpeningFit fit,
        BudgetRule budgetRule,
        List<Setting> last) {

    /** A block of one row in which nothing varies but the regime. */
    static final DesignBlock PLAIN = new DesignBlock(
            "",
            List.of(),
            List.of(),
            List.of(new DesignRow(0, DesignRow.POINT)),
            new Design.Factorial(),
            null,
            BudgetRule.AS_GIVEN,
            List.of());

    DesignBlock {
        fixed = List.copyOf(fixed);
        axes = List.copyOf(axes);
        rows = List.copyOf(rows);
        last = List.copyOf(last);
    }

    /** The same design under a rule for the budget of a tenant. Rows of its own: points of one row share their scenario. */
    DesignBlock under(BudgetRule rule, String tenant) {
        List<DesignRow> own =
                rule == budgetRule ? rows : rows.stream().map(DesignRow::copy).toList();
        return new DesignBlock(rule.blockName(name), fixed, axes, own, design, fit, rule, rule.settings(tenant));
    }

    /** Everything that a row sets in the scenario. */
    List<Setting> settings(DesignRow row) {
        List<Setting> settings = new ArrayList<>(fixed);
        for (int axis = 0; axis < axes.size(); axis++) {
            settings.addAll(axes.get(axis).settings(row.share(axis)));
        }
        List<Setting> all = new ArrayList<>(fit == null ? settings : fit.fitted(settings));
        all.addAll(last);
        return all;
    }

    /** The value of a factor at a row as a file writes it; null if there is no such factor. */
    @Nullable
    String text(DesignRow row, String factor) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (axes.get(axis).name().equals(factor)) {
                return axes.get(axis).text(row.share(axis));
            }
        }
        return null;
    }

    /** What an estimate samples and how: the dimension is fixed, and all else is plain Monte Carlo. */
    String sampling() {
        if (!(design instanceof Design.Estimate estimate)) {
            throw new IllegalStateException("block " + name + " is no estimate");
        }
        int size = estimate.groupSize();
        return (name.isEmpty() ? "" : "block " + name + ": ")
                + estimate.sampling().name().toLowerCase(Locale.ROOT) + " sampling of " + axes.size()
                + " inputs (the dimension), " + rows.size() / size + " independent groups of " + size
                + " points; everything within a run is plain Monte Carlo";
    }

    /** Whether the regime is one of the factors, not every row run under every regime. */
    boolean hasRegime() {
        return axes.stream().anyMatch(axis -> axis.name().equals(Factor.REGIME));
    }
}
