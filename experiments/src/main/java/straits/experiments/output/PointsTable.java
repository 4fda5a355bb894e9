package straits.experiments.output;

import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.PointColumn;

/** {@code points.csv}: the design. */
public final class PointsTable {

    private PointsTable() {}

    /** The declaration for the design of an experiment: a column per factor. */
    public static Table<Point> declare(Experiment experiment) {
        Table.Builder<Point> table = keys(experiment.hasBlocks(), experiment.hasBudgetRules(), experiment.hasSamples());
        experiment.columns().forEach(column -> add(table, column));
        return table.build();
    }

    /** What may stand before the columns of the factors, which only an experiment has. */
    static Table<Point> ofAnyDesign() {
        return keys(true, true, true).build();
    }

    private static Table.Builder<Point> keys(boolean blocks, boolean budgetRules, boolean samples) {
        Table.Builder<Point> table = Table.<Point>of("points.csv", "design point")
                .integer("point", "", "number of the design point, from 0", Point::index)
                .text("regime", "key of the regime", Point::regime);
        if (blocks) {
            table.text("block", "sub-experiment", Point::blockName);
        }
        if (budgetRules) {
            table.text(
                    "budget_rule",
                    "rule for the budget, as in fill.csv",
                    point -> point.budgetRule().key());
        }
        if (samples) {
            table.integer("sample", "", "base point or trajectory of a sampled design, from 0", Point::sample)
                    .text("role", "part of the row in its design: see the table of designs", Point::role);
        }
        return table;
    }

    private static void add(Table.Builder<Point> table, PointColumn column) {
        if (column.numeric()) {
            table.decimal(column.name(), column.unit(), column.meaning(), column::number);
        } else {
            table.text(column.name(), column.meaning(), column::text);
        }
    }
}
