package straits.experiments.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.design.RuleSets;
import straits.experiments.design.TwinWorlds;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.WorldDifference;
import straits.scenario.Question;
import straits.scenario.file.Assumptions;

/**
 * The files of a run. Rows are written as results come, and the journal says how far they go, so that a run that was ended at any moment
 * goes on after the last unit in it. What stays in memory is the answers, from which the tables over replications are made at
 * the end. For one thread.
 */
public final class ResultFiles implements Consumer<UnitText>, Closeable {

    /** Name of the file with the answers as the screen shows them. */
    public static final String ANSWERS = "answers.txt";

    /** Name of the effective experiment; a scenario by itself has none. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** A failing power supply costs no more than this. Forcing ten files may take a second on a slow disk. */
    private static final long FORCE_EVERY_NANOS = 30_000_000_000L;

    private final RunFolder folder;
    private final Experiment experiment;
    private final TableFormat format;
    private final LongSupplier nanoTime;
    private final List<FileEntry> entries = new ArrayList<>();
    private final List<Table<?>> tables = new ArrayList<>();
    private final List<TableFile> open = new ArrayList<>();
    private final List<UnitResult> results;
    private final Journal journal;
    private final JournalHead head;
    private long forcedNanos;

    /**
     * Writes what is known before the first unit and opens the tables, after the last unit that is there already.
     *
     * @param folder a folder whose run has begun
     * @param format what the tables are in the end
     * @param commit commit the program was built from, empty when unknown
     * @param started when the run began, if it begins now
     * @param nanoTime a clock, for how often results are forced to the disk
     * @throws UncheckedIOException naming the path, if a file cannot be written or is not what was written before
     */
    public ResultFiles(
            RunFolder folder,
            Experiment experiment,
            TableFormat format,
            String commit,
            Instant started,
            LongSupplier nanoTime) {
        this.folder = folder;
        this.experiment = experiment;
        this.format = format;
        this.nanoTime = nanoTime;
        Path file = folder.shard().whole() ? folder.scratch(Journal.FILE) : folder.claim(Journal.FILE);
        JournalContent found = JournalContent.read(file);
        JournalContent before = found == null ? null : WrittenUnits.agreed(folder.path(), UnitForm.tables(), found);
        head = before == null
                ? new JournalHead(folder.experimentHash(), folder.shard(), format, commit, started)
                : before.head();
        requireSameWork(file);
        requireSameProgram(commit);
        // First of all: where a scenario is there is a journal too, and the run can go on without the command that
        // began it.
        journal = before == null
                ? Journal.create(folder.disk(), file, head)
                : Journal.resume(folder.disk(), file, before);
        entries.add(folder.writeText(Experiment.SCENARIO_FILE, experiment.text()));
        String plan = experiment.planText();
        if (plan != null) {
            entries.add(folder.writeText(EXPERIMENT, plan));
        }
        write(AssumptionsTable.TABLE, Assumptions.of(experiment.stated()));
        write(PointsTable.declare(experiment), experiment.points());
        UnitForm.tables().forEach(table -> open(table, before));
        results = before == null ? new ArrayList<>() : new ArrayList<>(before.results());
        forcedNanos = nanoTime.getAsLong();
    }

    private void requireSameWork(Path file) {
        if (!head.experimentHash().equals(folder.experimentHash())
                || !head.shard().equals(folder.shard())) {
            throw FileFailure.of(
                    "go on with",
                    file,
                    new IOException("it is of another experiment, version or shard: "
                            + RunFolder.work(head.experimentHash(), head.shard()) + ", not "
                            + RunFolder.work(folder.experimentHash(), folder.shard())));
        }
    }

    private void requireSameProgram(String commit) {
        if (!head.commit().equals(commit)) {
            throw FileFailure.of(
                    "go on with",
                    folder.path(),
                    new IOException("the run was begun by the program at commit \"" + head.commit() + "\", this is \""
                            + commit
                            + "\"; results of two programs are not mixed: go on with the first, or choose another"
                            + " folder with --out"));
        }
    }

    private void open(Table<?> table, @Nullable JournalContent before) {
        List<TablePosition> positions = before == null ? List.of() : before.positions(open.size());
        tables.add(table);
        open.add(folder.table(table, positions.isEmpty() ? null : positions.get(positions.size() - 1)));
    }

    /** Results that are there, in their order. */
    public List<UnitResult> results() {
        return Collections.unmodifiableList(results);
    }

    /** When the run began, for the first time if it was interrupted. */
    public Instant started() {
        return head.started();
    }

