package straits.experiments.output;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.UnitRows;
import straits.scenario.Question;
import straits.scenario.file.Assumptions;

/**
 * The files of a running experiment. Rows go to the disk as results come; what stays in memory is their answers, from which the
 * tables over replications are made at the end. For one thread.
 */
public final class ResultFiles implements Consumer<UnitResult>, Closeable {

    /** Name of the file with the answers as the screen shows them. */
    public static final String ANSWERS = "answers.txt";

    private static final String SCENARIO = "scenario.yaml";

    private final RunFolder folder;
    private final Experiment experiment;
    private final List<PointRow> points;
    private final List<FileEntry> entries = new ArrayList<>();
    private final List<Table<?>> tables = new ArrayList<>();
    private final List<Consumer<UnitResult>> writers = new ArrayList<>();
    private final List<TableFile<?>> open = new ArrayList<>();
    private final List<UnitResult> results = new ArrayList<>();

    /**
     * Writes what is known before the first run.
     *
     * @param folder a folder whose run has begun
     */
    public ResultFiles(RunFolder folder, Experiment experiment) {
        this.folder = folder;
        this.experiment = experiment;
        points = experiment.points().stream()
                .map(point -> new PointRow(point.index(), point.regime(), List.of()))
                .toList();
        entries.add(folder.writeText(SCENARIO, experiment.text()));
        write(AssumptionsTable.TABLE, Assumptions.of(experiment.loaded()));
        write(PointsTable.declare(List.of()), points);
    }

    /** Opens the tables that every run adds its rows to. */
    public void open() {
        open(Tables.OUTCOMES, List::of);
        openRows(Tables.SERIES, UnitRows::series);
        openRows(Tables.TENANTS, UnitRows::tenants);
        openRows(Tables.CHANNELS, UnitRows::channels);
        openRows(Tables.UNMET, UnitRows::unmet);
        openRows(Tables.DENIALS, UnitRows::denials);
        openRows(Tables.QUOTAS, UnitRows::quotas);
        openRows(Tables.BINDING, UnitRows::binding);
        openRows(Tables.ACCOUNTS, UnitRows::accounts);
    }

    private <R> void openRows(Table<R> table, Function<UnitRows, List<R>> rows) {
        open(table, result -> rows.apply(result.rows()));
    }

    private <R> void open(Table<R> table, Function<UnitResult, List<R>> rows) {
        TableFile<R> file = folder.table(table);
        open.add(file);
        tables.add(table);
        writers.add(result -> rows.apply(result).forEach(file::write));
    }

    /** Adds the rows of a run; runs come in the order of points and replications. */
    @Override
    public void accept(UnitResult result) {
        writers.forEach(writer -> writer.accept(result));
        results.add(result.withoutRows());
    }

    /**
     * Writes what is made from all runs together.
     *
     * @return every file written, for the manifest
     */
    public List<FileEntry> finish() {
        close();
        open.forEach(file -> entries.add(file.entry()));
        write(Summary.TABLE, Summary.rows(results));
        Map<Integer, Integer> references =
                PointsTable.references(points, experiment.scenario().referenceRegime());
        write(Contrasts.TABLE, Contrasts.rows(results, references));
        Question question = experiment.scenario().question();
        if (question != null) {
            write(FillSurface.TABLE, FillSurface.rows(question, results));
        }
        entries.add(folder.writeText(ANSWERS, AnswerSheet.text(experiment.scenario(), results)));
        write(ColumnsTable.TABLE, ColumnsTable.lines(tables));
        return List.copyOf(entries);
    }

    private <R> void write(Table<R> table, List<R> rows) {
        entries.add(folder.writeTable(table, rows));
        if (table != ColumnsTable.TABLE) {
            tables.add(table);
        }
    }

    /** The runs that failed, without rows. */
    public List<UnitResult> failed() {
        return results.stream().filter(result -> !result.ok()).toList();
    }

    /** Closes the tables of the runs; what is in them stays. */
    @Override
    public void close() {
        open.forEach(TableFile::close);
    }
}
