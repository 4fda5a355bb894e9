package straits.experiments.output;

import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.PointColumn;

/** {@code points.csv}: the design. */
public final class PointsTable {

    private PointsTable() {}

    /** The declaration for the design of an experiment: a column per factor. */
    public static Table<Point> declare(Experiment experiment) {
        Table.Builder<Point> table = Table.<Point>of("points.csv", "design point")
                .integer("point", "", "number of the design point, from 0", Point::index)
                .text("regime", "key of the regime", Point::regime);
        if (experiment.hasBlocks()) {
            table.text("block", "sub-experiment", Point::blockName);
        }
        if (experiment.hasBudgetRules()) {
            table.text(
                    "budget_rule",
                    "rule for the budget, as in fill.csv",
                    point -> point.budgetRule().key());
        }
        if (experiment.hasSamples()) {
            table.integer("sample", "", "base point or trajectory of a sampled design, from 0", Point::sample)
                    .text("role", "part of the row in its design: see the table of designs", Point::role);
        }
        experiment.columns().forEach(column -> add(table, column));
        return table.build();
    }

    private static void add(Table.Builder<Point> table, PointColumn column) {
        if (column.numeric()) {
            table.decimal(column.name(), column.unit(), column.meaning(), column::number);
        } else {
            table.text(column.name(), column.meaning(), column::text);
        }
    }
}