    /**
     * Adds the rows of the next unit.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    @Override
    public void accept(UnitText unit) {
        for (int table = 0; table < open.size(); table++) {
            open.get(table).append(unit.texts().get(table));
        }
        journal.add(new JournalEntry(
                unit.result(), open.stream().map(TableFile::position).toList()));
        UnitResult result = unit.result();
        results.add(results.isEmpty() ? result : result.sharing(results.get(results.size() - 1)));
        if (nanoTime.getAsLong() - forcedNanos >= FORCE_EVERY_NANOS) {
            force();
        }
    }

    /**
     * Forces everything to the disk, the tables before the journal that speaks of them.
     *
     * @throws UncheckedIOException naming the path, if it cannot be written
     */
    public void force() {
        open.forEach(TableFile::force);
        journal.force();
        forcedNanos = nanoTime.getAsLong();
    }

    /**
     * Ends the tables and writes what is made from all units together; of a shard nothing is.
     *
     * @return every file of the result, for the manifest
     */
    public List<FileEntry> finish() {
        return finish(List.of(), Pages.NONE);
    }

    /**
     * The same, with what is made from the tables.
     *
     * @param differences of a twin the first event that differs, per replication
     * @param pages made while all tables are CSV; of a shard none are
     * @return every file of the result, for the manifest
     */
    public List<FileEntry> finish(List<WorldDifference> differences, Pages pages) {
        force();
        close();
        open.forEach(file -> entries.add(file.entry()));
        if (folder.shard().whole()) {
            writeOverUnits(differences);
            pages.of(folder.path()).forEach((name, bytes) -> entries.add(folder.write(name, bytes)));
        } else {
            entries.add(FileEntry.of(folder.path().resolve(Journal.FILE)));
        }
        return entries.stream().map(this::formatted).toList();
    }

    private FileEntry formatted(FileEntry entry) {
        return Stream.concat(tables.stream(), Stream.of(ColumnsTable.TABLE))
                .filter(table -> table.file().equals(entry.file()))
                .findFirst()
                .map(table -> format.convert(folder, table, entry))
                .orElse(entry);
    }

    private void writeOverUnits(List<WorldDifference> differences) {
        write(Summary.TABLE, Summary.rows(results));
        write(Contrasts.TABLE, Contrasts.rows(results, experiment.references()));
        List<Uncertainty.Row> uncertainty = Uncertainty.rows(experiment.points(), results);
        if (!uncertainty.isEmpty()) {
            write(Uncertainty.TABLE, uncertainty);
        }
        List<Sensitivity.Row> sensitivity = Sensitivity.rows(experiment, results);
        if (!sensitivity.isEmpty()) {
            write(Sensitivity.TABLE, sensitivity);
        }
        List<Estimators.Row> sampled = SampledEstimates.rows(experiment, results);
        List<Estimators.Row> estimators = Stream.of(ControlledMeans.rows(results), sampled)
                .flatMap(List::stream)
                .toList();
        if (!estimators.isEmpty()) {
            write(Estimators.TABLE, estimators);
        }
        List<SelectionTable.Row> selection = SelectionTable.rows(experiment, results);
        if (!selection.isEmpty()) {
            write(SelectionTable.TABLE, selection);
        }
        Question question = experiment.scenario().question();
        if (question != null) {
            write(
                    FillSurface.TABLE,
                    FillSurface.rows(
                            question,
                            results,
                            point -> experiment.points().get(point).budgetRule()));
        }
        String sheet = sheet(differences, uncertainty, sampled);
        String selected = SelectionTable.sentence(experiment, selection);
        String below = selected.isEmpty() ? "" : "\n" + TextTable.wrapped(selected.strip(), AnswerSheet.WIDTH);
        entries.add(folder.writeText(ANSWERS, sheet + below));
        write(ColumnsTable.TABLE, ColumnsTable.lines(tables));
    }

    private String sheet(
            List<WorldDifference> differences, List<Uncertainty.Row> uncertainty, List<Estimators.Row> sampled) {
        TwinWorlds worlds = experiment.worlds();
        RuleSets sets = worlds == null ? null : worlds.sets();
        if (sets != null) {
            List<WaterfallTable.Row> effects = WaterfallTable.rows(experiment, results);
            write(WaterfallTable.TABLE, effects);
            return WaterfallSheet.text(experiment, sets, effects);
        }
        String sheet = PointsSheet.text(experiment, results, uncertainty, sampled);
        if (worlds == null) {
            return sheet;
        }
        List<FirstDifferences.Row> first = FirstDifferences.rows(experiment, differences);
        List<String> regimes = experiment.points().stream().map(Point::regime).toList();
        List<Gains.Row> gains = Gains.rows(folder.path(), regimes, experiment.references());
        write(FirstDifferences.TABLE, first);
        write(Gains.TABLE, gains);
        return sheet + TwinSheet.text(worlds, first, gains);
    }

    private <R> void write(Table<R> table, List<R> rows) {
        entries.add(folder.writeTable(table, rows));
        if (table != ColumnsTable.TABLE) {
            tables.add(table);
        }
    }

    /** The units that failed. */
    public List<UnitResult> failed() {
        return results.stream().filter(result -> !result.ok()).toList();
    }

    /** Closes the files; what is in them stays. */
    @Override
    public void close() {
        open.forEach(TableFile::close);
        journal.close();
    }
}
