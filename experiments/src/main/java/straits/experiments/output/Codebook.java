package straits.experiments.output;

import java.util.List;
import java.util.stream.Stream;

/** Every table that a run, or a rerun with logs, can leave, from the declarations that write them. */
public final class Codebook {

    private Codebook() {}

    /** The tables: of single runs, over runs, of inputs, of twins, logs, and the codebook as a file. */
    public static List<Table<?>> tables() {
        Stream<Table<?>> others = Stream.of(
                Summary.TABLE,
                Contrasts.TABLE,
                FillSurface.TABLE,
                AssumptionsTable.TABLE,
                PointsTable.ofAnyDesign(),
                Uncertainty.TABLE,
                Sensitivity.TABLE,
                Estimators.TABLE,
                SelectionTable.TABLE,
                FirstDifferences.TABLE,
                Gains.TABLE,
                WaterfallTable.TABLE,
                LogTables.EVENTS,
                LogTables.LEASES,
                LogTables.LICENCES,
                LogTables.DELIVERIES,
                NegotiationTables.log(),
                ColumnsTable.TABLE);
        return Stream.concat(UnitForm.tables().stream(), others).toList();
    }
}
