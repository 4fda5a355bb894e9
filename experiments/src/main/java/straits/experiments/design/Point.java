package straits.experiments.design;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import straits.scenario.file.Setting;

/**
 * A design point: what all its replications have in common.
 *
 * @param index number of the point, from 0
 * @param regime key of its regime
 * @param block sub-experiment it belongs to
 * @param row where its factors lie; points of one row differ in the regime only
 */
public record Point(int index, String regime, DesignBlock block, DesignRow row) {

    private static final int SHOWN = 4;

    /** A point at which nothing is set. */
    public Point(int index, String regime) {
        this(index, regime, DesignBlock.PLAIN, DesignBlock.PLAIN.rows().get(0));
    }

    /** The same object for points that differ in the regime only, and so have one scenario. */
    public Object rowKey() {
        return row;
    }

    /** Name of its sub-experiment; empty if there are none. */
    public String blockName() {
        return block.name();
    }

    /** Whether the budget of the tenant in question binds. */
    public BudgetRule budgetRule() {
        return block.budgetRule();
    }

    /** Base point or trajectory of a sampled design that its row belongs to, from 0. */
    public int sample() {
        return row.sample();
    }

    /** Part of its row in the design: {@code point}; of the designs of Morris and Saltelli, and of estimates, see there. */
    public String role() {
        return row.role();
    }

    /** Whether the inputs of its block are sampled, and it is one of the points of the sample rather than derived from them. */
    public boolean isSampled() {
        Design design = block.design();
        boolean base = design instanceof Design.Saltelli && (role().equals("a") || role().equals("b"));
        return design instanceof Design.LatinHypercube || design instanceof Design.Sobol || base;
    }

    /** Whether it is one of the points of an estimate; {@link #sample()} is then its independent group. */
    public boolean isEstimate() {
        return block.design() instanceof Design.Estimate;
    }

    /** Of an estimate: what its points are drawn by, as in a file; else empty. */
    public String samplingName() {
        return block.design() instanceof Design.Estimate estimate
                ? estimate.sampling().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Names its row of an estimate: the same for points that differ in the regime only. */
    String blockRow() {
        return block.name() + "/" + row.sample() + "/" + row.role();
    }

    /** What it sets in the scenario. */
    public List<Setting> settings() {
        return block.settings(row);
    }

    /** The value of a factor as a file writes it; any other text as it is. */
    String value(String factor) {
        String value = factor.equals(Factor.REGIME) ? regime : block.text(row, factor);
        return Objects.requireNonNullElse(value, factor);
    }

    /** Its number, its regime and the values of its first factors, for messages. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder("point " + index + " (" + regime);
        if (!block.name().isEmpty()) {
            words.append(", block ").append(block.name());
        }
        List<String> factors = block.axes().stream()
                .map(Axis::name)
                .filter(name -> !name.equals(Factor.REGIME))
                .toList();
        factors.stream()
                .limit(SHOWN)
                .forEach(name -> words.append(", ").append(name).append(" = ").append(value(name)));
        return words.append(factors.size() > SHOWN ? ", ...)" : ")").toString();
    }
}
